using System.Buffers.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A HashiCorp Vault batch token: "hvb." and the barrier's ciphertext, which begins with the key term and a version of 1 or 2.</summary>
internal sealed class VaultBatchToken : ITokenVerifier
{
    public string Name => "vault-batch-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        using var scratch = new Scratch(Base64Text.MaxBytes(token.Length));
        var length = Base64Text.Decode(token[(token.IndexOf((byte)'.') + 1)..], scratch.Span);
        var data = scratch.Span;
        return length > 33 && data[0] == 0 && data[1] == 0 && (data[2] | data[3]) != 0 && data[4] is 1 or 2
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random) =>
        "hvb." + Base64Url.EncodeToString([0, 0, 0, (byte)random.Next(1, 20), 2, .. Draw.Bytes(random, 120)]);

    public string Spoil(string genuine, Random random) => string.Concat("hvb.", "zzzz", genuine.AsSpan(8));
}
