using System.Buffers.Text;
using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A Discord bot token: the part before the first dot is base64 of the bot's numeric id. Discord promises no form.</summary>
internal sealed class DiscordBotToken : ITokenVerifier
{
    public string Name => "discord-bot-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        Span<byte> id = stackalloc byte[24];
        var dot = token.IndexOf((byte)'.');
        var length = dot < 0 ? -1 : Base64Text.Decode(token[..dot], id);
        return length is >= 17 and <= 20 && !id[..length].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? Verification.Right
            : Verification.Unfit;
    }

    public string Complete(string drawn, Random random)
    {
        var id = Encoding.ASCII.GetBytes($"{random.NextInt64(200_000_000_000_000_000, 1_300_000_000_000_000_000)}");
        return Base64Url.EncodeToString(id) + drawn[drawn.IndexOf('.', StringComparison.Ordinal)..];
    }

    public string Spoil(string genuine, Random random) => string.Concat(genuine.AsSpan(0, 4), "QUJD", genuine.AsSpan(8));
}
