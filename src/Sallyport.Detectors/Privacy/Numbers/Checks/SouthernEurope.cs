namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of Spain, Portugal, Italy and Greece.</summary>
internal static class SouthernEurope
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "nif" => static v => Letter(BirthDate.Number(v[..^1])) == v[^1],
        "nie" => static v => Letter(((v[0] - 'X') * (v.Length == 9 ? 10_000_000 : 100_000_000)) + BirthDate.Number(v[1..^1])) == v[^1],
        "cif" => Cif,
        "pt-nif" => static v => v[0] is not ((byte)'0' or (byte)'4' or (byte)'7') && Below(Weights.Sum(v, [9, 8, 7, 6, 5, 4, 3, 2])) == v[8] - '0',
        "pt-cc" => CitizenCard,
        "it-cf-day" => FiscalDay,
        "it-cf" => FiscalCode,
        "it-vat" => static v => v[^11..].IndexOfAnyExcept((byte)'0') >= 0 && Luhn.Holds(v[^11..]),
        "it-licence" => static v => v[0] != 'U' || v[1] != '1' || char.IsAsciiLetter((char)v[9]),
        "gr-amka" => static v => BirthDate.IsDayFirst(v) && Luhn.Holds(v),
        "afm" => static v => v.IndexOfAnyExcept((byte)'0') >= 0 && (Powers(v) % 11 % 10) == v[8] - '0',
        _ => null,
    };

    private static byte Letter(int number) => "TRWAGMYFPDXBNJZSQVHLCKE"u8[number % 23];

    private static int Below(int sum) => sum % 11 < 2 ? 0 : 11 - (sum % 11);

    private static int Powers(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (value[i] - '0') << (8 - i);
        }

        return sum;
    }

    private static bool Cif(ReadOnlySpan<byte> value)
    {
        if (value[1..8].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        var control = (10 - (Luhn.Sum([.. value[1..8], (byte)'0']) % 10)) % 10;
        return value[8] == '0' + control || value[8] == "JABCDEFGHI"u8[control];
    }

    private static bool CitizenCard(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            var digit = Weights.Digit(value[i]);
            digit = (i & 1) == 0 ? digit * 2 : digit;
            sum += (i & 1) == 0 && digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    // Where names collided, letters stand for digits.
    private static bool FiscalDay(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> numeric = [6, 7, 9, 10, 12, 13, 14];
        foreach (var place in numeric)
        {
            if (!char.IsAsciiDigit((char)value[place]) && !"LMNPQRSTUV"u8.Contains(value[place]))
            {
                return false;
            }
        }

        return (Digit(value[9]) * 10) + Digit(value[10]) is (>= 0 and <= 31) or (>= 40 and <= 71);

        static int Digit(byte b) => b <= '9' ? b - '0' : "LMNPQRSTUV"u8.IndexOf(b);
    }

    // Odd places count by a table of their own.
    private static bool FiscalCode(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var rank = value[i] <= '9' ? value[i] - '0' : value[i] - 'A';
            sum += (i & 1) == 0 ? odd[rank] : rank;
        }

        return value[15] == 'A' + (sum % 26);
    }
}
