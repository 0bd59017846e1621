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

    /// <summary>What the file is for.</summary>
    public static ContentKind Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        if (IsTranslation(path, name))
        {
            return ContentKind.Translation;
        }

        if (name.StartsWith(".env", StringComparison.Ordinal) || name.StartsWith("dockerfile", StringComparison.Ordinal) || name is "makefile" or "jenkinsfile")
        {
            return name[0] == '.' ? ContentKind.Settings : ContentKind.Script;
        }

        return name[(name.LastIndexOf('.') + 1)..] switch
        {
            "cs" or "java" or "js" or "jsx" or "mjs" or "cjs" or "ts" or "tsx" or "py" or "rb" or "go" or "rs" or "php" or "c" or "h" or "cc" or "cpp" or "hpp" or "swift" or "kt" or "kts"
                or "scala" or "groovy" or "dart" or "m" or "mm" or "vb" or "fs" or "pl" or "pm" or "lua" or "ex" or "exs" or "erl" or "clj" or "hs" or "vue" or "svelte" or "r" or "jl" or "sol" => ContentKind.Code,
            "yml" or "yaml" or "toml" or "ini" or "cfg" or "conf" or "cnf" or "config" or "properties" or "env" or "tf" or "tfvars" or "hcl" or "props" or "plist" or "gradle" or "nix" => ContentKind.Settings,
            "json" or "json5" or "jsonc" or "ndjson" or "csv" or "tsv" or "sql" or "xml" or "ipynb" or "tfstate" or "har" or "log" => ContentKind.Data,
            "html" or "htm" or "xhtml" or "jsp" or "erb" or "cshtml" or "ejs" or "hbs" or "twig" or "haml" or "css" or "scss" or "less" or "svg" or "axaml" or "xaml" => ContentKind.Markup,
            "sh" or "bash" or "zsh" or "fish" or "ps1" or "psm1" or "bat" or "cmd" or "dockerfile" or "mk" => ContentKind.Script,
            "md" or "markdown" or "rst" or "txt" or "adoc" or "asciidoc" or "tex" or "org" or "mdx" => ContentKind.Prose,
            _ => ContentKind.Other,
        };
    }

    private static bool IsTranslation(string path, string name) =>
        name.EndsWith(".po", StringComparison.Ordinal) || name.EndsWith(".pot", StringComparison.Ordinal) || name.EndsWith(".resx", StringComparison.Ordinal) || name.EndsWith(".strings", StringComparison.Ordinal)
        || name.EndsWith(".arb", StringComparison.Ordinal) || name.EndsWith(".xlf", StringComparison.Ordinal) || name.EndsWith(".xliff", StringComparison.Ordinal)
        || path.Contains("locale", StringComparison.OrdinalIgnoreCase) || path.Contains("i18n", StringComparison.OrdinalIgnoreCase) || path.Contains("translations/", StringComparison.OrdinalIgnoreCase) || path.Contains("/lang/", StringComparison.OrdinalIgnoreCase);
}
