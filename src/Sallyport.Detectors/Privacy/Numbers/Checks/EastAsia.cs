namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of China, Korea, Japan and South East Asia.</summary>
internal static class EastAsia
{
    private const string KoreanRegions = "11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 28 ";

    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "cn-id" => static v => v[0] is >= (byte)'1' and <= (byte)'9' && BirthDate.IsWhole(v[6..14]) && v[17] == "10X98765432"u8[Weights.Sum(v, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11],
        "kr-rrn" => static v => Korean(v, 11),
        "kr-frn" => static v => Korean(v, 13),
        "kr-brn" => static v => v.IndexOfAnyExcept((byte)'0') >= 0 && (Weights.Sum(v, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + ((v[8] - '0') * 5 / 10) + v[9] - '0') % 10 == 0,
        "kr-licence" => static v => KoreanRegions.AsSpan().IndexOf([(char)v[0], (char)v[1], ' ']) >= 0,
        "my-number" => static v => Weights.Sum(v, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 is var r && (r <= 1 ? 0 : 11 - r) == v[11] - '0' && v.IndexOfAnyExcept(v[0]) >= 0,
        "tw-id" => Taiwanese,
        "hk-id" => HongKong,
        "my-nric" => static v => BirthDate.IsYearFirst(v) && BirthDate.Number(v[6..8]) is >= 1 and <= 16 or >= 21 and <= 59 or 82,
        "nik" => static v => BirthDate.Number(v[..2]) is >= 11 and <= 94 && BirthDate.Number(v[6..8]) % 40 is >= 1 and <= 31 && BirthDate.Number(v[8..10]) is >= 1 and <= 12 && v[12..].IndexOfAnyExcept((byte)'0') >= 0,
        "ph-tin" => static v => v[..9].IndexOfAnyExcept((byte)'0') >= 0 && Weights.Sum(v, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 == v[8] - '0',
        "cccd" => static v => BirthDate.Number(v[..3]) is >= 1 and <= 96,
        "nric" => Singapore,
        "uen" => Uen,
        "th-id" => static v => v[0] is >= (byte)'1' and <= (byte)'8' && BirthDate.Number(v[1..3]) is >= 10 and <= 96 && (11 - (Weights.Sum(v, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == v[12] - '0',
        _ => null,
    };

    // Since October 2020 the last six digits are drawn: numbers given out since have no check digit.
    private static bool Korean(ReadOnlySpan<byte> value, int modulus)
    {
        return BirthDate.IsYearFirst(value) && (modulus - (Weights.Sum(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 == value[12] - '0';
    }

    // The letter stands for a county and counts as two digits.
    private static bool Taiwanese(ReadOnlySpan<byte> value)
    {
        var county = "ABCDEFGHJKLMNPQRSTUVXYWZIO"u8.IndexOf(value[0]) + 10;
        return ((county / 10) + (county % 10 * 9) + Weights.Sum(value[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }

    private static bool HongKong(ReadOnlySpan<byte> value)
    {
        var first = value.Length == 9 ? (Weights.Digit(value[0]) * 9) + (Weights.Digit(value[1]) * 8) : (36 * 9) + (Weights.Digit(value[0]) * 8);
        var check = (11 - ((first + Weights.Sum(value[^7..], [7, 6, 5, 4, 3, 2])) % 11)) % 11;
        return value[^1] == (check == 10 ? 'A' : '0' + check);
    }

    private static bool Singapore(ReadOnlySpan<byte> value)
    {
        var sum = Weights.Sum(value[1..], [2, 7, 6, 5, 4, 3, 2]) + value[0] switch { (byte)'T' or (byte)'G' => 4, (byte)'M' => 3, _ => 0 };
        return value[8] == value[0] switch
        {
            (byte)'S' or (byte)'T' => "JZIHGFEDCBA"u8[sum % 11],
            (byte)'F' or (byte)'G' => "XWUTRQPNMLK"u8[sum % 11],
            _ => "XWUTRQPNJLK"u8[sum % 11],
        };
    }

    private static bool Uen(ReadOnlySpan<byte> value)
    {
        if (value.Length == 9)
        {
            return value[8] == "XMKECAWLJDB"u8[Weights.Sum(value, [10, 4, 9, 3, 8, 2, 7, 1]) % 11];
        }

        if (char.IsAsciiDigit((char)value[0]))
        {
            return BirthDate.Number(value[..4]) is >= 1800 and < 2100 && value[9] == "ZKCMDNERGWH"u8[Weights.Sum(value, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11];
        }

        var alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789"u8;
        ReadOnlySpan<byte> weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += alphabet.IndexOf(value[i]) * weights[i];
        }

        return value[9] == alphabet[(sum - 5 + 11) % 11];
    }
}
