using System.Text;

namespace Sallyport.Bench;

/// <summary>Values that are nobody's, drawn anew in each run, in the carriers in which they leave.</summary>
internal sealed class Planting(Random random)
{
    /// <summary>A value of every kind that a text on its way out must not hold.</summary>
    public IEnumerable<(string Kind, string Value)> Values()
    {
        yield return ("email", $"{Word(6)}.{Word(7)}@{Word(9)}.de");
        yield return ("payment-card", Luhn("4" + Digits(14)) is var card ? $"{card[..4]} {card[4..8]} {card[8..12]} {card[12..]}" : "");
        yield return ("iban", Iban("DE", Digits(18)));
        yield return ("us-ssn", $"{random.Next(100, 600)}-{random.Next(10, 99)}-{random.Next(1000, 9999)}");
        yield return ("phone", $"+49 30 {random.Next(2000000, 9999999)}");
        yield return ("ip", $"{random.Next(80, 95)}.{random.Next(2, 250)}.{random.Next(2, 250)}.{random.Next(2, 250)}");
        yield return ("mac", $"3c:22:fb:{random.Next(16, 255):x2}:{random.Next(16, 255):x2}:{random.Next(16, 255):x2}");
        yield return ("github", $"gho_{Token(36)}");
        yield return ("stripe", $"sk_live_{Token(24)}");
        yield return ("aws", $"AKIA{Upper(16)}");
        yield return ("slack", $"xoxb-{Digits(12)}-{Digits(12)}-{Token(24)}");
    }

    /// <summary>The value in everything it may travel in; none shows it in the clear but the first ones.</summary>
    public IEnumerable<(string Name, byte[] Text)> Carriers(string kind, string value)
    {
        var line = kind switch { "us-ssn" => $"his ssn is {value}, as filed", "payment-card" => $"card {value} was charged", "phone" => $"call {value} today", "mac" => $"the mac address is {value} here", _ => $"value: {value} and so on" };
        yield return ("plain", Utf8($"Please look at this. {line}\nThank you.\n"));
        yield return ("quoted", Utf8($"{{\"note\": \"{line}\", \"n\": 3}}\n"));
        yield return ("crlf, no end", Utf8($"one\r\n{line}\r\ntwo"));
        yield return ("base64", Utf8($"data = {Convert.ToBase64String(Utf8(line))}\nend\n"));
        yield return ("base64url", Utf8($"x {Convert.ToBase64String(Utf8("ab " + line)).TrimEnd('=').Replace('+', '-').Replace('/', '_')} y\n"));
        yield return ("hexadecimal", Utf8($"blob {Convert.ToHexStringLower(Utf8(line))} end\n"));
        yield return ("percent", Utf8($"GET /q?text={string.Concat(line.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"%{(int)c:X2}"))} HTTP/1.1\n"));
        yield return ("unicode escapes", Utf8($"\"{string.Concat(line.Select(c => $"\\u{(int)c:x4}"))}\"\n"));
        yield return ("entities", Utf8($"<p>{string.Concat(line.Select(c => $"&#{(int)c};"))}</p>\n"));
        yield return ("twice base64", Utf8($"z {Convert.ToBase64String(Utf8(Convert.ToBase64String(Utf8(line))))} z\n"));
        yield return ("not UTF-8", [0xFF, 0xC3, 0x28, .. Utf8($" {line} "), 0x80, 0x00, 0x0A]);
    }

    public string Prompt(int length)
    {
        var text = new StringBuilder();
        string[] words = ["the", "function", "returns", "an", "error", "when", "request", "has", "no", "header", "and", "2026", "retry", "3", "times", "before", "giving", "up;", "see", "log", "line", "417:", "at", "Handler.Run()", "in", "src/app/handler.cs", "(x", "=>", "x.Id)", "==", "null"];
        while (text.Length < length)
        {
            text.Append(words[random.Next(words.Length)]).Append(random.Next(14) == 0 ? '\n' : ' ');
            if (random.Next(6000) == 0)
            {
                foreach (var (_, value) in Values())
                {
                    text.Append(value).Append(' ');
                }
            }
        }

        return text.ToString(0, length);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private string Of(string alphabet, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));

    private string Word(int length) => Of("abcdefghijklmnoprstuvwz", length);

    private string Digits(int length) => Of("123456789", 1) + Of("0123456789", length - 1);

    private string Token(int length) => Of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length);

    private string Upper(int length) => Of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);

    private static string Luhn(string digits)
    {
        for (var check = 0; ; check++)
        {
            var sum = 0;
            var all = digits + check;
            for (var i = 0; i < all.Length; i++)
            {
                var digit = all[^(i + 1)] - '0';
                digit = i % 2 == 1 ? digit * 2 : digit;
                sum += digit > 9 ? digit - 9 : digit;
            }

            if (sum % 10 == 0)
            {
                return all;
            }
        }
    }

    private static string Iban(string country, string account)
    {
        var rest = System.Numerics.BigInteger.Parse($"{account}{country[0] - 'A' + 10}{country[1] - 'A' + 10}00", System.Globalization.CultureInfo.InvariantCulture) % 97;
        return $"{country}{98 - (int)rest:00}{account}";
    }
}
