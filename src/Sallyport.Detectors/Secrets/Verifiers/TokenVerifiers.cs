using System.Collections.Concurrent;
using System.Globalization;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>Finds a verifier by the name a page gives it; what follows a colon is its argument.</summary>
internal static class TokenVerifiers
{
    private static readonly ConcurrentDictionary<string, ITokenVerifier?> Made = new(StringComparer.Ordinal);

    public static ITokenVerifier? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Made.GetOrAdd(name, Make);
    }

    private static ITokenVerifier? Make(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? Plain(name) : WithArgument(name[..colon], name[(colon + 1)..]);
    }

    private static ITokenVerifier? Plain(string name) => name switch
    {
        "1password-secret-key" => new OnePasswordSecretKey(),
        "ably-key" => new AblyKey(),
        "atlassian-crc32" => new AtlassianCrc32(),
        "avalanche-key" => new AvalancheKey(),
        "aws-access-key-id" => new AwsAccessKeyId(),
        "aws-bedrock-key" => new AwsBedrockKey(),
        "aws-secret-key" => new AwsSecretKey(),
        "aws-session-token" => new AwsSessionToken(),
        "azure-annotated-key" => new AzureAnnotatedKey(),
        "azure-devops-pat" => new AzureDevOpsToken(),
        "azure-sas-signature" => new AzureSasSignature(),
        "base64-pem" => new EncodedPem(),
        "basic-auth" => new BasicAuth(),
        "bitwarden-token" => new BitwardenToken(),
        "cloudinary-url" => new CloudinaryUrl(),
        "crc32-base62" => new Crc32Base62(),
        "der-private-key" => new DerKey(),
        "discord-bot-token" => new DiscordBotToken(),
        "elastic-api-key" => new ElasticApiKey(),
        "elastic-service-token" => new ElasticServiceToken(),
        "entra-client-secret" => new EntraClientSecret(),
        "fly-macaroon" => new FlyMacaroon(),
        "gitlab-routable" => new GitLabRoutable(),
        "google-service-account" => new GoogleServiceAccount(),
        "grafana-crc32" => new GrafanaServiceAccount(),
        "jfrog-reference-token" => new JfrogReferenceToken(),
        "jwk-private" => new JwkPrivate(),
        "jwt" => new JsonWebToken(""),
        "kubernetes-bootstrap-token" => new KubernetesBootstrapToken(),
        "macaroon" => new Macaroon(),
        "machine-key" => new MachineKey(),
        "nats-seed" => new NatsSeed(),
        "nuget-key" => new NuGetKey(),
        "onion-key" => new OnionKey(),
        "openssh-key" => new OpenSshKey(),
        "pkcs12" => new Pkcs12Bundle(),
        "secp256k1-scalar" => new EllipticScalar(),
        "signify-key" => new SignifyKey(),
        "stellar-seed" => new StellarSeed(),
        "swarm-join-token" => new SwarmJoinToken(),
        "telegram-bot-token" => new TelegramBotToken(),
        "tink-key" => new TinkKey(),
        "vault-batch-token" => new VaultBatchToken(),
        "vault-service-token" => new VaultServiceToken(),
        "wireguard-key" => new WireGuardKey(),
        _ => null,
    };

    private static ITokenVerifier? WithArgument(string name, string argument) => name switch
    {
        "azure-key" => AzureKeyLayout.Find(argument) is { } layout ? new AzureIdentifiableKey(argument, layout) : null,
        "base58check" => Base58CheckKey.Find(argument),
        "base64-json" => new Base64Json(argument),
        "bech32" => Bech32Key.Find(argument),
        "jwt" => new JsonWebToken(argument),
        "base58-bytes" when Count(argument) is > 0 and <= 128 and var bytes => new Base58Bytes(bytes),
        "base64-bytes" when Count(argument) is > 0 and var bytes => new Base64Bytes(bytes),
        "byte-array" when Count(argument) is > 0 and <= 128 and var bytes => new ByteArray(bytes),
        "hex-bytes" when Count(argument) is > 0 and var bytes => new HexBytes(bytes),
        _ => null,
    };

    private static int Count(string argument) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
