namespace Sallyport.Registries.Clients.Npm;

/// <summary>Which registry npm would ask: the environment, the project's and the user's <c>.npmrc</c>, and npm itself.</summary>
internal sealed class NpmConfiguration(ClientSurroundings surroundings)
{
    private Dictionary<string, string>? _settings;
    private string? _asked;

    public RegistryEndpoint? For(string name)
    {
        var scope = name.StartsWith('@') && name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? name[..slash] : null;
        if (scope is not null && Setting($"{scope}:registry") is { } scoped)
        {
            return Endpoint(scoped, $"{scope}:registry");
        }

        var set = surroundings.Environment("npm_config_registry") ?? surroundings.Environment("NPM_CONFIG_REGISTRY") ?? Setting("registry");
        return set is not null ? Endpoint(set, "registry") : Endpoint(_asked ??= surroundings.Ask("npm", ["config", "get", "registry"]) ?? "", "npm config get registry");
    }

    private RegistryEndpoint? Endpoint(string address, string from)
    {
        var bare = address.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? address[(scheme + 1)..].TrimEnd('/') : address;
        // A token counts for the path it is written for and all below.
        for (var path = bare; path.Length > 2; path = path.LastIndexOf('/') is > 1 and var cut ? path[..cut] : "")
        {
            foreach (var key in new[] { $"{path}/:", $"{path}:" })
            {
                if (Setting(key + "_authToken") is { } token)
                {
                    return ClientSurroundings.Endpoint(address, from, $"Bearer {token}");
                }

                if (Setting(key + "_auth") is { } basic)
                {
                    return ClientSurroundings.Endpoint(address, from, $"Basic {basic}");
                }

                if (Setting(key + "username") is { } user && Setting(key + "_password") is { } password)
                {
                    return ClientSurroundings.Endpoint(address, from, ClientSurroundings.Basic($"{user}:{Decoded(password)}"));
                }
            }
        }

        return ClientSurroundings.Endpoint(address, from);
    }

    private static string Decoded(string password)
    {
        var buffer = new byte[password.Length];
        return Convert.TryFromBase64String(password, buffer, out var length) ? System.Text.Encoding.UTF8.GetString(buffer, 0, length) : password;
    }

    private string? Setting(string key) => (_settings ??= Read()).GetValueOrDefault(key);

    private Dictionary<string, string> Read()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var project = surroundings.Above().FirstOrDefault(f => surroundings.ReadText(Path.Combine(f, "package.json")) is not null || surroundings.ReadText(Path.Combine(f, ".npmrc")) is not null) ?? surroundings.Folder;
        foreach (var file in new[] { Path.Combine(project, ".npmrc"), surroundings.Environment("NPM_CONFIG_USERCONFIG") ?? surroundings.Environment("npm_config_userconfig") ?? Path.Combine(surroundings.Home, ".npmrc") })
        {
            foreach (var line in (surroundings.ReadText(file) ?? "").Split('\n'))
            {
                var trimmed = line.Trim();
                var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0 && trimmed[0] is not ('#' or ';'))
                {
                    settings.TryAdd(trimmed[..equals].Trim(), Expand(trimmed[(equals + 1)..].Trim().Trim('"')));
                }
            }
        }

        return settings;
    }

    private string Expand(string value)
    {
        while (value.IndexOf("${", StringComparison.Ordinal) is >= 0 and var at && value.IndexOf('}', at) is > 0 and var end)
        {
            value = value[..at] + surroundings.Environment(value[(at + 2)..end].TrimEnd('?')) + value[(end + 1)..];
        }

        return value;
    }
}
