using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A secret key of signify (104 bytes, "Ed" and "BK") or minisign (158 bytes, "Ed", "Sc" or none, "B2").</summary>
internal sealed class SignifyKey : ITokenVerifier
{
    public string Name => "signify-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> key = stackalloc byte[162];
        var length = Base64Text.Decode(token, key);
        return (length == 104 && key.StartsWith("EdBK"u8)) || (length == 158 && key.StartsWith("Ed"u8) && key[4..6].SequenceEqual("B2"u8))
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random) => drawn.Length < 200
        ? Convert.ToBase64String([.. "EdBK"u8, 0, 0, 0, 42, .. Draw.Bytes(random, 96)])
        : Convert.ToBase64String([.. "EdScB2"u8, .. Draw.Bytes(random, 152)]);

    public string Spoil(string genuine, Random random) => genuine[..^2] + "B="; // a bit that belongs to no byte
}
