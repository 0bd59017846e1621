using Sallyport.Registries;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>How one package client is told of another registry, without changing anything that stays.</summary>
internal sealed record InstallClient(string Program, Ecosystem Ecosystem)
{
    public static string[] Names { get; } =
        ["npm", "npx", "pnpm", "yarn", "bun", "pip", "pipx", "uv", "uvx", "poetry", "python", "dotnet", "cargo", "go", "gem", "bundle", "mvn"];

    public static InstallClient? Of(string program, string[] command) => program switch
    {
        "npm" or "npx" or "pnpm" or "pnpx" or "yarn" or "bun" or "bunx" => new("npm", Ecosystem.Npm),
        "uv" or "uvx" or "pipx" or "poetry" => new("pip", Ecosystem.PyPi),
        _ when program == "pip" || program.StartsWith("pip3", StringComparison.Ordinal) => new("pip", Ecosystem.PyPi),
        _ when program.StartsWith("python", StringComparison.Ordinal) && Array.IndexOf(command, "-m") is > 0 and var at && at + 1 < command.Length && command[at + 1] is "pip" or "pipx" or "uv" or "poetry" => new("pip", Ecosystem.PyPi),
        "dotnet" or "nuget" => new("dotnet", Ecosystem.NuGet),
        "cargo" => new("cargo", Ecosystem.Crates),
        "go" => new("go", Ecosystem.Go),
        "gem" => new("gem", Ecosystem.RubyGems),
        "bundle" or "bundler" => new("bundle", Ecosystem.RubyGems),
        "mvn" => new("mvn", Ecosystem.Maven),
        _ => null,
    };

    /// <summary>The arguments, with those in front or behind that name the registries.</summary>
    public IReadOnlyList<string> Arguments(ReadOnlySpan<string> given, IReadOnlyList<Uri> registries, InstallFiles files) => Program switch
    {
        "cargo" => ["--config", "source.crates-io.replace-with=\"sallyport\"", "--config", $"source.sallyport.registry=\"sparse+{registries[0]}\"", .. given],
        "gem" when given.Length > 0 && given[0] is "install" or "fetch" or "i" => [.. given, "--clear-sources", .. registries.SelectMany(r => new[] { "--source", r.ToString() })],
        "mvn" => ["-s", files.Write("settings.xml", $"<settings><mirrors><mirror><id>sallyport</id><mirrorOf>*</mirrorOf><url>{registries[0]}</url></mirror></mirrors></settings>\n"), .. given],
        _ => [.. given],
    };

    /// <summary>The variables that name the registries.</summary>
    public IEnumerable<(string Name, string Value)> Variables(IReadOnlyList<Uri> registries, InstallFiles files)
    {
        var first = registries[0].ToString();
        var rest = string.Join(' ', registries.Skip(1));
        return Program switch
        {
            "npm" =>
            [
                ("npm_config_registry", first), ("npm_config_replace_registry_host", "always"), ("YARN_REGISTRY", first), ("YARN_NPM_REGISTRY_SERVER", first.TrimEnd('/')),
                ("YARN_UNSAFE_HTTP_WHITELIST", "127.0.0.1"), ("BUN_CONFIG_REGISTRY", first), ("npm_config_cache", files.Write("cache", "") + ".d"), ("YARN_ENABLE_GLOBAL_CACHE", "false"),
            ],
            "pip" =>
            [
                ("PIP_INDEX_URL", first), ("PIP_EXTRA_INDEX_URL", rest), ("PIP_TRUSTED_HOST", "127.0.0.1"), ("PIP_NO_CACHE_DIR", "1"), ("UV_DEFAULT_INDEX", first), ("UV_INDEX_URL", first),
                ("UV_EXTRA_INDEX_URL", rest), ("UV_NO_CACHE", "1"), ("PIP_DISABLE_PIP_VERSION_CHECK", "1"),
            ],
            "dotnet" =>
            [
                ("RestoreConfigFile", files.Write("nuget.config", $"<configuration><packageSources><clear />{string.Concat(registries.Select((r, i) => $"<add key=\"sallyport{i}\" value=\"{r}index.json\" allowInsecureConnections=\"true\" protocolVersion=\"3\" />"))}</packageSources></configuration>\n")),
                ("NUGET_HTTP_CACHE_PATH", files.Write("http", "") + ".d"),
            ],
            "go" => [("GOPROXY", string.Join(',', registries))],
            "bundle" => [("BUNDLE_MIRROR__ALL", first)],
            _ => [],
        };
    }
}
