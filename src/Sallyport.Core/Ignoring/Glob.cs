namespace Sallyport.Core.Ignoring;

/// <summary>A git wildcard pattern. Matching follows every possibility at once, so that no pattern costs more than its length times the name's.</summary>
internal sealed class Glob
{
    private const byte Slash = (byte)'/';
    private readonly Token[] _tokens;
    private readonly bool _path;

    private Glob(Token[] tokens, bool path)
    {
        _tokens = tokens;
        _path = path;
    }

    private enum Kind : byte
    {
        Byte,
        Any,
        Set,
        Star,
        Folders,
        InsideFolders,
        Rest,
    }

    /// <summary>How much one match costs at most per byte of the name.</summary>
    public int Cost => _tokens.Length;

    /// <summary>Reads <paramref name="pattern"/>; null when it can match nothing (an open bracket, a closing backslash).</summary>
    /// <param name="pattern">As in an ignore file.</param>
    /// <param name="path">Whether it matches a path, where only <c>**</c> crosses a slash, rather than a name.</param>
    public static Glob? Parse(ReadOnlySpan<byte> pattern, bool path)
    {
        var tokens = new List<Token>(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case (byte)'\\' when ++i == pattern.Length:
                    return null;
                case (byte)'?':
                    tokens.Add(new Token(Kind.Any));
                    break;
                case (byte)'[':
                    var set = ByteClass.Parse(pattern, ref i);
                    if (set is null)
                    {
                        return null;
                    }

                    tokens.Add(new Token(Kind.Set, Class: set));
                    break;
                case (byte)'*':
                    i = Stars(pattern, i, path, tokens);
                    break;
                default:
                    tokens.Add(new Token(Kind.Byte, pattern[i]));
                    break;
            }
        }

        return new Glob([.. tokens], path);
    }

    public bool Matches(ReadOnlySpan<byte> text)
    {
        var count = _tokens.Length;
        if (count > 0 && _tokens[0].Kind == Kind.Byte && (text.IsEmpty || text[0] != _tokens[0].Value))
        {
            return false;
        }

        Span<bool> now = count < 256 ? stackalloc bool[count + 1] : new bool[count + 1];
        Span<bool> next = count < 256 ? stackalloc bool[count + 1] : new bool[count + 1];
        now.Clear();
        now[0] = true;
        Skip(now);
        foreach (var c in text)
        {
            next.Clear();
            var alive = false;
            for (var i = 0; i < count; i++)
            {
                if (now[i])
                {
                    alive |= Step(i, c, next);
                }
            }

            if (!alive)
            {
                return false;
            }

            Skip(next);
            var swap = now;
            now = next;
            next = swap;
        }

        return now[count];
    }

    // `**` counts only as a whole component; anywhere else git reads it as one star.
    private static int Stars(ReadOnlySpan<byte> pattern, int at, bool path, List<Token> tokens)
    {
        var end = at;
        while (end < pattern.Length && pattern[end] == '*')
        {
            end++;
        }

        var component = path && end - at >= 2 && (at == 0 || pattern[at - 1] == Slash);
        if (component && end == pattern.Length)
        {
            tokens.Add(new Token(Kind.Rest));
            return end - 1;
        }

        if (component && pattern[end] == Slash)
        {
            tokens.Add(new Token(Kind.Folders));
            tokens.Add(new Token(Kind.InsideFolders));
            return end;
        }

        tokens.Add(new Token(Kind.Star));
        return end - 1;
    }

    private void Skip(Span<bool> states)
    {
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (states[i])
            {
                if (_tokens[i].Kind is Kind.Star or Kind.Rest or Kind.Folders)
                {
                    states[i + 1] = true;
                }

                if (_tokens[i].Kind == Kind.Folders)
                {
                    states[i + 2] = true;
                }
            }
        }
    }

    private bool Step(int i, byte c, Span<bool> next)
    {
        ref readonly var token = ref _tokens[i];
        switch (token.Kind)
        {
            case Kind.Byte when c == token.Value:
            case Kind.Any when c != Slash || !_path:
            case Kind.Set when (c != Slash || !_path) && token.Class!.Contains(c):
                return next[i + 1] = true;
            case Kind.Star when c != Slash || !_path:
            case Kind.Rest:
                return next[i] = true;
            case Kind.InsideFolders:
                next[i] = true;
                next[i + 1] |= c == Slash;
                return true;
            default:
                return false;
        }
    }

    private readonly record struct Token(Kind Kind, byte Value = 0, ByteClass? Class = null);
}
