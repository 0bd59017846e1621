namespace Sallyport.Sandbox.Projects;

/// <summary>Where git keeps what belongs to a folder, read from files without running git.</summary>
internal static class GitLinks
{
    private const int MostModules = 100;

    /// <summary>The repository's own folder when <paramref name="project"/> is a worktree of it; null when it is not, or when that folder knows nothing of the worktree.</summary>
    /// <remarks>The file <c>.git</c> belongs to the project, so what it names is only believed where the other side names it, too.</remarks>
    public static string? CommonFolder(string project)
    {
        var link = Path.Combine(project, ".git");
        if (!File.Exists(link) || First(link) is not { } line || !line.StartsWith("gitdir: ", StringComparison.Ordinal))
        {
            return null;
        }

        var own = ProjectFolder.Real(Path.GetFullPath(line[8..], project));
        if (First(Path.Combine(own, "gitdir")) is not { } back || ProjectFolder.Real(Path.GetFullPath(back, own)) != link || First(Path.Combine(own, "commondir")) is not { } up)
        {
            return null;
        }

        var common = ProjectFolder.Real(Path.GetFullPath(up, own));
        return Path.GetDirectoryName(Path.GetDirectoryName(own)) == common && Directory.Exists(Path.Combine(common, "objects")) && Directory.Exists(Path.Combine(common, "refs")) ? common : null;
    }

    /// <summary>What <c>core.hooksPath</c> says in a configuration file.</summary>
    public static string? HooksPath(string file)
    {
        foreach (var line in Lines(file))
        {
            var text = line.AsSpan().Trim();
            if (text.StartsWith("hookspath", StringComparison.OrdinalIgnoreCase) && text.IndexOf('=') is var equals and > 0)
            {
                return text[(equals + 1)..].Trim().Trim('"').ToString() is { Length: > 0 } path ? path : null;
            }
        }

        return null;
    }

    /// <summary>The name and address that commits carry, from a user's configuration.</summary>
    public static (string? Name, string? Email) Person(string file)
    {
        string? name = null, email = null;
        var inUser = false;
        foreach (var line in Lines(file))
        {
            var text = line.AsSpan().Trim();
            inUser = text.StartsWith("[") ? text.StartsWith("[user]", StringComparison.OrdinalIgnoreCase) : inUser;
            if (inUser && text.IndexOf('=') is var equals and > 0)
            {
                var value = text[(equals + 1)..].Trim().Trim('"').ToString();
                name = text[..equals].Trim().Equals("name", StringComparison.OrdinalIgnoreCase) ? value : name;
                email = text[..equals].Trim().Equals("email", StringComparison.OrdinalIgnoreCase) ? value : email;
            }
        }

        return (name, email);
    }

    /// <summary>The folders of submodules' repositories.</summary>
    public static List<string> Modules(string git)
    {
        var found = new List<string>();
        Collect(Path.Combine(git, "modules"), found);
        return found;
    }

    private static void Collect(string folder, List<string> found)
    {
        if (!Directory.Exists(folder) || found.Count >= MostModules)
        {
            return;
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Directory.Exists(Path.Combine(child, "objects")))
            {
                found.Add(child);
                Collect(Path.Combine(child, "modules"), found);
            }
            else
            {
                Collect(child, found);
            }
        }
    }

    private static string? First(string file) => Lines(file) is [var line, ..] ? line.Trim() : null;

    private static string[] Lines(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
