namespace Sallyport.Detectors.Privacy;

/// <summary>Tells the files that hold data from those that make up a program.</summary>
internal static class DataFiles
{
    private static readonly string[] Prose = ["license", "licence", "copying", "authors", "contributors", "credits", "thanks", "maintainers", "changelog", "changes", "history", "news", "readme", "notice", "copyright", "requirements", "robots", "humans", "security", "codeowners", "cmakelists", "constraints", "patents", "todo", "install", "release", "version", "top_level", "metadata", "installed-files"];
    private static readonly string[] Manifests = ["package.json", "package-lock.json", "composer.json", "bower.json", "component.json", "manifest.json", "pom.xml", "plugin.xml", "contributors.json", ".all-contributorsrc", "codemeta.json", "citation.json", ".zenodo.json", "project.json", "npm-shrinkwrap.json", "deno.json", "angular.json", "lerna.json", "info.json", "plugin.json", "jsr.json"];

    /// <summary>What a file is.</summary>
    public static DataFile Of(string path)
    {
        var slash = path.LastIndexOf('/');
        var name = path.AsSpan(slash + 1);
        var dot = name.LastIndexOf('.');
        var kind = dot < 0 ? DataFile.None : Kind(name[(dot + 1)..]);
        return kind == DataFile.None || kind == DataFile.Text && IsProse(name) || kind != DataFile.Table && IsManifest(name) || path.Contains("node_modules/", StringComparison.Ordinal) || path.Contains("locale", StringComparison.OrdinalIgnoreCase) ? DataFile.None : kind;
    }

    private static DataFile Kind(ReadOnlySpan<char> extension) => extension switch
    {
        "csv" or "CSV" or "tsv" or "TSV" or "tab" or "psv" => DataFile.Table,
        "json" or "jsonl" or "ndjson" or "geojson" or "jsonlines" or "har" => DataFile.Records,
        "log" or "txt" or "TXT" or "sql" or "ipynb" or "xml" or "eml" or "mbox" or "vcf" or "ldif" or "ics" or "dump" or "out" or "dat" => DataFile.Text,
        _ => DataFile.None,
    };

    private static bool IsProse(ReadOnlySpan<char> name)
    {
        foreach (var word in Prose)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsManifest(ReadOnlySpan<char> name)
    {
        foreach (var manifest in Manifests)
        {
            if (name.Equals(manifest, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return name.EndsWith(".map", StringComparison.Ordinal) || name.Contains("lock", StringComparison.OrdinalIgnoreCase) || name.Contains("schema", StringComparison.OrdinalIgnoreCase) || name.StartsWith("tsconfig");
    }
}
