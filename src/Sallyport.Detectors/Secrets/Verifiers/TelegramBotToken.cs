using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>A Telegram bot token: the bot's id, a colon and 35 characters, of which today's begin with AA.</summary>
internal sealed class TelegramBotToken : ITokenVerifier
{
    public string Name => "telegram-bot-token";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var colon = token.IndexOf((byte)':');
        return colon is >= 8 and <= 10 && token[0] != '0' && token[(colon + 1)..].StartsWith("AA"u8)
            ? Verification.Right
            : Verification.Unknown;
    }

    public string Complete(string drawn, Random random) =>
        $"{random.NextInt64(100_000_000, 9_999_999_999)}:AA{Draw.Text(random, Alphabets.Base64Url, 33)}";

    public string Spoil(string genuine, Random random) => genuine.Replace(":AA", ":ZZ", StringComparison.Ordinal);
}
