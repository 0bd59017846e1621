using System.Globalization;

namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers from Poland to Turkey.</summary>
internal static class EasternEurope
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "pesel" => static v => BirthDate.Is(BirthDate.Number(v[..2]), BirthDate.Number(v[2..4]) % 20, BirthDate.Number(v[4..6])) && Weights.Sum(v, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0,
        "nip" => static v => v[..3].Contains((byte)'0') is false && Weights.Sum(v, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == v[9] - '0',
        "cz-rc" => Czech,
        "cnp" => static v => v[0] != '0' && BirthDate.IsYearFirst(v[1..7]) && Weights.Sum(v, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 is var c && (c == 10 ? 1 : c) == v[12] - '0',
        "egn" => static v => BirthDate.Is(BirthDate.Number(v[..2]), BirthDate.Number(v[2..4]) % 20, BirthDate.Number(v[4..6])) && Weights.Sum(v, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == v[9] - '0',
        "taj" => static v => v.IndexOfAnyExcept((byte)'0') >= 0 && Weights.Sum(v, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == v[8] - '0',
        "hu-tax" => static v => Weights.Sum(v, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == v[9] - '0',
        "oib" => Weights.Iso7064,
        "emso" => static v => BirthDate.Number(v[2..4]) is >= 1 and <= 12 && BirthDate.Number(v[..2]) is >= 1 and <= 31 && v[4] is (byte)'0' or (byte)'9'
            && Weights.Sum(v, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 is var r && (r == 0 ? 0 : 11 - r) == v[12] - '0',
        "ee-ik" => Baltic,
        "lv-pk" => static v => v[..2] is [(byte)'3', >= (byte)'2' and <= (byte)'9'] || BirthDate.IsDayFirst(v) && (1101 - Weights.Sum(v, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == v[10] - '0',
        "rnokpp" => static v => (Weights.Sum(v[1..], [5, 7, 9, 4, 6, 10, 5, 7]) - (v[0] - '0') + 11) % 11 % 10 == v[9] - '0',
        "snils" => static v => long.Parse(v[..9], CultureInfo.InvariantCulture) > 1001998 && Weights.Sum(v, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == BirthDate.Number(v[9..]),
        "inn" => static v => v.Length == 10
            ? Weights.Sum(v, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == v[9] - '0'
            : Weights.Sum(v, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == v[10] - '0' && Weights.Sum(v, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == v[11] - '0',
        "tckn" => static v => v[0] != '0' && (Weights.Sum(v, [7, 9, 7, 9, 7, 9, 7, 9, 7]) % 10) == v[9] - '0' && Weights.Sum(v, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 == v[10] - '0',
        _ => null,
    };

    // Women have 50 added to the month, full days 20 more.
    private static bool Czech(ReadOnlySpan<byte> value)
    {
        var month = BirthDate.Number(value[2..4]);
        month = month > 70 ? month - 70 : month > 50 ? month - 50 : month > 20 ? month - 20 : month;
        var number = long.Parse(value, CultureInfo.InvariantCulture);
        return BirthDate.Is(BirthDate.Number(value[..2]), month, BirthDate.Number(value[4..6])) && (number % 11 == 0 || number / 10 % 11 == 10 && value[9] == '0');
    }

    private static bool Baltic(ReadOnlySpan<byte> value)
    {
        var check = Weights.Sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        check = check == 10 ? Weights.Sum(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10 : check;
        return BirthDate.IsYearFirst(value[1..7]) && check == value[10] - '0';
    }
}
