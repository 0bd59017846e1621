namespace Sallyport.Syntax.Trees;

/// <summary>A parsed text, copied out of the native tree into arrays in the order of a walk: the first child follows its parent, the next sibling lies behind the subtree.</summary>
internal sealed class SyntaxTree
{
    private const byte Named = 1;
    private const byte Missing = 2;
    private const int Deepest = 1000;

    private readonly Grammar _grammar;
    private ushort[] _kinds;
    private ushort[] _fields;
    private byte[] _flags;
    private int[] _starts;
    private int[] _ends;
    private int[] _sizes;
    private int _count;

    private SyntaxTree(Grammar grammar, ReadOnlyMemory<byte> text, int capacity)
    {
        (_grammar, Text) = (grammar, text);
        (_kinds, _fields, _flags) = (new ushort[capacity], new ushort[capacity], new byte[capacity]);
        (_starts, _ends, _sizes) = (new int[capacity], new int[capacity], new int[capacity]);
    }

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>How many nodes there are.</summary>
    public int Count => _count;

    /// <summary>The whole.</summary>
    public Node Root => new(this, 0);

    internal static unsafe SyntaxTree Read(TreeSitter core, Grammar grammar, nint raw, ReadOnlyMemory<byte> text)
    {
        var root = core.Root(raw);
        var tree = new SyntaxTree(grammar, text, Math.Max(1, (int)core.DescendantCount(root)));
        var cursor = core.CursorNew(root);
        var open = new Stack<int>();
        for (var deeper = true; deeper;)
        {
            var index = tree.Add(core, &cursor);
            if (open.Count < Deepest && core.FirstChild(&cursor) != 0)
            {
                open.Push(index);
                continue;
            }

            tree._sizes[index] = 1;
            deeper = false;
            while (true)
            {
                if (core.NextSibling(&cursor) != 0)
                {
                    deeper = true;
                    break;
                }

                if (!open.TryPop(out var parent))
                {
                    break;
                }

                tree._sizes[parent] = tree._count - parent;
                core.Parent(&cursor);
            }
        }

        core.CursorDelete(&cursor);
        return tree;
    }

    private unsafe int Add(TreeSitter core, TreeSitter.RawCursor* cursor)
    {
        if (_count == _kinds.Length)
        {
            Grow();
        }

        var node = core.CursorNode(cursor);
        var index = _count++;
        _kinds[index] = core.Symbol(node);
        _fields[index] = core.CursorField(cursor);
        _starts[index] = (int)core.StartByte(node);
        _ends[index] = (int)core.EndByte(node);
        _flags[index] = (byte)((core.IsNamed(node) != 0 ? Named : 0) | (core.IsMissing(node) != 0 ? Missing : 0));
        return index;
    }

    private void Grow()
    {
        var size = _kinds.Length * 2;
        Array.Resize(ref _kinds, size);
        Array.Resize(ref _fields, size);
        Array.Resize(ref _flags, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
        Array.Resize(ref _sizes, size);
    }

    // The symbol of error nodes lies outside of the grammar's own.
    internal string Kind(int node) => _kinds[node] < _grammar.Kinds.Length ? _grammar.Kinds[_kinds[node]] : "ERROR";

    internal string Field(int node) => _grammar.Fields[_fields[node]];

    internal bool IsNamed(int node) => (_flags[node] & Named) != 0;

    internal bool IsMissing(int node) => (_flags[node] & Missing) != 0;

    internal int Start(int node) => _starts[node];

    internal int End(int node) => _ends[node];

    internal int Behind(int node) => node + _sizes[node];
}
