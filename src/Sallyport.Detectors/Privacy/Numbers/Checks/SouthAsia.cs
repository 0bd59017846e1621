namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of South, Central and West Asia.</summary>
internal static class SouthAsia
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "aadhaar" => static v => Verhoeff.Holds(v) && !IsPalindrome(v),
        "in-pan" => IsPan,
        "in-state" => static v => BirthDate.Number(v[..2]) is >= 1 and <= 38 or 97 or 99 && v[12] != '0',
        "gstin" => static v => IsPan(v[2..12]) && GstinCheck(v),
        "in-passport" => static v => v[0] is not ((byte)'Q' or (byte)'X' or (byte)'Z') && v[7] != '0',
        "lk-nic" => static v => v.Length == 10 ? BirthDate.Number(v[2..5]) % 500 is >= 1 and <= 366 : BirthDate.Number(v[..4]) is >= 1900 and < 2100 && BirthDate.Number(v[4..7]) % 500 is >= 1 and <= 366,
        "iin" => Kazakh,
        "il-id" => static v => Luhn.Holds(v) && v.IndexOfAnyExcept((byte)'0') >= 0,
        _ => null,
    };

    // The fourth letter says what the holder is.
    private static bool IsPan(ReadOnlySpan<byte> value) => "ABCFGHLJPTK"u8.Contains(value[3]) && value[5..9].IndexOfAnyExcept((byte)'0') >= 0;

    private static bool IsPalindrome(ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < value.Length / 2; i++)
        {
            if (value[i] != value[^(i + 1)])
            {
                return false;
            }
        }

        return true;
    }

    private static bool GstinCheck(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 14; i++)
        {
            var product = Weights.Digit(value[i]) * (1 + (i & 1));
            sum += (product / 36) + (product % 36);
        }

        return value[14] == Alphanumeric[(36 - (sum % 36)) % 36];
    }

    private static bool Kazakh(ReadOnlySpan<byte> value)
    {
        var check = Weights.Sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
        check = check == 10 ? Weights.Sum(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : check;
        return BirthDate.IsYearFirst(value) && value[6] is >= (byte)'1' and <= (byte)'6' && check == value[11] - '0';
    }
}
