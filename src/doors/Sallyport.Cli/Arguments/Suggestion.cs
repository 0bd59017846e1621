using Sallyport.Core.Text;

namespace Sallyport.Cli.Arguments;

/// <summary>"did you mean" for a mistyped word.</summary>
internal static class Suggestion
{
    /// <summary>A hint that names the nearest of <paramref name="known"/>, or null when none is near.</summary>
    public static string? Among(string word, IEnumerable<string> known, string prefix) =>
        Spelling.Nearest(word, known) is { } nearest ? $"did you mean `{prefix}{nearest}`?" : null;
}
