namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of the United Kingdom and Ireland.</summary>
internal static class BritishIsles
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "nhs" => static v => v.IndexOfAnyExcept(v[0]) >= 0 && (Weights.Sum(v, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11) == 0,
        "nino" => Nino,
        "uk-licence" => Licence,
        "pps" => Pps,
        _ => null,
    };

    private static bool Nino(ReadOnlySpan<byte> value) =>
        !"DFIQUV"u8.Contains(value[0]) && !"DFIOQUV"u8.Contains(value[1]) && "BG GB NK KN TN NT ZZ"u8.IndexOf(value[..2]) is var at && at % 3 != 0;

    // Surname padded with 9, then decade, month (women from 51), day, year, initials.
    private static bool Licence(ReadOnlySpan<byte> value)
    {
        var surname = value[..5].IndexOf((byte)'9');
        return char.IsAsciiLetter((char)value[0]) && (surname < 0 || value[surname..5].IndexOfAnyExcept((byte)'9') < 0)
            && BirthDate.Number(value[6..8]) is >= 1 and <= 12 or >= 51 and <= 62 && BirthDate.Number(value[8..10]) is >= 1 and <= 31
            && char.IsAsciiDigit((char)value[10]) && !(value[11] == '9' && value[12] != '9');
    }

    private static bool Pps(ReadOnlySpan<byte> value)
    {
        var sum = Weights.Sum(value, [8, 7, 6, 5, 4, 3, 2]) + (value.Length > 8 && value[8] != 'W' ? 9 * (value[8] - 'A' + 1) : 0);
        return value[7] == "WABCDEFGHIJKLMNOPQRSTUV"u8[sum % 23];
    }
}
