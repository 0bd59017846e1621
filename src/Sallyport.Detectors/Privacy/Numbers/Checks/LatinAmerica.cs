namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>Numbers of Mexico, the Caribbean and South America.</summary>
internal static class LatinAmerica
{
    private const string States = "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE ";

    /// <summary>The check of a name; null for one that stands elsewhere.</summary>
    public static NumberCheck? Find(string name) => name switch
    {
        "curp" => Curp,
        "rfc" => Rfc,
        "cpf" => static v => v.IndexOfAnyExcept(v[0]) >= 0 && Eleven(v, [10, 9, 8, 7, 6, 5, 4, 3, 2]) && Eleven(v, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]),
        "cnpj" => Cnpj,
        "cuit" => static v => BirthDate.Number(v[..2]) is 20 or 23 or 24 or 25 or 26 or 27 or 30 or 33 or 34 && (11 - (Weights.Sum(v, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == v[10] - '0',
        "rut" => Rut,
        "nit" => Nit,
        "ec" => static v => BirthDate.Number(v[..2]) is >= 1 and <= 24 or 30 && v[2] < '6' && Luhn.Holds(v),
        "uy" => static v => (10 - (Weights.Sum(v, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 == v[7] - '0',
        "ruc" => static v => BirthDate.Number(v[..2]) is 10 or 15 or 17 or 20 && (11 - (Weights.Sum(v, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == v[10] - '0',
        _ => null,
    };

    private static bool Eleven(ReadOnlySpan<byte> value, ReadOnlySpan<byte> weights)
    {
        var rest = Weights.Sum(value, weights) % 11;
        return value[weights.Length] - '0' == (rest < 2 ? 0 : 11 - rest);
    }

    // Letters, new in 2026, count by their code like the digits do.
    private static bool Cnpj(ReadOnlySpan<byte> value)
    {
        return value.IndexOfAnyExcept(value[0]) >= 0 && Digit(value, 12) && Digit(value, 13);

        static bool Digit(ReadOnlySpan<byte> value, int at)
        {
            var sum = 0;
            for (var i = 0; i < at; i++)
            {
                sum += (value[i] - '0') * (2 + ((at - 1 - i) % 8));
            }

            return value[at] - '0' == (sum % 11 < 2 ? 0 : 11 - (sum % 11));
        }
    }

    private static bool Curp(ReadOnlySpan<byte> value)
    {
        Span<char> state = [(char)value[11], (char)value[12], ' '];
        if (!BirthDate.IsYearFirst(value[4..10]) || States.AsSpan().IndexOf(state) < 0)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += Latin(value[i]) * (18 - i);
        }

        return (10 - (sum % 10)) % 10 == value[17] - '0';
    }

    // The letter Ñ stands between N and O.
    private static int Latin(byte b) => Weights.Digit(b) + (b > 'N' ? 1 : 0);

    private static bool Rfc(ReadOnlySpan<byte> value)
    {
        if (!BirthDate.IsYearFirst(value[^9..^3]))
        {
            return false;
        }

        var sum = value.Length == 12 ? 481 : 0; // companies have a blank in front
        for (var i = 0; i < value.Length - 1; i++)
        {
            sum += Latin(value[i]) * (value.Length - i);
        }

        var check = 11 - (sum % 11);
        return value[^1] == (check == 11 ? '0' : check == 10 ? 'A' : '0' + check);
    }

    private static bool Rut(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length - 1; i++)
        {
            sum += (value[^(i + 2)] - '0') * (2 + (i % 6));
        }

        var check = 11 - (sum % 11);
        return value[^1] == (check == 11 ? '0' : check == 10 ? 'K' : '0' + check);
    }

    private static bool Nit(ReadOnlySpan<byte> value)
    {
        var rest = Weights.Sum(value, [41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
        return value[9] - '0' == (rest < 2 ? rest : 11 - rest);
    }
}
