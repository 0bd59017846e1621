using System.Buffers.Text;
using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// A macaroon of version 2, behind "pypi-" or in hex as LND writes it: fields of type, length and bytes, in sections,
/// with a signature of 32 bytes at the end.
/// </summary>
internal sealed class Macaroon : ITokenVerifier
{
    public string Name => "macaroon";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var prefix = token.StartsWith("pypi-"u8) ? 5 : 0;
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = prefix == 0 ? HexText.Decode(token, scratch.Span) : Base64Text.Decode(token[prefix..], scratch.Span);
        return length > 0 && IsMacaroon(scratch.Span[..length]) ? Verification.Right : Verification.Unfit;
    }

    public string Complete(string drawn, Random random)
    {
        var python = drawn.StartsWith("pypi-", StringComparison.Ordinal);
        ReadOnlySpan<byte> location = python ? "pypi.org"u8 : "lnd"u8;
        ReadOnlySpan<byte> caveat = "{\"version\": 1, \"permissions\": \"user\"}"u8;
        byte[] body =
        [
            2, 1, (byte)location.Length, .. location, 2, 36, .. Encoding.ASCII.GetBytes(new Guid(Draw.Bytes(random, 16)).ToString()), 0,
            2, (byte)caveat.Length, .. caveat, 0, 0, 6, 32, .. Draw.Bytes(random, 32),
        ];
        return python ? "pypi-" + Base64Url.EncodeToString(body) : Convert.ToHexStringLower(body);
    }

    public string Spoil(string genuine, Random random) => genuine[..^8];

    private static bool IsMacaroon(ReadOnlySpan<byte> data)
    {
        if (data[0] != 2)
        {
            return false;
        }

        data = data[1..];
        var sections = 0;
        while (TrySection(ref data, out var empty))
        {
            if (empty && sections > 0)
            {
                return data.Length == 34 && data[0] == 6 && data[1] == 32;
            }

            sections++;
        }

        return false;
    }

    /// <summary>Reads fields up to the zero byte that ends a section.</summary>
    private static bool TrySection(scoped ref ReadOnlySpan<byte> data, out bool empty)
    {
        empty = true;
        while (data.Length > 0)
        {
            var type = data[0];
            data = data[1..];
            if (type == 0)
            {
                return true;
            }

            if (type > 6 || !Varint.TryRead(ref data, out var length) || length > (ulong)data.Length)
            {
                return false;
            }

            data = data[(int)length..];
            empty = false;
        }

        return false;
    }
}
