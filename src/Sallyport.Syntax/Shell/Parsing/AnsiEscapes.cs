using System.Globalization;
using System.Text;

namespace Sallyport.Syntax.Shell.Parsing;

/// <summary>The backslash escapes of <c>$'…'</c>, <c>echo -e</c> and <c>printf</c>.</summary>
internal static class AnsiEscapes
{
    /// <summary>The text with its escapes replaced; a NUL ends it, as it does in a shell.</summary>
    /// <param name="text">Text with escapes.</param>
    /// <param name="zero">Whether an octal number may have a leading zero beside its three digits, as in <c>echo -e</c> and <c>printf %b</c>.</param>
    public static string Decode(ReadOnlySpan<char> text, bool zero = false)
    {
        if (text.IndexOf('\\') < 0)
        {
            return text.ToString();
        }

        var result = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                Flush();
                result.Append(text[i]);
                continue;
            }

            var c = text[++i];
            var simple = Simple(c);
            if (simple != '\0')
            {
                Flush();
                result.Append(simple);
            }
            else if (c is >= '0' and <= '7')
            {
                var most = zero && c == '0' ? 4 : 3;
                bytes.Add((byte)Number(text, ref i, most, 8, i));
            }
            else if (c == 'x' && i + 1 < text.Length && char.IsAsciiHexDigit(text[i + 1]))
            {
                i++;
                bytes.Add((byte)Number(text, ref i, 2, 16, i));
            }
            else if (c is 'u' or 'U' && i + 1 < text.Length && char.IsAsciiHexDigit(text[i + 1]))
            {
                i++;
                var rune = Number(text, ref i, c == 'u' ? 4 : 8, 16, i);
                Flush();
                result.Append(Rune.IsValid(rune) ? new Rune((int)rune).ToString() : "\uFFFD");
            }
            else if (c == 'c' && i + 1 < text.Length && !zero)
            {
                Flush();
                result.Append((char)(text[++i] & 0x1F));
            }
            else
            {
                Flush();
                result.Append('\\').Append(c);
            }
        }

        Flush();
        var all = result.ToString();
        var nul = all.IndexOf('\0', StringComparison.Ordinal);
        return nul < 0 ? all : all[..nul];

        void Flush()
        {
            if (bytes.Count > 0)
            {
                result.Append(Encoding.UTF8.GetString([.. bytes]));
                bytes.Clear();
            }
        }
    }

    private static char Simple(char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'a' => '\a',
        'b' => '\b',
        'e' or 'E' => '\u001b',
        'f' => '\f',
        'v' => '\v',
        '\\' => '\\',
        '\'' => '\'',
        '"' => '"',
        '?' => '?',
        _ => '\0',
    };

    private static uint Number(ReadOnlySpan<char> text, ref int at, int most, int radix, int start)
    {
        var value = 0u;
        while (at < text.Length && at - start < most && Digit(text[at]) is var digit && digit < radix)
        {
            value = (value * (uint)radix) + (uint)digit;
            at++;
        }

        at--;
        return value;
    }

    private static int Digit(char c) => char.IsAsciiHexDigit(c)
        ? int.Parse([c], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : 99;
}
