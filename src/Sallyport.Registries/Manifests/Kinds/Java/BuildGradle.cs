namespace Sallyport.Registries.Manifests.Kinds.Java;

/// <summary>The build files of Gradle, Groovy and Kotlin: literal coordinates.</summary>
internal sealed class BuildGradle : ManifestKind
{
    public override string Name => "build.gradle";

    public override Ecosystem Ecosystem => Ecosystem.Maven;

    public override bool IsLock => false;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var line = lines.Text.Trim();
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            var word = line[..Math.Max(0, line.AsSpan().IndexOfAny(" (:="))];
            if (Configurations.Contains(word) || word.EndsWith("Implementation", StringComparison.Ordinal) || word.EndsWith("Compile", StringComparison.Ordinal) || word.EndsWith("Only", StringComparison.Ordinal) || word.EndsWith("Api", StringComparison.Ordinal))
            {
                Coordinates(line, lines, word.StartsWith("test", StringComparison.OrdinalIgnoreCase), into);
            }
        }
    }

    private static readonly HashSet<string> Configurations = new(StringComparer.Ordinal)
    {
        "implementation", "api", "compile", "runtime", "classpath", "annotationProcessor", "kapt", "ksp", "provided", "developmentOnly", "coreLibraryDesugaring",
    };

    private static void Coordinates(string line, TextLines lines, bool development, Manifest into)
    {
        var at = 0;
        while ((at = line.AsSpan(at).IndexOfAny('"', '\'') is >= 0 and var found ? at + found : -1) >= 0 && line.IndexOf(line[at], at + 1) is > 0 and var end)
        {
            var parts = line[(at + 1)..end].Split(':');
            if (parts.Length is >= 2 and <= 4 && parts[0].Contains('.', StringComparison.Ordinal) | parts.Length == 3 && parts[0].Length > 0 && !parts[0].Contains('$', StringComparison.Ordinal) && !parts[1].Contains('$', StringComparison.Ordinal) && !parts[0].Contains('/', StringComparison.Ordinal))
            {
                var name = $"{parts[0]}:{parts[1]}";
                into.Add(new PackageReference(Ecosystem.Maven, name, parts.Length > 2 && !parts[2].Contains('$', StringComparison.Ordinal) ? parts[2].Split('@')[0] : null, lines.Place(name)) { Development = development });
            }

            at = end + 1;
        }
    }
}
