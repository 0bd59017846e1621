namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>Numbers that stand in documentation and tests and belong to nobody.</summary>
internal static class Samples
{
    private static readonly HashSet<string> Cards = new(StringComparer.Ordinal)
    {
        "4111111111111111", "4242424242424242", "4012888888881881", "4000056655665556", "4917610000000000", "4444333322221111", "4222222222222", "4000000000000002", "4000000000000077", "4000002500003155",
        "5555555555554444", "5105105105105100", "5200828282828210", "2223003122003222", "5454545454545454", "378282246310005", "371449635398431", "378734493671000", "6011111111111117", "6011000990139424",
        "6011000000000004", "30569309025904", "38520000023237", "3056930009020004", "3530111333300000", "3566002020360505", "6200000000000005", "6759649826438453", "5019717010103742", "6304000000000000",
    };

    // The examples of ISO 13616's register and of Wikipedia.
    private static readonly HashSet<string> Accounts = new(StringComparer.Ordinal)
    {
        "GB29NWBK60161331926819", "GB82WEST12345698765432", "GB33BUKB20201555555555", "DE89370400440532013000", "FR1420041010050500013M02606", "FR7630006000011234567890189", "CH9300762011623852957", "NL91ABNA0417164300",
        "BE68539007547034", "ES9121000418450200051332", "IT60X0542811101000000123456", "AT611904300234573201", "SE4550000000058398257466", "NO9386011117947", "DK5000400440116243", "FI2112345600000785",
        "PL61109010140000071219812874", "PT50000201231234567890154", "IE29AIBK93115212345678", "LU280019400644750000",
    };

    /// <summary>Whether the value is one of them, one character throughout, or counts up or down.</summary>
    public static bool Has(ReadOnlySpan<byte> value) => value.IndexOfAnyExcept(value[0]) < 0 || Counts(value) || Published(value);

    private static bool Counts(ReadOnlySpan<byte> value)
    {
        int up = 0, down = 0;
        for (var i = 1; i < value.Length; i++)
        {
            var step = (value[i] - value[i - 1] + 10) % 10;
            up += step == 1 ? 1 : 0;
            down += step == 9 ? 1 : 0;
        }

        return value.Length > 5 && Math.Max(up, down) >= value.Length - 2;
    }

    private static bool Published(ReadOnlySpan<byte> value)
    {
        if (value.Length is 9 && (value.SequenceEqual("078051120"u8) || value.SequenceEqual("219099999"u8) || value.SequenceEqual("457555462"u8) || value.StartsWith("98765432"u8)))
        {
            return true;
        }

        if (value.Length < 13 || value[0] > 'Z')
        {
            return false;
        }

        Span<char> chars = stackalloc char[NumberText.Limit];
        for (var i = 0; i < value.Length; i++)
        {
            chars[i] = (char)value[i];
        }

        return (value[0] <= '9' ? Cards : Accounts).GetAlternateLookup<ReadOnlySpan<char>>().Contains(chars[..value.Length]);
    }
}
