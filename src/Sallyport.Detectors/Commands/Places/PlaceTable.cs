using Sallyport.Detectors.Commands.Programs;

namespace Sallyport.Detectors.Commands.Places;

/// <summary>What paths mean, as <c>places.txt</c> says it.</summary>
internal sealed class PlaceTable
{
    private readonly List<(string Pattern, string[] Tags)> _names = [];
    private readonly List<(string Pattern, string[] Tags)> _paths = [];

    private PlaceTable()
    {
        using var stream = typeof(PlaceTable).Assembly.GetManifestResourceStream("places.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var columns = line.Split('|', StringSplitOptions.TrimEntries);
            (columns[0].Contains('/', StringComparison.Ordinal) ? _paths : _names).Add((columns[0], columns[1].Split(' ')));
        }
    }

    /// <summary>The table that is built in.</summary>
    public static PlaceTable BuiltIn { get; } = new();

    /// <summary>Adds the tags of a full path; <paramref name="home"/> is what <c>~</c> stands for.</summary>
    public void Tag(string path, string home, HashSet<string> tags)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        foreach (var (pattern, found) in _names)
        {
            if (Wildcard.Fits(pattern, name))
            {
                tags.UnionWith(found);
            }
        }

        var below = home.Length > 0 && path.StartsWith(home + "/", StringComparison.Ordinal) ? "~" + path[home.Length..] : OfAnyone(path);
        foreach (var (pattern, found) in _paths)
        {
            if (Fits(pattern, pattern[0] == '~' ? below : path))
            {
                tags.UnionWith(found);
            }
        }

        if (tags.Contains("example"))
        {
            tags.Remove("secret");
        }
    }

    // Whoever's home it is: what lies there means the same.
    private static string OfAnyone(string path)
    {
        foreach (var root in (ReadOnlySpan<string>)["/home/", "/Users/"])
        {
            if (path.StartsWith(root, StringComparison.Ordinal) && path.IndexOf('/', root.Length) is > 0 and var slash)
            {
                return "~" + path[slash..];
            }
        }

        return path.StartsWith("/root/", StringComparison.Ordinal) ? "~" + path[5..] : "";
    }

    private static bool Fits(string pattern, string path)
    {
        if (path.Length == 0)
        {
            return false;
        }

        if (pattern.EndsWith("/**", StringComparison.Ordinal))
        {
            var folder = pattern[..^3];
            return folder.StartsWith("**/", StringComparison.Ordinal)
                ? path.Contains(folder[2..] + "/", StringComparison.OrdinalIgnoreCase)
                : folder.Contains('*', StringComparison.Ordinal) ? Wildcard.Fits(pattern[..^2] + "*", path) : path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase);
        }

        if (pattern.StartsWith("**/", StringComparison.Ordinal))
        {
            return pattern.Contains('*', StringComparison.Ordinal) && pattern.LastIndexOf('*') > 2
                ? Wildcard.Fits("*" + pattern[2..], path)
                : path.EndsWith(pattern[2..], StringComparison.OrdinalIgnoreCase);
        }

        return Wildcard.Fits(pattern, path);
    }
}
