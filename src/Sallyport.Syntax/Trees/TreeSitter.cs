using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Syntax.Trees;

/// <summary>The functions of the tree-sitter core, bound when the first source file needs them.</summary>
/// <remarks>The library is never freed: trees and languages of the whole process hang on it.</remarks>
internal sealed unsafe class TreeSitter
{
    private readonly nint _library;

    public readonly delegate* unmanaged<nint> ParserNew;
    public readonly delegate* unmanaged<nint, nint, byte> SetLanguage;
    public readonly delegate* unmanaged<nint, ulong, void> SetTimeout;
    public readonly delegate* unmanaged<nint, void> Reset;
    public readonly delegate* unmanaged<nint, nint, byte*, uint, nint> Parse;
    public readonly delegate* unmanaged<nint, void> TreeDelete;
    public readonly delegate* unmanaged<nint, RawNode> Root;
    public readonly delegate* unmanaged<RawNode, RawCursor> CursorNew;
    public readonly delegate* unmanaged<RawCursor*, void> CursorDelete;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawCursor*, RawNode> CursorNode;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawCursor*, ushort> CursorField;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawCursor*, byte> FirstChild;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawCursor*, byte> NextSibling;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawCursor*, byte> Parent;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawNode, ushort> Symbol;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawNode, uint> StartByte;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawNode, uint> EndByte;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawNode, byte> IsNamed;
    public readonly delegate* unmanaged[SuppressGCTransition]<RawNode, byte> IsMissing;
    public readonly delegate* unmanaged<RawNode, uint> DescendantCount;
    public readonly delegate* unmanaged<nint, uint> SymbolCount;
    public readonly delegate* unmanaged<nint, ushort, nint> SymbolName;
    public readonly delegate* unmanaged<nint, uint> FieldCount;
    public readonly delegate* unmanaged<nint, ushort, nint> FieldName;

    private TreeSitter(nint library)
    {
        _library = library;
        ParserNew = (delegate* unmanaged<nint>)Export("ts_parser_new");
        SetLanguage = (delegate* unmanaged<nint, nint, byte>)Export("ts_parser_set_language");
        SetTimeout = (delegate* unmanaged<nint, ulong, void>)Export("ts_parser_set_timeout_micros");
        Reset = (delegate* unmanaged<nint, void>)Export("ts_parser_reset");
        Parse = (delegate* unmanaged<nint, nint, byte*, uint, nint>)Export("ts_parser_parse_string");
        TreeDelete = (delegate* unmanaged<nint, void>)Export("ts_tree_delete");
        Root = (delegate* unmanaged<nint, RawNode>)Export("ts_tree_root_node");
        CursorNew = (delegate* unmanaged<RawNode, RawCursor>)Export("ts_tree_cursor_new");
        CursorDelete = (delegate* unmanaged<RawCursor*, void>)Export("ts_tree_cursor_delete");
        CursorNode = (delegate* unmanaged[SuppressGCTransition]<RawCursor*, RawNode>)Export("ts_tree_cursor_current_node");
        CursorField = (delegate* unmanaged[SuppressGCTransition]<RawCursor*, ushort>)Export("ts_tree_cursor_current_field_id");
        FirstChild = (delegate* unmanaged[SuppressGCTransition]<RawCursor*, byte>)Export("ts_tree_cursor_goto_first_child");
        NextSibling = (delegate* unmanaged[SuppressGCTransition]<RawCursor*, byte>)Export("ts_tree_cursor_goto_next_sibling");
        Parent = (delegate* unmanaged[SuppressGCTransition]<RawCursor*, byte>)Export("ts_tree_cursor_goto_parent");
        Symbol = (delegate* unmanaged[SuppressGCTransition]<RawNode, ushort>)Export("ts_node_symbol");
        StartByte = (delegate* unmanaged[SuppressGCTransition]<RawNode, uint>)Export("ts_node_start_byte");
        EndByte = (delegate* unmanaged[SuppressGCTransition]<RawNode, uint>)Export("ts_node_end_byte");
        IsNamed = (delegate* unmanaged[SuppressGCTransition]<RawNode, byte>)Export("ts_node_is_named");
        IsMissing = (delegate* unmanaged[SuppressGCTransition]<RawNode, byte>)Export("ts_node_is_missing");
        DescendantCount = (delegate* unmanaged<RawNode, uint>)Export("ts_node_descendant_count");
        SymbolCount = (delegate* unmanaged<nint, uint>)Export("ts_language_symbol_count");
        SymbolName = (delegate* unmanaged<nint, ushort, nint>)Export("ts_language_symbol_name");
        FieldCount = (delegate* unmanaged<nint, uint>)Export("ts_language_field_count");
        FieldName = (delegate* unmanaged<nint, ushort, nint>)Export("ts_language_field_name_for_id");
    }

    private nint Export(string name) => NativeLibrary.GetExport(_library, name);

    private static readonly Lazy<TreeSitter?> Loaded = new(static () => GrammarFiles.TryLoad("tree-sitter", out var library) ? new TreeSitter(library) : null);

    /// <summary>The core, or null where it was not restored or does not load.</summary>
    public static TreeSitter? Core => Loaded.Value;

    /// <summary>A node as the core passes it: by value.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly struct RawNode
    {
        private readonly Context _context;
        private readonly nint _id;
        private readonly nint _tree;
    }

    /// <summary>A cursor as the core keeps it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly struct RawCursor
    {
        private readonly nint _tree;
        private readonly nint _id;
        private readonly CursorContext _context;
    }

    [InlineArray(4)]
    private struct Context
    {
        private uint _first;
    }

    [InlineArray(3)]
    private struct CursorContext
    {
        private uint _first;
    }
}
