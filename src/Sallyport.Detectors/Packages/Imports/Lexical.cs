namespace Sallyport.Detectors.Packages.Imports;

/// <summary>Comments and strings of the languages with braces.</summary>
internal static class Lexical
{
    /// <summary>Past blanks, comments and preprocessor lines.</summary>
    public static int Skip(ReadOnlySpan<byte> text, int at, ImportLanguage language)
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF)
            {
                at++;
            }
            else if (c == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                at = LineEnd(text, at);
            }
            else if (c == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                at = BlockEnd(text, at, nests: language == ImportLanguage.Rust);
            }
            else if (c == '#' && language == ImportLanguage.CSharp)
            {
                at = LineEnd(text, at);
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Past the string that begins here.</summary>
    public static int PastString(ReadOnlySpan<byte> text, int at, ImportLanguage language)
    {
        var quote = text[at];
        if (quote == '`')
        {
            var end = text[(at + 1)..].IndexOf((byte)'`');
            return end < 0 ? text.Length : at + end + 2;
        }

        var marks = 1;
        while (quote == '"' && at + marks < text.Length && text[at + marks] == '"')
        {
            marks++;
        }

        if (marks >= 3 && language is ImportLanguage.CSharp or ImportLanguage.Java)
        {
            var close = text[(at + marks)..].IndexOf(text.Slice(at, marks));
            return close < 0 ? text.Length : at + marks + close + marks;
        }

        if (quote == '"' && at > 0 && language == ImportLanguage.Rust && RawHashes(text, at) is >= 0 and var hashes)
        {
            Span<byte> ending = stackalloc byte[hashes + 1];
            ending.Fill((byte)'#');
            ending[0] = (byte)'"';
            var close = text[(at + 1)..].IndexOf(ending);
            return close < 0 ? text.Length : at + 1 + close + ending.Length;
        }

        var verbatim = language == ImportLanguage.CSharp && at > 0 && (text[at - 1] == '@' || (at > 1 && text[at - 1] == '$' && text[at - 2] == '@'));
        if (quote == '\'' && language == ImportLanguage.Rust)
        {
            return Character(text, at);
        }

        for (at++; at < text.Length && (text[at] != '\n' || verbatim || language == ImportLanguage.Rust); at++)
        {
            if (text[at] == '\\' && !verbatim)
            {
                at++;
            }
            else if (text[at] == quote)
            {
                return at + 1;
            }
        }

        return Math.Min(at, text.Length);
    }

    public static bool IsWord(byte c) => c is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'_' || c > 127;

    // A character or a lifetime.
    private static int Character(ReadOnlySpan<byte> text, int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '\\')
        {
            var end = text[Math.Min(at + 3, text.Length)..].IndexOf((byte)'\'');
            return end is < 0 or > 10 ? at + 2 : at + 3 + end + 1;
        }

        return at + 2 < text.Length && text[at + 2] == '\'' ? at + 3 : at + 1;
    }

    // `r"`, `r#"`, `br##"`: how many hashes; -1 for an ordinary string.
    private static int RawHashes(ReadOnlySpan<byte> text, int quote)
    {
        var at = quote - 1;
        while (at >= 0 && text[at] == '#')
        {
            at--;
        }

        return at >= 0 && text[at] == 'r' && (at == 0 || !IsWord(text[at - 1]) || text[at - 1] == 'b') ? quote - 1 - at : -1;
    }

    private static int LineEnd(ReadOnlySpan<byte> text, int at)
    {
        var end = text[at..].IndexOf((byte)'\n');
        return end < 0 ? text.Length : at + end;
    }

    private static int BlockEnd(ReadOnlySpan<byte> text, int at, bool nests)
    {
        var depth = 0;
        for (; at + 1 < text.Length; at++)
        {
            if (text[at] == '*' && text[at + 1] == '/')
            {
                at++;
                if (--depth <= 0)
                {
                    return at + 1;
                }
            }
            else if (text[at] == '/' && text[at + 1] == '*' && (depth == 0 || nests))
            {
                depth++;
                at++;
            }
        }

        return text.Length;
    }
}
