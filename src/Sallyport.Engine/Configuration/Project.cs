using Sallyport.Core.Files;

namespace Sallyport.Engine.Configuration;

/// <summary>The project that is looked at: where it begins, and where in it the command was started.</summary>
public sealed class Project
{
    private readonly string _working;
    private readonly string? _prefix;

    /// <summary>Makes a project.</summary>
    /// <param name="root">Its full path.</param>
    /// <param name="working">The full path that relative paths start from.</param>
    public Project(string root, string working)
    {
        ArgumentNullException.ThrowIfNull(root);
        Root = root.Length > 1 ? root.TrimEnd('/') : root;
        _working = working;
        _prefix = working == Root ? "" : Below(working) is { Length: > 0 } below ? below + "/" : null;
    }

    /// <summary>The full path of its first folder.</summary>
    public string Root { get; }

    /// <summary>The project that <paramref name="path"/> belongs to: the repository around it, or without one the folder itself.</summary>
    public static Project Around(string path, string working, IFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var full = Path.GetFullPath(path, working);
        var start = files.IsFolder(full) ? full : Path.GetDirectoryName(full) ?? full;
        for (var at = start; at is not null; at = Path.GetDirectoryName(at))
        {
            if (files.Exists(Path.Combine(at, ".git")))
            {
                return new Project(at, working);
            }
        }

        var inside = start == working || start.StartsWith(working.TrimEnd('/') + "/", StringComparison.Ordinal);
        return new Project(inside ? working : start, working);
    }

    /// <summary>The folder in it that the command was started in, with a closing slash; empty for the root and for a command started outside.</summary>
    public string Start => _prefix ?? "";

    /// <summary>A path as findings carry it, relative to the root; a path outside stays whole.</summary>
    public string Place(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (_prefix is not null && !path.StartsWith('/') && !path.StartsWith("..", StringComparison.Ordinal))
        {
            return _prefix.Length == 0 ? path : _prefix + path;
        }

        var inner = path.IndexOf("!/", StringComparison.Ordinal);
        var full = Path.GetFullPath(inner < 0 ? path : path[..inner], _working);
        return (Below(full) ?? full) + (inner < 0 ? "" : path[inner..]);
    }

    /// <summary>The full path of a path that a person typed.</summary>
    public string FullOf(string path) => Path.GetFullPath(path, _working);

    /// <summary>The full path of a place in it.</summary>
    public string Full(string place) => Path.Combine(Root, place);

    private string? Below(string full) =>
        full == Root ? "" : full.StartsWith(Root == "/" ? "/" : Root + "/", StringComparison.Ordinal) ? full[(Root == "/" ? 1 : Root.Length + 1)..] : null;
}
