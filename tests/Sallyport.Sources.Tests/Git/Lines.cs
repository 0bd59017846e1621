using Sallyport.Core.Artifacts;

namespace Sallyport.Sources.Tests.Git;

/// <summary>Says which lines of an artifact count.</summary>
internal static class Lines
{
    /// <summary>The text of every line in scope, joined by bars.</summary>
    public static string InScope(this Artifact artifact)
    {
        var first = artifact.Window?.Start.Line ?? 1;
        var text = System.Text.Encoding.UTF8.GetString(artifact.Bytes.Span).TrimEnd('\n').Split('\n');
        return string.Join('|', text.Where((_, i) => artifact.Scope?.Intersects(first + i, first + i) ?? true));
    }

    /// <summary>Path and lines in scope of everything seen.</summary>
    public static string[] Summary(this Seen seen) => [.. seen.Artifacts.Select(a => $"{a.Path}: {a.InScope()}").Order(StringComparer.Ordinal)];
}
