namespace Sallyport.Core.Ignoring;

/// <summary>A bracket expression of a wildcard pattern, such as <c>[a-c]</c>, <c>[!0-9]</c> or <c>[[:space:]]</c>.</summary>
internal sealed class ByteClass
{
    private readonly bool[] _members = new bool[256];

    public bool Contains(byte value) => _members[value];

    /// <summary>Reads the expression that opens at <paramref name="at"/> and leaves <paramref name="at"/> on its closing bracket; null when it never closes or names an unknown class.</summary>
    public static ByteClass? Parse(ReadOnlySpan<byte> pattern, ref int at)
    {
        var set = new ByteClass();
        var i = at + 1;
        var negated = i < pattern.Length && pattern[i] is (byte)'!' or (byte)'^';
        i += negated ? 1 : 0;
        for (var first = i; ; i++)
        {
            if (i >= pattern.Length)
            {
                return null;
            }

            if (pattern[i] == ']' && i > first)
            {
                break;
            }

            if (pattern[i] == '[' && i + 1 < pattern.Length && pattern[i + 1] == ':')
            {
                var close = pattern[(i + 2)..].IndexOf(":]"u8);
                if (close < 0 || !set.AddNamed(pattern.Slice(i + 2, close)))
                {
                    return null;
                }

                i += close + 3;
            }
            else if (!set.AddRange(pattern, ref i))
            {
                return null;
            }
        }

        if (negated)
        {
            for (var c = 0; c < 256; c++)
            {
                set._members[c] = !set._members[c];
            }
        }

        at = i;
        return set;
    }

    private bool AddRange(ReadOnlySpan<byte> pattern, ref int i)
    {
        if (!Member(pattern, ref i, out var low))
        {
            return false;
        }

        var high = low;
        if (i + 2 < pattern.Length && pattern[i + 1] == '-' && pattern[i + 2] != ']')
        {
            i += 2;
            if (!Member(pattern, ref i, out high))
            {
                return false;
            }
        }

        for (int c = low; c <= high; c++)
        {
            _members[c] = true;
        }

        return true;
    }

    private static bool Member(ReadOnlySpan<byte> pattern, ref int i, out byte value)
    {
        i += pattern[i] == '\\' ? 1 : 0;
        value = i < pattern.Length ? pattern[i] : (byte)0;
        return i < pattern.Length;
    }

    private bool AddNamed(ReadOnlySpan<byte> name)
    {
        Func<char, bool>? test = System.Text.Encoding.ASCII.GetString(name) switch
        {
            "alnum" => char.IsAsciiLetterOrDigit,
            "alpha" => char.IsAsciiLetter,
            "blank" => c => c is ' ' or '\t',
            "cntrl" => c => c < ' ' || c == 0x7F,
            "digit" => char.IsAsciiDigit,
            "graph" => c => c is > ' ' and < (char)0x7F,
            "lower" => char.IsAsciiLetterLower,
            "print" => c => c is >= ' ' and < (char)0x7F,
            "punct" => c => c is > ' ' and < (char)0x7F && !char.IsAsciiLetterOrDigit(c),
            "space" => c => c is ' ' or (>= '\t' and <= '\r'),
            "upper" => char.IsAsciiLetterUpper,
            "xdigit" => char.IsAsciiHexDigit,
            _ => null,
        };
        for (var c = 0; test is not null && c < 128; c++)
        {
            _members[c] |= test((char)c);
        }

        return test is not null;
    }
}
