namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of the United States and Canada.</summary>
internal static class NorthAmerica
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "us-ssn" => static v => Security(v),
        "us-itin" => static v => BirthDate.Number(v[3..5]) is >= 50 and <= 65 or >= 70 and <= 88 or >= 90 and <= 92 or >= 94 and <= 99,
        "npi" => static v => (24 + Luhn.Sum(v)) % 10 == 0 && v[..9].IndexOfAnyExcept(v[0]) >= 0, // the prefix 80840 counts 24
        "dea" => static v => (char.IsAsciiLetter((char)v[1]) || v[1] == '9') && (Weights.Sum(v[2..8], [1, 2, 1, 2, 1, 2]) % 10) == v[8] - '0',
        "aba" => static v => BirthDate.Number(v[..2]) is <= 12 or >= 21 and <= 32 or >= 61 and <= 72 or 80 && v.IndexOfAnyExcept((byte)'0') >= 0 && Weights.Sum(v, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0,
        "sin" => static v => v[0] is not ((byte)'0' or (byte)'8') && Luhn.Holds(v),
        _ => null,
    };

    private static bool Security(ReadOnlySpan<byte> value) =>
        BirthDate.Number(value[..3]) is > 0 and not 666 and < 900 && BirthDate.Number(value[3..5]) > 0 && BirthDate.Number(value[5..]) > 0
        && !value.SequenceEqual("078051120"u8) && !value.SequenceEqual("219099999"u8); // printed in advertisements, then withdrawn
}
