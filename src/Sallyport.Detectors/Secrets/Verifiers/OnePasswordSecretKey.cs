using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A 1Password Secret Key: behind "A3-" only digits and capitals without 0, 1, I, O and U.</summary>
internal sealed class OnePasswordSecretKey : ITokenVerifier
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";

    public string Name => "1password-secret-key";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        if (token.Length < 4)
        {
            return Verification.Unknown;
        }

        var mixed = false;
        foreach (var c in token[3..])
        {
            if (c is (byte)'0' or (byte)'1' or (byte)'I' or (byte)'O' or (byte)'U')
            {
                return Verification.Unfit;
            }

            mixed |= c is >= (byte)'2' and <= (byte)'9';
        }

        return mixed ? Verification.Right : Verification.Unknown;
    }

    public string Complete(string drawn, Random random)
    {
        var text = Draw.Text(random, Alphabet, drawn.Length).ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = i < 3 || drawn[i] == '-' ? drawn[i] : text[i];
        }

        text[^1] = '7';
        return new string(text);
    }

    public string Spoil(string genuine, Random random) => genuine[..^1] + "0";
}
