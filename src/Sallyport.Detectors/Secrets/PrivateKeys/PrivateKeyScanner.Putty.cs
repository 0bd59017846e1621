using Sallyport.Detectors.Secrets.Encodings;
using Sallyport.Detectors.Secrets.Verifiers;

namespace Sallyport.Detectors.Secrets.PrivateKeys;

/// <summary>PuTTY's key files: header lines, counted lines of base64, and a hash over all of it.</summary>
internal static partial class PrivateKeyScanner
{
    private static bool TryReadPutty(ReadOnlySpan<byte> window, ReadOnlySpan<byte> prefix, ref int end, out string kind, out Verification verification)
    {
        verification = Verification.Unknown;
        kind = "PuTTY-User-Key-File";
        var lines = window.IndexOf("Private-Lines: "u8);
        var mac = window.IndexOf("Private-MAC: "u8);
        if (lines < 0 || mac < lines)
        {
            return false;
        }

        var body = window[(lines + "Private-Lines: ".Length)..mac];
        body = body[Math.Max(0, body.IndexOfAnyExceptInRange((byte)'0', (byte)'9'))..];
        using var text = new Scratch(body.Length);
        using var bytes = new Scratch(Base64Text.MaxBytes(body.Length));
        var length = default(ArmourBody).Read(body, prefix, text.Span);
        var count = length < 40 ? -1 : Base64Text.Decode(text.Span[..length], bytes.Span);
        var hash = HexLength(window[(mac + "Private-MAC: ".Length)..]);
        if (count < 24 || hash is not (40 or 64) || !KeyMaterial.LooksRandom(bytes.Span[..count]))
        {
            return false;
        }

        end += mac + "Private-MAC: ".Length + hash;
        kind = window[..lines].IndexOf("Encryption: none"u8) < 0 ? "ENCRYPTED PRIVATE KEY" : kind;
        verification = Verification.Right;
        return true;
    }

    private static int HexLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && length < 65 && HexText.Value(text[length]) >= 0)
        {
            length++;
        }

        return length;
    }
}
