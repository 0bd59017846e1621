namespace Sallyport.Registries;

/// <summary>The words for ecosystems: as people write them, and as package URLs do.</summary>
public static class Ecosystems
{
    private static readonly string[] Words =
    [
        "none", "pypi", "npm", "nuget", "crates", "rubygems", "go", "maven", "composer", "pub", "hex", "cocoapods", "swift", "conan", "hackage",
        "cran", "conda", "jsr", "actions", "julia", "terraform", "helm", "nix", "bazel", "cpan", "luarocks",
    ];

    /// <summary>The ecosystems whose registries are asked.</summary>
    public static IReadOnlyList<Ecosystem> Judged { get; } =
        [Ecosystem.PyPi, Ecosystem.Npm, Ecosystem.NuGet, Ecosystem.Crates, Ecosystem.RubyGems, Ecosystem.Go, Ecosystem.Maven];

    /// <summary>The ecosystems of which names are listed.</summary>
    internal static IEnumerable<Ecosystem> Listed => Judged.Append(Ecosystem.Actions);

    /// <summary>The word for an ecosystem.</summary>
    public static string Word(this Ecosystem ecosystem) => Words[(int)ecosystem];

    /// <summary>Reads the word for an ecosystem, its client's name included; <see cref="Ecosystem.None"/> for anything else.</summary>
    public static Ecosystem Parse(string? word) => word?.ToLowerInvariant() switch
    {
        "pypi" or "pip" or "python" or "uv" or "poetry" => Ecosystem.PyPi,
        "npm" or "node" or "javascript" or "js" or "yarn" or "pnpm" or "bun" => Ecosystem.Npm,
        "nuget" or "dotnet" or ".net" or "csharp" => Ecosystem.NuGet,
        "crates" or "crates.io" or "cargo" or "rust" => Ecosystem.Crates,
        "rubygems" or "gem" or "gems" or "ruby" or "bundler" => Ecosystem.RubyGems,
        "go" or "golang" => Ecosystem.Go,
        "maven" or "mvn" or "gradle" or "java" => Ecosystem.Maven,
        { } other when Array.IndexOf(Words, other) is > 0 and var at => (Ecosystem)at,
        _ => Ecosystem.None,
    };

    /// <summary>The type in a package URL.</summary>
    public static string PurlType(this Ecosystem ecosystem) => ecosystem switch
    {
        Ecosystem.Crates => "cargo",
        Ecosystem.RubyGems => "gem",
        Ecosystem.Go => "golang",
        Ecosystem.Actions => "github",
        Ecosystem.Jsr or Ecosystem.Terraform or Ecosystem.Helm or Ecosystem.Nix or Ecosystem.None => "generic",
        _ => ecosystem.Word(),
    };
}
