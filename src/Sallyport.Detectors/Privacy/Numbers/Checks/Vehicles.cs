namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Vehicles, and the British codes that are written like their plates.</summary>
internal static class Vehicles
{
    private const string IndianStates = "AN AP AR AS BH BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UA UK UP WB ";

    /// <summary>ISO 3779, with the check digit of North America.</summary>
    public static bool IsVin(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        ReadOnlySpan<byte> letters = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var digit = value[i] <= '9' ? value[i] - '0' : letters[value[i] - 'A'];
            if (value[i] is (byte)'I' or (byte)'O' or (byte)'Q')
            {
                return false;
            }

            sum += digit * weights[i];
        }

        return value[8] == (sum % 11 == 10 ? 'X' : '0' + (sum % 11));
    }

    /// <summary>The formats since 1903; the letters I, Q and Z stand only where they were given out.</summary>
    public static bool IsBritish(ReadOnlySpan<byte> value)
    {
        var current = value.Length == 7 && char.IsAsciiLetter((char)value[1]) && char.IsAsciiDigit((char)value[2]) && char.IsAsciiDigit((char)value[3]) && char.IsAsciiLetter((char)value[4]);
        if (current)
        {
            var age = BirthDate.Number(value[2..4]);
            return value[..2].IndexOfAny("IQZ"u8) < 0 && value[4..].IndexOfAny("IQ"u8) < 0 && age is >= 2 and <= 29 or >= 51 and <= 79;
        }

        if (value.Length == 7 && char.IsAsciiDigit((char)value[3]) && char.IsAsciiDigit((char)value[6]))
        {
            return true; // Northern Ireland
        }

        // Before 2001 one letter told the year.
        var year = char.IsAsciiLetter((char)value[1]) ? value[^1] : value[0];
        return !"IOQUZ"u8.Contains(year) && value.IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
    }

    /// <summary>A state or union territory, then district, series and number.</summary>
    public static bool IsIndian(ReadOnlySpan<byte> value)
    {
        Span<char> state = [(char)value[0], (char)value[1], ' '];
        return IndianStates.AsSpan().IndexOf(state) >= 0 && value[^4..].IndexOfAnyExcept((byte)'0') >= 0;
    }

    /// <summary>Area, district, sector, unit, with the letters each may have.</summary>
    public static bool IsBritishPostcode(ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual("GIR0AA"u8))
        {
            return true;
        }

        var outward = value[..^3];
        if (outward.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
        {
            return false;
        }

        return outward[0] is not ((byte)'Q' or (byte)'V' or (byte)'X') && outward[1] is not ((byte)'I' or (byte)'J' or (byte)'Z')
            && !"CIKMOV"u8.Contains(value[^2]) && !"CIKMOV"u8.Contains(value[^1])
            && (!char.IsAsciiLetter((char)outward[^1]) || outward.Length < 3 || (outward.Length == 3 ? "ABCDEFGHJKPSTUW"u8 : "ABEHMNPRVWXY"u8).Contains(outward[^1]));
    }
}
