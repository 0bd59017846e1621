using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A NuGet Gallery API key (version 4): base32 of "v4" and 10 bytes, then base32 of 16 bytes, with no bits left over in either.</summary>
internal sealed class NuGetKey : ITokenVerifier
{
    private const int IdLength = 20, Length = 46;

    public string Name => "nuget-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[16];
        return token.Length == Length && Base32Text.Decode(token[..IdLength], bytes) == 12 && bytes.StartsWith("v4"u8)
            && Base32Text.Decode(token[IdLength..], bytes) == 16
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var id = Base32Text.Encode([.. "v4"u8, .. Draw.Bytes(random, 10)]);
        return (id + Base32Text.Encode(Draw.Bytes(random, 16))).ToLowerInvariant();
    }

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 19), "b", genuine.AsSpan(20));
}
