namespace Sallyport.Detectors.Privacy.Numbers.Checks;

/// <summary>IBAN (ISO 13616): the length and form that the country registered, and check digits modulo 97.</summary>
internal static class Iban
{
    // Country and form behind the check digits: n digits, a letters, c either.
    private const string Registered =
        "AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n "
        + "GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT4c20c HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n "
        + "MC10n11c2n MD2c18c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n "
        + "SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c ";

    /// <summary>Whether letters and digits are an IBAN.</summary>
    public static bool Holds(ReadOnlySpan<byte> value) => Fits(value) && Modulo97(value) == 1;

    /// <summary>The remainder that the check digits bring to one.</summary>
    public static int Modulo97(ReadOnlySpan<byte> value)
    {
        var remainder = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var digit = Weights.Digit(value[(i + 4) % value.Length]);
            remainder = ((remainder * (digit < 10 ? 10 : 100)) + digit) % 97;
        }

        return remainder;
    }

    private static bool Fits(ReadOnlySpan<byte> value)
    {
        if (value.Length < 15)
        {
            return false;
        }

        Span<char> country = [(char)value[0], (char)value[1]];
        var at = Registered.AsSpan().IndexOf(country);
        while (at > 0 && Registered[at - 1] != ' ')
        {
            var next = Registered.AsSpan(at + 1).IndexOf(country);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return at >= 0 && FormFits(value[4..], Registered.AsSpan(at + 2));
    }

    private static bool FormFits(ReadOnlySpan<byte> account, ReadOnlySpan<char> form)
    {
        var at = 0;
        for (var i = 0; form[i] != ' '; i++)
        {
            var count = 0;
            for (; char.IsAsciiDigit(form[i]); i++)
            {
                count = (count * 10) + form[i] - '0';
            }

            if (at + count > account.Length)
            {
                return false;
            }

            foreach (var b in account.Slice(at, count))
            {
                if (form[i] == 'n' && !char.IsAsciiDigit((char)b) || form[i] == 'a' && !char.IsAsciiLetter((char)b))
                {
                    return false;
                }
            }

            at += count;
        }

        return at == account.Length;
    }
}
