using System.Globalization;
using System.Text.Json;
using Sallyport.Core;

namespace Sallyport.Registries.Index;

/// <summary>Reads a folder of plain lists: <c>ECOSYSTEM.popular.txt</c>, <c>ECOSYSTEM.malicious.hex</c>, <c>ECOSYSTEM.imports.json</c> and <c>MANIFEST.json</c>.</summary>
public static class PackageLists
{
    /// <summary>Builds an index of them; of two folders the first one's order and the last one's import names count. Throws <see cref="UserException"/> when there are none.</summary>
    public static byte[] Build(params IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var builder = new PackageIndexBuilder();
        var any = false;
        foreach (var folder in folders)
        {
            foreach (var ecosystem in Ecosystems.Listed)
            {
                any |= Add(builder, ecosystem, Path.Combine(folder, ecosystem.Word()));
            }
        }

        return any ? builder.Build(Made(Path.Combine(folders[0], "MANIFEST.json")))
            : throw new UserException($"`{folders[0]}` holds no lists of packages", "it needs files such as `npm.popular.txt`");
    }

    /// <summary>Adds one ecosystem's lists, those of them that exist; <paramref name="stem"/> is their path up to the first dot.</summary>
    internal static bool Add(PackageIndexBuilder builder, Ecosystem ecosystem, string stem)
    {
        var (popular, malicious, imports) = (stem + ".popular.txt", stem + ".malicious.hex", stem + ".imports.json");
        if (File.Exists(popular))
        {
            builder.AddPopular(ecosystem, File.ReadLines(popular));
        }

        if (File.Exists(malicious))
        {
            builder.AddMaliciousHashes(ecosystem, File.ReadLines(malicious));
        }

        if (File.Exists(imports))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(imports));
            foreach (var pair in document.RootElement.EnumerateObject())
            {
                builder.AddImport(ecosystem, pair.Name, pair.Value.GetString()!);
            }
        }

        return File.Exists(popular) || File.Exists(malicious);
    }

    private static DateOnly Made(string manifest)
    {
        if (!File.Exists(manifest))
        {
            throw new UserException($"`{manifest}` is missing", "it says when the lists were made: `{\"made\": \"2026-11-20\"}`");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return document.RootElement.TryGetProperty("made", out var made) && DateOnly.TryParseExact(made.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UserException($"`{manifest}` does not say when the lists were made", "it needs `\"made\": \"2026-11-20\"`");
    }
}
