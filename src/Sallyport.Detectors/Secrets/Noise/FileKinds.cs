namespace Sallyport.Detectors.Secrets.Noise;

/// <summary>What the name of a file says of the values in it.</summary>
internal static class FileKinds
{
    private static readonly HashSet<string> Locks = new(StringComparer.OrdinalIgnoreCase)
    {
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock", "go.sum", "cargo.lock", "gemfile.lock", "composer.lock",
        "poetry.lock", "pipfile.lock", "pdm.lock", "uv.lock", "packages.lock.json", "project.assets.json", "flake.lock", "mix.lock", "pubspec.lock", "podfile.lock",
        "package.resolved", "gradle.lockfile", ".terraform.lock.hcl", "chart.lock", "conan.lock", "paket.lock", "checksums.txt", "sha256sums", "sha256sums.txt", "md5sums",
    };

    /// <summary>Whether it is a lock file or a list of checksums: nothing in it is named a secret, everything looks like one.</summary>
    public static bool HoldsOnlySums(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Locks.Contains(name) || name.EndsWith(".map", StringComparison.OrdinalIgnoreCase);
    }
}
