namespace Sallyport.Registries.Manifests.Kinds.Java;

/// <summary>The lock files of Gradle: <c>buildscript-gradle.lockfile</c> and those in <c>gradle/dependency-locks</c> too.</summary>
internal sealed class GradleLockfile : ManifestKind
{
    public override string Name => "gradle.lockfile";

    public override Ecosystem Ecosystem => Ecosystem.Maven;

    internal override void Read(ReadOnlySpan<byte> text, Manifest into)
    {
        var lines = new TextLines(text);
        while (lines.Next())
        {
            var line = lines.Text.Trim();
            var parts = line.Split('=')[0].Split(':');
            if (line.Length > 0 && line[0] != '#' && parts.Length == 3)
            {
                var name = $"{parts[0]}:{parts[1]}";
                into.Add(Ecosystem.Maven, name, parts[2], lines.Place(name));
            }
        }
    }
}
