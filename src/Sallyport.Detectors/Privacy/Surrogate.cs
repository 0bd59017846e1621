using System.Text;
using Sallyport.Detectors.Privacy.Numbers;

namespace Sallyport.Detectors.Privacy;

/// <summary>Makes what stands in for a value: of the same form, where programs look at the form, and nobody's.</summary>
/// <remarks>
/// Addresses lie at names and in networks that are set aside for documentation. Numbers keep length, letters and grouping, and fail their check digits or begin
/// with zeros that nobody gives out. Tokens keep what tells their kind and say in their first characters that they are redacted.
/// </remarks>
public static class Surrogate
{
    private const string Marker = "REDACTED";
    private const int LeastLength = 8;
    private const int ShortestToken = 20;

    /// <summary>Makes one; another <paramref name="random"/> gives another.</summary>
    /// <param name="kind">What the value is, as in <see cref="Core.Detection.SensitiveValue.Kind"/>.</param>
    /// <param name="value">The value.</param>
    /// <param name="kept">How many of its first bytes stay.</param>
    /// <param name="random">Where its letters and digits come from.</param>
    public static byte[] Of(string kind, ReadOnlySpan<byte> value, int kept, SurrogateRandom random)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(random);
        return kind switch
        {
            "" => Encoding.ASCII.GetBytes($"redacted-{random.Word(12)}"),
            "email" => Encoding.ASCII.GetBytes($"{random.Word(10)}@example.com"),
            "ip" => Address(value, random),
            "mac" => Shaped(value, random, "025350"u8),
            "phone" => Shaped(value, random, value.Length > 0 && value[0] == '+' ? "999"u8 : "000"u8),
            "payment-card" => Failing(value, random, 1),
            "iban" => Shaped(value, random, [(byte)(value[0] & ~32), (byte)(value[1] & ~32), (byte)'0', (byte)'0']),
            "us-ssn" => Shaped(value, random, "000"u8),
            "birth-date" => Date(value, random),
            "encoded" => Shaped(value, random, []),
            _ when kind.Contains('/', StringComparison.Ordinal) => Token(value, Math.Min(kept, value.Length), random),
            _ when NumberCatalogue.Shared.Find(kind) is not null => Number(kind, value, random),
            _ => Lengthened(Shaped(value, random, []), random),
        };
    }

    // Letter for letter, digit for digit; the first ones are given.
    private static byte[] Shaped(ReadOnlySpan<byte> value, SurrogateRandom random, ReadOnlySpan<byte> beginning)
    {
        var text = new byte[value.Length];
        for (int i = 0, j = 0; i < value.Length; i++)
        {
            var alphanumeric = char.IsAsciiLetterOrDigit((char)value[i]);
            text[i] = alphanumeric && j < beginning.Length ? beginning[j] : random.Like(value[i]);
            j += alphanumeric ? 1 : 0;
        }

        return text;
    }

    private static byte[] Lengthened(byte[] text, SurrogateRandom random) =>
        text.Length >= LeastLength ? text : [.. text, .. Encoding.ASCII.GetBytes(random.Word(LeastLength + 4 - text.Length))];

    private static byte[] Number(string id, ReadOnlySpan<byte> value, SurrogateRandom random)
    {
        var kind = NumberCatalogue.Shared.Find(id)!;
        var text = Shaped(value, random, []);
        for (var i = 0; i < 16 && kind.Holds(Letters(text), out var proves) && proves; i++)
        {
            text = Shaped(value, random, []);
        }

        // Where no check digit tells, nobody is given zeros.
        var digit = text.AsSpan().IndexOfAnyInRange((byte)'0', (byte)'9');
        if (!kind.Holds(Letters(text), out _) || digit < 0)
        {
            return Lengthened(text, random);
        }

        for (var zeros = 0; zeros < 3 && digit < text.Length; digit++)
        {
            if (char.IsAsciiDigit((char)text[digit]))
            {
                text[digit] = (byte)'0';
                zeros++;
            }
        }

        return Lengthened(text, random);
    }

    // Keeps so many digits in front and fails the check digit.
    private static byte[] Failing(ReadOnlySpan<byte> value, SurrogateRandom random, int front)
    {
        var text = Shaped(value, random, value[..front]);
        if (Numbers.Checks.Luhn.Holds(Letters(text)))
        {
            text[^1] = (byte)('0' + ((text[^1] - '0' + 1) % 10));
        }

        return text;
    }

    private static byte[] Letters(ReadOnlySpan<byte> text)
    {
        var letters = new List<byte>(text.Length);
        foreach (var b in text)
        {
            if (char.IsAsciiLetterOrDigit((char)b))
            {
                letters.Add((byte)(b > '9' ? b & ~32 : b));
            }
        }

        return [.. letters];
    }

    // 240.0.0.0/4 is nobody's, 2001:db8::/32 is for documentation. A prefix length stays.
    private static byte[] Address(ReadOnlySpan<byte> value, SurrogateRandom random)
    {
        var slash = value.IndexOf((byte)'/');
        var prefix = slash < 0 ? "" : Encoding.ASCII.GetString(value[slash..]);
        return Encoding.ASCII.GetBytes(value.Contains((byte)':')
            ? $"2001:db8:{random.Hexadecimal()}:{random.Hexadecimal()}:{random.Hexadecimal()}:{random.Hexadecimal()}:{random.Hexadecimal()}:{random.Hexadecimal()}{prefix}"
            : $"{240 + random.Next(14)}.{random.Next(256)}.{random.Next(256)}.{1 + random.Next(254)}{prefix}");
    }

    // A day of the last century in the same notation.
    private static byte[] Date(ReadOnlySpan<byte> value, SurrogateRandom random)
    {
        var text = value.ToArray();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiDigit((char)text[end]))
            {
                end++;
            }

            var number = (end - i) switch
            {
                1 => $"{1 + random.Next(9)}",
                2 => $"{1 + random.Next(12):00}",
                4 => $"19{random.Next(100):00}",
                8 => $"19{random.Next(100):00}{1 + random.Next(12):00}{1 + random.Next(28):00}",
                _ => "",
            };
            Encoding.ASCII.GetBytes(number).CopyTo(text, i);
            i = Math.Max(end, i + 1);
        }

        return text;
    }

    private static byte[] Token(ReadOnlySpan<byte> value, int kept, SurrogateRandom random)
    {
        var body = value[kept..];
        if (body.IndexOfAny((byte)'\n', (byte)' ') >= 0 && body.IndexOf("-----"u8) >= 0)
        {
            return Armour(value, random);
        }

        if (body.Length >= ShortestToken && IsNumeric(body))
        {
            return [.. value[..kept], .. Mostly(body, random)];
        }

        var text = new StringBuilder(Marker).Append(random.Letters(Math.Clamp(body.Length - Marker.Length, 10, 16)));
        while (text.Length < body.Length)
        {
            text.Append(Marker);
        }

        text.Length = Math.Max(Math.Min(text.Length, body.Length), Marker.Length + 10);
        return [.. value[..kept], .. Encoding.ASCII.GetBytes(text.ToString())];
    }

    // Hexadecimal digits with hyphens cannot say that they are redacted: four in five are zeros.
    private static bool IsNumeric(ReadOnlySpan<byte> body)
    {
        foreach (var b in body)
        {
            if (!char.IsAsciiHexDigit((char)b) && b != '-')
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Mostly(ReadOnlySpan<byte> body, SurrogateRandom random)
    {
        var text = Shaped(body, random, []);
        for (var i = 0; i < text.Length - Math.Max(8, text.Length / 5); i++)
        {
            text[i] = text[i] == '-' ? text[i] : (byte)'0';
        }

        for (var i = 0; i < text.Length; i++)
        {
            text[i] = text[i] is >= (byte)'g' and <= (byte)'z' ? (byte)('a' + (text[i] % 6)) : text[i] is >= (byte)'G' and <= (byte)'Z' ? (byte)('A' + (text[i] % 6)) : text[i];
        }

        return text;
    }

    // The lines of dashes stay, so that what reads keys sees one.
    private static byte[] Armour(ReadOnlySpan<byte> value, SurrogateRandom random)
    {
        var text = Shaped(value, random, []);
        for (var at = 0; at < value.Length;)
        {
            var feed = value[at..].IndexOf((byte)'\n');
            var end = feed < 0 ? value.Length : at + feed;
            if (value[at..end].IndexOf("-----"u8) >= 0)
            {
                value[at..end].CopyTo(text.AsSpan(at));
            }

            at = end + 1;
        }

        return text;
    }
}
