namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of Sweden, Finland, Norway, Denmark and Iceland.</summary>
internal static class NordicCountries
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "se-pnr" => Swedish,
        "se-org" => static v => v[2] >= '2' && v[0] != '0' && Luhn.Holds(v),
        "hetu" => Finnish,
        "no-fnr" => Norwegian,
        "dk-cpr" => static v => BirthDate.IsDayFirst(v) && v[6..].IndexOfAnyExcept((byte)'0') >= 0,
        "is-kt" => static v => v[9] is (byte)'8' or (byte)'9' or (byte)'0' && BirthDate.IsDayFirst(v) && Weights.Sum(v, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0,
        _ => null,
    };

    // Coordination numbers add 60 to the day.
    private static bool Swedish(ReadOnlySpan<byte> value)
    {
        if (value.Length == 12 && BirthDate.Number(value[..4]) is < 1850 or > 2099)
        {
            return false;
        }

        var number = value[^10..];
        var (year, day) = (BirthDate.Number(value[..^8]), BirthDate.Number(number[4..6]));
        return BirthDate.Is(year, BirthDate.Number(number[2..4]), day > 60 ? day - 60 : day) && Luhn.Holds(number);
    }

    // The century is a sign or a letter between date and number.
    private static bool Finnish(ReadOnlySpan<byte> value)
    {
        var number = value[^4..^1];
        return BirthDate.IsDayFirst(value) && BirthDate.Number(number) >= 2
            && value[^1] == "0123456789ABCDEFHJKLMNPRSTUVWXY"u8[(int)(((BirthDate.Number(value[..6]) * 1000L) + BirthDate.Number(number)) % 31)];
    }

    // D-numbers add 40 to the day, help numbers and test persons to the month.
    private static bool Norwegian(ReadOnlySpan<byte> value)
    {
        var (day, month) = (BirthDate.Number(value[..2]), BirthDate.Number(value[2..4]));
        return BirthDate.Is(BirthDate.Number(value[4..6]), month % 40, day > 40 ? day - 40 : day)
            && Weights.Sum(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0 && Weights.Sum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
    }
}
