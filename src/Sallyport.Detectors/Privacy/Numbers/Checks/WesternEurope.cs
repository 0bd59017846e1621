using System.Globalization;

namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of France, Belgium and the Netherlands.</summary>
internal static class WesternEurope
{
    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "nir" => Nir,
        "spi" => static v => long.Parse(v[..10], CultureInfo.InvariantCulture) % 511 == BirthDate.Number(v[10..]),
        "be-nrn" => Belgian,
        "bsn" => static v => v.IndexOfAnyExcept((byte)'0') >= 0 && (Weights.Sum(v, [9, 8, 7, 6, 5, 4, 3, 2]) - (v[8] - '0')) % 11 == 0,
        _ => null,
    };

    // Corsica's departments 2A and 2B count as 19 and 18.
    private static bool Nir(ReadOnlySpan<byte> value)
    {
        if (value[0] is not ((byte)'1' or (byte)'2' or (byte)'3' or (byte)'4' or (byte)'7' or (byte)'8') || !char.IsAsciiDigit((char)value[4])
            || BirthDate.Number(value[3..5]) is not (>= 1 and <= 12 or >= 20 and <= 42 or >= 50))
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[13];
        value[..13].CopyTo(digits);
        if (char.IsAsciiLetter((char)digits[6]))
        {
            if (digits[5] != '2' || digits[6] is not ((byte)'A' or (byte)'B'))
            {
                return false;
            }

            (digits[5], digits[6]) = ((byte)'1', digits[6] == 'A' ? (byte)'9' : (byte)'8');
        }

        return digits[5..7] is not [(byte)'0', (byte)'0'] && 97 - Weights.Remainder(digits, 97) == BirthDate.Number(value[13..]);
    }

    private static bool Belgian(ReadOnlySpan<byte> value)
    {
        var month = BirthDate.Number(value[2..4]) % 20;
        var check = BirthDate.Number(value[9..]);
        return month <= 12 && BirthDate.Number(value[4..6]) <= 31
            && (97 - Weights.Remainder(value[..9], 97) == check || 97 - Weights.Remainder([(byte)'2', .. value[..9]], 97) == check);
    }
}
