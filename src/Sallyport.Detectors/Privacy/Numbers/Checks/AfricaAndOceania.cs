namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of Africa, Australia and New Zealand.</summary>
internal static class AfricaAndOceania
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "za-id" => static v => BirthDate.IsYearFirst(v) && v[10] is (byte)'0' or (byte)'1' or (byte)'2' && Luhn.Holds(v),
        "eg-id" => static v => BirthDate.IsYearFirst(v[1..7]) && BirthDate.Number(v[7..9]) is >= 1 and <= 35 or 88,
        "tfn" => static v => v.IndexOfAnyExcept((byte)'0') >= 0 && Weights.Sum(v, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0,
        "abn" => static v => v[0] != '0' && (Weights.Sum(v, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0,
        "acn" => static v => v.IndexOfAnyExcept((byte)'0') >= 0 && (10 - (Weights.Sum(v, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 == v[8] - '0',
        "au-medicare" => static v => Weights.Sum(v, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == v[8] - '0',
        "ird" => Inland,
        "nhi" => static v => HealthIndex(v),
        _ => null,
    };

    private static bool Inland(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> digits = value.Length == 8 ? [(byte)'0', .. value] : value;
        if (BirthDate.Number(digits) is < 10_000_000 or > 150_000_000)
        {
            return false;
        }

        var check = Below(Weights.Sum(digits, [3, 2, 7, 6, 5, 4, 3, 2]));
        check = check == 10 ? Below(Weights.Sum(digits, [7, 4, 3, 2, 5, 2, 7, 6])) : check;
        return check == digits[8] - '0';

        static int Below(int sum) => (11 - (sum % 11)) % 11;
    }

    // Letters count from 1 without I and O.
    private static bool HealthIndex(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 6; i++)
        {
            sum += (i < 3 ? "ABCDEFGHJKLMNPQRSTUVWXYZ"u8.IndexOf(value[i]) + 1 : value[i] - '0') * (7 - i);
        }

        return sum % 11 != 0 && (11 - (sum % 11)) % 10 == value[6] - '0';
    }
}
