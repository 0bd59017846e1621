using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Kinds;

/// <summary>One shape of codes: which characters stand where.</summary>
/// <param name="text">9 for a digit, a and A for letters, h and H for hexadecimal digits, anything else for itself.</param>
internal sealed class Shape(string text)
{
    private const string Digits = "0123456789";
    private const int HexLeast = 8;
    private readonly char[] _seen = new char[text.Length];
    private readonly bool[] _varies = new bool[text.Length];

    public string Text => text;

    /// <summary>How many values have it.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it holds words that differ from value to value, or that too few values share to know.</summary>
    /// <param name="common">How many are enough.</param>
    public bool HasWords(int common)
    {
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            if (text.AsSpan(i, 3).SequenceEqual("aaa") && (Count < common || _varies[i] || _varies[i + 1] || _varies[i + 2]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the shape of <paramref name="value"/> to <paramref name="shape"/>, which is as long.</summary>
    public static void Of(ReadOnlySpan<char> value, Span<char> shape)
    {
        var hex = HexOf(value);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            shape[i] = hex != default && char.IsAsciiHexDigit(c) ? hex : char.IsAsciiDigit(c) ? '9' : char.IsUpper(c) ? 'A' : char.IsLetter(c) ? 'a' : c;
        }
    }

    public void Add(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            _varies[i] |= Count > 0 && _seen[i] != value[i];
            _seen[i] = value[i];
        }

        Count++;
    }

    /// <summary>A new value of the shape: what all values share stays, and <paramref name="longer"/> digits more make room where none is left.</summary>
    /// <param name="chance">Where it is drawn from.</param>
    /// <param name="longer">Digits added.</param>
    /// <param name="common">How many values must share a character for it to be the kind's and nobody's own.</param>
    public string Draw(Chance chance, int longer, int common)
    {
        Span<char> value = stackalloc char[text.Length + longer];
        for (var i = 0; i < text.Length; i++)
        {
            value[i] = text[i] switch
            {
                _ when Count >= common && !_varies[i] => _seen[i],
                '9' => Pick(Digits, chance),
                'h' => Pick("0123456789abcdef", chance),
                'H' => Pick("0123456789ABCDEF", chance),
                'a' => Pick("abcdefghijklmnopqrstuvwxyz", chance),
                'A' => Pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ", chance),
                var other => other,
            };
        }

        for (var i = 0; i < longer; i++)
        {
            value[text.Length + i] = Pick(Digits, chance);
        }

        return new string(value);
    }

    // The class that stands for hexadecimal digits of one case; default for what is not hexadecimal throughout.
    private static char HexOf(ReadOnlySpan<char> value)
    {
        var (lower, upper, digits) = (0, 0, 0);
        foreach (var c in value)
        {
            if (char.IsLetter(c) && !char.IsAsciiHexDigit(c))
            {
                return default;
            }

            lower += c is >= 'a' and <= 'f' ? 1 : 0;
            upper += c is >= 'A' and <= 'F' ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits == 0 || lower + upper == 0 || lower + upper + digits < HexLeast || (lower > 0 && upper > 0) ? default : lower > 0 ? 'h' : 'H';
    }

    private static char Pick(string from, Chance chance) => from[chance.Below(from.Length)];
}
