using System.Buffers.Text;
using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// A JSON Web Token: its header is JSON with "alg", its payload is JSON. A claim after the colon makes it of one kind:
/// <c>jwt:role=service_role</c>, <c>jwt:alg=none</c> (of the header), <c>jwt:kubernetes.io</c> (the claim exists).
/// </summary>
internal sealed class JsonWebToken(string claim) : ITokenVerifier
{
    private readonly string key = claim.Split('=')[0];
    private readonly string? value = claim.Contains('=', StringComparison.Ordinal) ? claim.Split('=')[1] : null;

    public string Name => claim.Length == 0 ? "jwt" : $"jwt:{claim}";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var first = token.IndexOf((byte)'.');
        var second = token.LastIndexOf((byte)'.');
        if (first <= 0 || second <= first)
        {
            return Verification.Wrong;
        }

        using var header = new Scratch(Base64Text.MaxBytes(first));
        using var payload = new Scratch(Base64Text.MaxBytes(second - first));
        var headerLength = Base64Text.Decode(token[..first], header.Span);
        var payloadLength = Base64Text.Decode(token[(first + 1)..second], payload.Span);
        if (headerLength < 0 || payloadLength < 0 || !JsonText.Has(header.Span[..headerLength], "alg") || !JsonText.IsObject(payload.Span[..payloadLength]))
        {
            return Verification.Wrong;
        }

        var unsigned = second == token.Length - 1;
        return (key == "alg" || !unsigned) && HasClaim(header.Span[..headerLength], payload.Span[..payloadLength])
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var algorithm = value is not null && key == "alg" ? value : "HS256";
        var extra = key is "" or "alg" ? "" : value is null ? $",\"{key}\":{{}}" : $",\"{key}\":\"{value}\"";
        var payload = $"{{\"sub\":\"{random.Next()}\",\"iat\":{random.Next(1_600_000_000, 1_900_000_000)}{extra}}}";
        var signature = algorithm == "none" ? "" : Draw.Text(random, Alphabets.Base64Url, 42) + "A";
        return $"{Encode($"{{\"alg\":\"{algorithm}\",\"typ\":\"JWT\"}}")}.{Encode(payload)}.{signature}";
    }

    public string Spoil(string genuine, Random random)
    {
        var at = genuine.IndexOf('.', StringComparison.Ordinal) + 13;
        return string.Concat(genuine.AsSpan(0, at), "AAAA", genuine.AsSpan(at + 4)); // NULs, which JSON has no place for
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(json));

    private bool HasClaim(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) => (key, value) switch
    {
        ("", _) => true,
        ("alg", not null) => JsonText.Is(header, key, value),
        (_, not null) => JsonText.Is(payload, key, value),
        _ => JsonText.Has(payload, key),
    };
}
