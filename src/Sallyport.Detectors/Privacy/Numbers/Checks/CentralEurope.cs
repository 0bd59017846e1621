namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of Germany, Austria and Luxembourg.</summary>
internal static class CentralEurope
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "de-tax" => static v => v[0] != '0' && MostOften(v[..10]) <= 3 && Weights.Iso7064(v),
        "de-steuernummer" => static v => v.Length != 13 || BirthDate.Number(v[..2]) is >= 1 and <= 16,
        "de-document" => Document,
        "rvnr" => Pension,
        "kvnr" => static v => Crossed(v, 0, 1, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) == v[9] - '0',
        "lanr" => static v => (10 - (Weights.Sum(v, [4, 9, 4, 9, 4, 9]) % 10)) % 10 == v[6] - '0' && v.IndexOfAnyExcept((byte)'0') >= 0,
        "de-vat" => static v => v[2] != '0' && Weights.Iso7064(v[2..]),
        "de-licence" => static v => v.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0,
        "at-svnr" => static v => v[0] != '0' && BirthDate.Number(v[4..6]) is >= 1 and <= 31 && BirthDate.Number(v[6..8]) is >= 1 and <= 15 && Weights.Sum(v, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == v[3] - '0',
        "lu" => static v => BirthDate.IsWhole(v[..8]) && Luhn.Holds(v[..12]) && Verhoeff.Holds([.. v[..11], v[12]]),
        _ => null,
    };

    private static int MostOften(ReadOnlySpan<byte> digits)
    {
        var most = 0;
        for (var digit = (byte)'0'; digit <= '9'; digit++)
        {
            most = Math.Max(most, digits.Count(digit));
        }

        return most;
    }

    // Nine characters, or ten with the check digit of the machine-readable line (ICAO 9303). Before 2010: T and eight digits.
    private static bool Document(ReadOnlySpan<byte> value) =>
        value.Length == 10 ? Weights.Sum(value, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == value[9] - '0' : value[1..].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;

    private static bool Pension(ReadOnlySpan<byte> value)
    {
        var day = BirthDate.Number(value[2..4]);
        return BirthDate.Number(value[..2]) >= 2 && BirthDate.Number(value[4..6]) is >= 1 and <= 12 && (day is >= 1 and <= 31 || day is >= 51 and <= 81)
            && Crossed(value, 8, 9, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) == value[11] - '0';
    }

    // The letter counts as two digits; sums of the products' digits.
    private static int Crossed(ReadOnlySpan<byte> value, int letter, int behind, ReadOnlySpan<byte> weights)
    {
        var number = value[letter] - 'A' + 1;
        ReadOnlySpan<byte> digits = [.. value[..letter], (byte)('0' + (number / 10)), (byte)('0' + (number % 10)), .. value[behind..^1]];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var product = (digits[i] - '0') * weights[i];
            sum += (product / 10) + (product % 10);
        }

        return sum % 10;
    }
}
