using System.Diagnostics.CodeAnalysis;

namespace Sallyport.Syntax.Trees;

/// <summary>Parses text with the one native parser of the calling thread.</summary>
internal static unsafe class Parser
{
    /// <summary>Texts longer than this are data or generated, and skipped.</summary>
    public const int LongestText = 2 << 20;

    // A net below the limit of size, for inputs that make the parser's error recovery slow.
    private const ulong TimeoutMicroseconds = 10_000_000;

    [ThreadStatic]
    private static nint _parser;

    /// <summary>Parses <paramref name="text"/>; false with a reason where it is too long or took too much work.</summary>
    public static bool TryParse(Grammar grammar, ReadOnlyMemory<byte> text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out string? reason)
    {
        (tree, reason) = (null, null);
        if (text.Length > LongestText)
        {
            reason = $"source text over {LongestText >> 20} MB is not analysed";
            return false;
        }

        var core = TreeSitter.Core!;
        if (_parser == 0)
        {
            _parser = core.ParserNew();
            core.SetTimeout(_parser, TimeoutMicroseconds);
        }

        if (core.SetLanguage(_parser, grammar.Language) == 0)
        {
            reason = "the grammar does not fit the tree-sitter core";
            return false;
        }

        nint raw;
        fixed (byte* bytes = text.Span)
        {
            var none = (byte)0;
            raw = core.Parse(_parser, 0, bytes == null ? &none : bytes, (uint)text.Length);
        }

        if (raw == 0)
        {
            core.Reset(_parser);
            reason = "parsing took too much work";
            return false;
        }

        tree = SyntaxTree.Read(core, grammar, raw, text);
        core.TreeDelete(raw);
        return true;
    }
}
