using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Base64 of a Google service account key file: JSON with type, private_key and client_email.</summary>
internal sealed class GoogleServiceAccount : ITokenVerifier
{
    public string Name => "google-service-account";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token, scratch.Span);
        if (length < 0)
        {
            return Verification.Wrong;
        }

        ReadOnlySpan<byte> json = scratch.Span[..length];
        return JsonText.Is(json, "type", "service_account") && JsonText.Has(json, "private_key") && JsonText.Has(json, "client_email")
            ? Verification.Right
            : Verification.Wrong;
    }

    public string Complete(string drawn, Random random)
    {
        var key = Convert.ToBase64String(Draw.Bytes(random, 1218));
        var project = $"proj-{Draw.Text(random, Alphabets.Base36, 6)}";
        var json = $$"""
            {
              "type": "service_account",
              "project_id": "{{project}}",
              "private_key_id": "{{Draw.Text(random, Alphabets.Hex, 40)}}",
              "private_key": "-----BEGIN PRIVATE KEY-----\n{{key}}\n-----END PRIVATE KEY-----\n",
              "client_email": "robot@{{project}}.iam.gserviceaccount.com"
            }
            """;
        return Convert.ToBase64String(Encoding.ASCII.GetBytes(json.ReplaceLineEndings("\n")));
    }

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 400), "AAAA", genuine.AsSpan(404));
}
