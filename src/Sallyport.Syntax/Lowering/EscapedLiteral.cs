using System.Globalization;
using System.Text;

namespace Sallyport.Syntax.Lowering;

/// <summary>Reads the escapes that most languages share in quoted text.</summary>
internal static class EscapedLiteral
{
    /// <summary>The text that is meant.</summary>
    public static string Read(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            var c = text[++i];
            i += c switch
            {
                'x' => Code(text, i + 1, 2, result),
                'u' when i + 1 < text.Length && text[i + 1] == '{' => Braced(text, i + 1, result),
                'u' => Code(text, i + 1, 4, result),
                'U' => Code(text, i + 1, 8, result),
                _ => Simple(c, result),
            };
        }

        return result.ToString();
    }

    private static int Simple(char c, StringBuilder result)
    {
        var meant = c switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'v' => "\v",
            'e' => "\u001b",
            '\n' => "",
            _ => c.ToString(),
        };
        result.Append(meant);
        return 0;
    }

    private static int Code(string text, int at, int digits, StringBuilder result)
    {
        if (at + digits <= text.Length && uint.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            result.Append(Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD");
            return digits;
        }

        return 0;
    }

    private static int Braced(string text, int at, StringBuilder result)
    {
        var close = text.IndexOf('}', at);
        return close > at && Code(text, at + 1, close - at - 1, result) > 0 ? close - at + 1 : 0;
    }
}
