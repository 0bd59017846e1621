namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>Shell patterns: <c>*</c>, <c>?</c>, <c>[…]</c>, backslashes.</summary>
internal static class GlobPattern
{
    /// <summary>Whether the whole text fits the pattern. Work is bounded by the product of their lengths.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < pattern.Length && One(pattern[p..], text[t], out var width))
            {
                p += width;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    /// <summary>How long the longest beginning of the text is that fits; -1 when none does.</summary>
    public static int LongestPrefix(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IndexOfAny("*?[\\") < 0)
        {
            return text.StartsWith(pattern) ? pattern.Length : -1;
        }

        var most = pattern.Contains('*') ? text.Length : Math.Min(text.Length, pattern.Length);
        for (var length = most; length >= 0; length--)
        {
            if (Matches(pattern, text[..length]))
            {
                return length;
            }
        }

        return -1;
    }

    private static bool One(ReadOnlySpan<char> pattern, char c, out int width)
    {
        width = 1;
        switch (pattern[0])
        {
            case '?':
                return true;
            case '\\' when pattern.Length > 1:
                width = 2;
                return pattern[1] == c;
            case '[' when pattern[1..].IndexOf(']') >= 0:
                return Class(pattern, c, out width);
            default:
                return pattern[0] == c;
        }
    }

    private static bool Class(ReadOnlySpan<char> pattern, char c, out int width)
    {
        var i = 1;
        var negated = pattern[i] is '!' or '^';
        i += negated ? 1 : 0;
        var found = false;
        for (var first = true; i < pattern.Length && (first || pattern[i] != ']'); first = false)
        {
            if (i + 2 < pattern.Length && pattern[i + 1] == '-' && pattern[i + 2] != ']')
            {
                found |= pattern[i] <= c && c <= pattern[i + 2];
                i += 3;
            }
            else
            {
                found |= pattern[i] == c;
                i++;
            }
        }

        width = Math.Min(i + 1, pattern.Length);
        return found != negated;
    }
}
