using System.Buffers;
using Sallyport.Detectors.Secrets.Encodings;
using Sallyport.Detectors.Secrets.Verifiers;

namespace Sallyport.Detectors.Secrets.PrivateKeys;

/// <summary>Reads a block of private key material that begins at a given place.</summary>
internal static partial class PrivateKeyScanner
{
    /// <summary>The longest block that is read; an RSA key of 16,384 bits takes 13,000 characters.</summary>
    public const int MaxLength = 32 * 1024;

    /// <summary>What a block can begin with; the caller looks for these.</summary>
    public static readonly byte[][] Marks = ["-----BEGIN "u8.ToArray(), "---- BEGIN "u8.ToArray(), "PuTTY-User-Key-File-"u8.ToArray()];

    private static readonly SearchValues<byte> LineMarks = SearchValues.Create("/#*>+-|;%!"u8);

    /// <summary>
    /// Reads the block at <paramref name="at"/>, where one of <see cref="Marks"/> stands. A block without its end, or with
    /// an ellipsis or filler for a body, is no key.
    /// </summary>
    /// <param name="text">The whole text: what stands before the block on its line is used to strip comment marks.</param>
    /// <param name="at">Where the block begins.</param>
    /// <param name="end">Behind the last character of the block.</param>
    /// <param name="kind">The label, such as "RSA PRIVATE KEY"; keys under a passphrase are all "ENCRYPTED PRIVATE KEY".</param>
    /// <param name="verification">Right when the decoded structure is that of such a key.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, int at, out int end, out string kind, out Verification verification)
    {
        verification = Verification.Unknown;
        end = at;
        kind = "";
        var window = text.Slice(at, Math.Min(MaxLength, text.Length - at));
        return window.StartsWith("PuTTY"u8)
            ? TryReadPutty(window, LinePrefix(text, at), ref end, out kind, out verification)
            : TryReadArmour(window, LinePrefix(text, at), ref end, out kind, out verification);
    }

    /// <summary>What stands before the block on its line, when it is only marks such as "//", "#", "*", ">" or a diff's sign.</summary>
    private static ReadOnlySpan<byte> LinePrefix(ReadOnlySpan<byte> text, int at)
    {
        var from = Math.Max(0, at - 40);
        var prefix = text[from..at];
        prefix = prefix[(prefix.LastIndexOf((byte)'\n') + 1)..].Trim((byte)' ').Trim((byte)'\t');
        return prefix.Length > 4 || prefix.ContainsAnyExcept(LineMarks) ? default : prefix;
    }

    private static string? KindOf(ReadOnlySpan<byte> label) => label switch
    {
        _ when label.SequenceEqual("RSA PRIVATE KEY"u8) => "RSA PRIVATE KEY",
        _ when label.SequenceEqual("EC PRIVATE KEY"u8) => "EC PRIVATE KEY",
        _ when label.SequenceEqual("DSA PRIVATE KEY"u8) => "DSA PRIVATE KEY",
        _ when label.SequenceEqual("PRIVATE KEY"u8) => "PRIVATE KEY",
        _ when label.SequenceEqual("ENCRYPTED PRIVATE KEY"u8) => "ENCRYPTED PRIVATE KEY",
        _ when label.SequenceEqual("OPENSSH PRIVATE KEY"u8) => "OPENSSH PRIVATE KEY",
        _ when label.SequenceEqual("PGP PRIVATE KEY BLOCK"u8) => "PGP PRIVATE KEY BLOCK",
        _ when label.SequenceEqual("SSH2 ENCRYPTED PRIVATE KEY"u8) => "SSH2 ENCRYPTED PRIVATE KEY",
        _ when label.SequenceEqual("OpenVPN Static key V1"u8) => "OpenVPN Static key V1",
        _ => null,
    };

    private static bool TryReadArmour(ReadOnlySpan<byte> window, ReadOnlySpan<byte> prefix, ref int end, out string kind, out Verification verification)
    {
        verification = Verification.Unknown;
        kind = "";
        var ssh2 = window.StartsWith("---- "u8);
        var fence = ssh2 ? " ----"u8 : "-----"u8;
        var labelAt = "-----BEGIN ".Length;
        if (window.Length < labelAt)
        {
            return false;
        }

        var labelLength = window[labelAt..Math.Min(window.Length, labelAt + 48)].IndexOf(fence);
        if (labelLength < 0 || KindOf(window.Slice(labelAt, labelLength)) is not { } known)
        {
            return false;
        }

        kind = known;
        var label = window.Slice(labelAt, labelLength);
        var bodyAt = labelAt + labelLength + fence.Length;
        var body = window[bodyAt..];
        if (body.IndexOf("-BEGIN "u8) is var next and >= 0)
        {
            body = body[..next]; // so that a file full of beginnings is read once, not once for each
        }

        var stop = body.IndexOf(ssh2 ? "---- END "u8 : "-----END "u8);
        if (stop < 0 || !body[(stop + 9)..].StartsWith(label) || !body[(stop + 9 + labelLength)..].StartsWith(fence))
        {
            return false;
        }

        end += bodyAt + stop + 9 + labelLength + fence.Length;
        return TryJudge(body[..stop], prefix, ref kind, out verification);
    }

    private static bool TryJudge(ReadOnlySpan<byte> body, ReadOnlySpan<byte> prefix, ref string kind, out Verification verification)
    {
        verification = Verification.Unknown;
        using var text = new Scratch(body.Length);
        using var bytes = new Scratch(Base64Text.MaxBytes(body.Length));
        var armour = default(ArmourBody);
        var length = armour.Read(body, prefix, text.Span);
        if (length < 40)
        {
            return false;
        }

        var letters = text.Span[..length];
        if (kind == "OpenVPN Static key V1")
        {
            verification = Verification.Right;
            return HexText.Decode(letters, bytes.Span) == 256 && KeyMaterial.LooksRandom(bytes.Span[..256]);
        }

        var checksum = armour.ChecksumAt < 0 ? default : letters[armour.ChecksumAt..];
        var count = Base64Text.Decode(armour.ChecksumAt < 0 ? letters : letters[..armour.ChecksumAt], bytes.Span);
        if (count < 0)
        {
            // A cut in the middle or a typing error: long enough it is still a key that someone can mend.
            return length >= 256 && IsVaried(letters);
        }

        var key = bytes.Span[..count];
        verification = armour.Encrypted ? Encrypted(key, ref kind) : Judge(key, checksum, ref kind);
        return verification == Verification.Right || (count >= 100 && !IsCut(key) && KeyMaterial.LooksRandom(key));
    }

    private static Verification Encrypted(ReadOnlySpan<byte> key, ref string kind)
    {
        kind = "ENCRYPTED PRIVATE KEY";
        return key.Length % 8 == 0 && key.Length >= 48 && KeyMaterial.LooksRandom(key) ? Verification.Right : Verification.Unknown;
    }

    private static Verification Judge(ReadOnlySpan<byte> key, ReadOnlySpan<byte> checksum, ref string kind)
    {
        switch (kind)
        {
            case "OPENSSH PRIVATE KEY":
                var right = OpenSshStructure.IsPrivateKey(key, out var encrypted);
                kind = right && encrypted ? "ENCRYPTED PRIVATE KEY" : kind;
                return right ? Verification.Right : Verification.Unknown;
            case "PGP PRIVATE KEY BLOCK":
                return Pgp(key, checksum);
            case "SSH2 ENCRYPTED PRIVATE KEY":
                return key.StartsWith<byte>([0x3F, 0x6F, 0xF9, 0xEB]) ? Verification.Right : Verification.Unknown;
            default:
                return PrivateKeyDer.Matches(key, kind) ? Verification.Right : Verification.Unknown;
        }
    }

    /// <summary>The checksum is optional since RFC 9580; without it the first packet must be a secret key.</summary>
    private static Verification Pgp(ReadOnlySpan<byte> key, ReadOnlySpan<byte> checksum)
    {
        Span<byte> sum = stackalloc byte[3];
        if (checksum.Length == 4 && Base64Text.Decode(checksum, sum) == 3)
        {
            return Crc24.Compute(key) == (uint)((sum[0] << 16) | (sum[1] << 8) | sum[2]) ? Verification.Right : Verification.Wrong;
        }

        return key.Length > 64 && key[0] is 0x94 or 0x95 or 0xC5 ? Verification.Right : Verification.Unknown;
    }

    /// <summary>Whether DER announces twice as many bytes as there are: an excerpt.</summary>
    private static bool IsCut(ReadOnlySpan<byte> key) =>
        key.Length > 4 && key[0] == Der.Sequence && key[1] == 0x82 && ((key[2] << 8) | key[3]) > key.Length * 2;

    private static bool IsVaried(ReadOnlySpan<byte> letters)
    {
        using var copy = new Scratch(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            copy.Span[i] = (byte)Base64Text.Value(letters[i]);
        }

        var distinct = 0;
        for (var value = 0; value < 64; value++)
        {
            distinct += copy.Span.Contains((byte)value) ? 1 : 0;
        }

        return distinct >= 40;
    }
}
