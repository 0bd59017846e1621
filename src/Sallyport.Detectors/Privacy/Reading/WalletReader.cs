using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Reads addresses of crypto-currencies by their own checksums: Bitcoin and its kin in Base58 and Bech32; Ethereum by name.</summary>
internal static class WalletReader
{
    private static readonly byte[][] Ethereum = [.. new[] { "wallet", "eth", "ethereum", "account", "address" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Reads the run of letters and digits from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int start, int end, in Asking asking, out PersonalValue value)
    {
        var run = text[start..end];
        value = new PersonalValue(PersonalKind.Wallet, TextSpan.Between(start, end), Grounds.Proved);
        return asking.Includes(PersonalKind.Wallet) && run.Length switch
        {
            >= 26 and <= 35 => run[0] is (byte)'1' or (byte)'3' or (byte)'D' or (byte)'L' or (byte)'M' or (byte)'X' or (byte)'T' or (byte)'r' && IsBase58(run),
            42 when run.StartsWith("0x"u8) => run[2..].IndexOfAnyExcept(Hexadecimal) < 0 && (asking.Wants(PersonalKind.Wallet) || NamingWords.Name(text, start, end, Ethereum)),
            >= 42 and <= 62 when run.StartsWith("bc1"u8) || run.StartsWith("BC1"u8) => Bech32.Sum(run, "bc") is 1 or 0x2BC830A3,
            >= 43 and <= 63 when run.StartsWith("ltc1"u8) => Bech32.Sum(run, "ltc") is 1 or 0x2BC830A3,
            _ => false,
        };
    }

    private static readonly System.Buffers.SearchValues<byte> Hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static bool IsBase58(ReadOnlySpan<byte> run)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Base58Check.Decode(run, run[0] == 'r' ? Alphabets.Ripple : Alphabets.Bitcoin, bytes) == 21;
    }
}
