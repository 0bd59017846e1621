using System.Text;

namespace Sallyport.Detectors.Exposure;

/// <summary>The lines in which listings say what is known: written by whoever walks the tree, read by the analysis.</summary>
public static class ListingText
{
    /// <summary>The name of the listing that speaks for the project itself.</summary>
    public const string Project = ".";

    private const string Ignored = "ignored by git";
    private const string Tracked = "tracked by git";
    private const string Untracked = "not tracked by git";
    private const string Link = "another name of ";
    private const string Private = "private ";
    private const string Assistant = "assistant ";

    /// <summary>What is known of a file.</summary>
    public static byte[] OfName(bool ignored, bool tracked, string? target) =>
        Encoding.UTF8.GetBytes((tracked ? Tracked : ignored ? Ignored : Untracked) + "\n" + (target is null ? "" : Link + target + "\n"));

    /// <summary>What the project says of itself.</summary>
    public static byte[] OfProject(IReadOnlyList<string> own, IReadOnlyList<string> assistants) =>
        Encoding.UTF8.GetBytes(string.Concat(own.Select(o => $"{Private}{o}\n").Concat(assistants.Select(a => $"{Assistant}{a}\n"))));

    internal static NameFact Name(string path, ReadOnlySpan<byte> body)
    {
        var lines = Encoding.UTF8.GetString(body).Split('\n');
        var status = lines[0] switch { Tracked => NameFact.Git.Tracked, Ignored => NameFact.Git.Ignored, _ => NameFact.Git.Untracked };
        var target = Array.Find(lines, l => l.StartsWith(Link, StringComparison.Ordinal));
        return new NameFact(path, Encoding.UTF8.GetByteCount(lines[0]), status, target?[Link.Length..]);
    }

    internal static ProjectFact ProjectOf(string path, ReadOnlySpan<byte> body)
    {
        var lines = Encoding.UTF8.GetString(body).Split('\n');
        return new ProjectFact(path, Behind(lines, Private), Behind(lines, Assistant));
    }

    private static string[] Behind(string[] lines, string word) => [.. lines.Where(l => l.StartsWith(word, StringComparison.Ordinal)).Select(l => l[word.Length..])];
}
