using Sallyport.Core.Artifacts;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Places;

/// <summary>Finds out what place a word of a command names, as seen from where the command starts.</summary>
internal sealed class PathReader(Scene scene)
{
    private static readonly string[] System =
        ["/etc", "/usr", "/bin", "/sbin", "/lib", "/lib64", "/boot", "/var", "/opt", "/dev", "/proc", "/sys", "/run", "/srv", "/System", "/Library", "/Applications", "/private", "/nix", "/snap", "/root"];

    private static readonly string[] Important = ["/home", "/Users", "/mnt", "/media", "/data", "/Volumes", "/backup", "/backups", "/workspace", "/workspaces"];
    private static readonly string[] Temporary = ["/tmp", "/var/tmp", "/dev/shm", "/private/tmp", "/var/folders", "/run/user"];
    private static readonly string[] Harmless = ["/dev/null", "/dev/stdout", "/dev/stderr", "/dev/stdin", "/dev/tty", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];

    private readonly string _home = scene.Home.Length > 0 ? scene.Home.TrimEnd('/') : "/home/user";
    private readonly string _root = scene.Root.Length > 0 ? scene.Root.TrimEnd('/') : "/project";

    public string Home => _home;

    /// <summary>The place that <paramref name="word"/> names for a command that runs in <paramref name="directory"/>.</summary>
    public Place Read(Value word, Value directory)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        var text = Known(word, out var ends, out var found);
        if (directory.Pieces.Any(p => p.Text == "found" && p.Kind == PieceKind.Unknown))
        {
            tags.Add("found");
        }

        var full = text is null ? null : Full(text, directory, tags);
        if (full is null)
        {
            tags.Add("unknown");
            tags.Add("outside");
            if (word.Pieces.Count > 0 && text is not null)
            {
                PlaceTable.BuiltIn.Tag("/" + text, _home, tags);
            }

            return new Place(word.ToString(), tags);
        }

        Classify(full, ends, found, tags);
        if (found)
        {
            tags.Add("found");
        }

        if (word.Pieces.Any(p => p.Kind == PieceKind.Glob) || word.Known.Contains("..", StringComparison.Ordinal) || full == "/tmp/of-user")
        {
            tags.Add("loose");
        }

        return new Place(full, tags);
    }

    /// <summary>Whether a path lies at or below one of the roots.</summary>
    private static bool Below(string path, string[] roots) =>
        Array.Exists(roots, r => path == r || (path.StartsWith(r, StringComparison.Ordinal) && path.Length > r.Length && path[r.Length] == '/'));

    // The known beginning of the path; an unknown piece behind it may be empty, so that the beginning is what counts.
    private string? Known(Value word, out bool whole, out bool found)
    {
        var text = new global::System.Text.StringBuilder();
        (whole, found) = (true, false);
        for (var i = 0; i < word.Pieces.Count; i++)
        {
            var piece = word.Pieces[i];
            switch (piece.Kind)
            {
                case PieceKind.Literal or PieceKind.Glob:
                    text.Append(piece.Text);
                    break;
                case PieceKind.Variable when Ambient(piece.Text) is { } place && i == 0:
                    text.Append(place);
                    break;
                default:
                    if (i == 0)
                    {
                        return null;
                    }

                    whole = false;
                    found |= piece.Text == "found";
                    return text.ToString();
            }
        }

        return text.ToString();
    }

    private string? Ambient(string name) => name switch
    {
        "HOME" or "USERPROFILE" => _home,
        "TMPDIR" or "TMP" or "TEMP" or "RUNNER_TEMP" => "/tmp/of-user",
        "PWD" => scene.Folder,
        "OLDPWD" => null,
        "XDG_CONFIG_HOME" => _home + "/.config",
        "XDG_CACHE_HOME" => _home + "/.cache",
        "XDG_DATA_HOME" => _home + "/.local/share",
        "GITHUB_WORKSPACE" or "CI_PROJECT_DIR" or "WORKSPACE" or "CLAUDE_PROJECT_DIR" or "PROJECT_ROOT" => _root,
        _ => null,
    };

    private string? Full(string text, Value directory, HashSet<string> tags)
    {
        if (text.StartsWith("file://", StringComparison.Ordinal))
        {
            text = text[7..];
        }

        if (text.Length >= 2 && char.IsAsciiLetter(text[0]) && text[1] == ':' && (text.Length == 2 || text[2] is '\\' or '/'))
        {
            text = text.Replace('\\', '/');
            tags.Add(text.TrimEnd('/', '*').Length <= 2 ? "drive" : "windows");
            return text;
        }

        if (text.StartsWith('~') && (text.Length == 1 || text[1] == '/'))
        {
            text = _home + text[1..];
        }

        if (!text.StartsWith('/'))
        {
            var at = directory.Pieces.Count == 0 ? scene.Folder : Known(directory, out var whole, out _) is { } known && whole ? known : null;
            if (at is null)
            {
                return null;
            }

            at = at.StartsWith('~') ? _home + at[1..] : at;
            text = $"{(at.StartsWith('/') ? at : $"{(scene.Folder.Length > 0 ? scene.Folder : _root)}/{at}")}/{text}";
        }

        return Normal(text);
    }

    private static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == "..")
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }

                continue;
            }

            parts.Add(part);
        }

        return "/" + string.Join('/', parts);
    }

    private void Classify(string path, bool whole, bool found, HashSet<string> tags)
    {
        // `x/*` and `x/.*` take all that is in x.
        var name = path[(path.LastIndexOf('/') + 1)..];
        var parent = path.Length > name.Length + 1 ? path[..^(name.Length + 1)] : "/";
        var everything = name.Length > 0 && name.All(c => c is '*' or '.' or '?' or '{' or '}' or ',' or '[' or '!' or ']') && name.Contains('*', StringComparison.Ordinal);
        var place = everything || (!whole && path.Length > 1 && path == parent + "/" + name && name.Length == 0) ? parent : path;
        if (tags.Contains("drive") || tags.Contains("windows"))
        {
            tags.Add("outside");
            if (path.Contains("/Windows", StringComparison.OrdinalIgnoreCase) || path.Contains("/Program Files", StringComparison.OrdinalIgnoreCase))
            {
                tags.Add("system");
            }

            PlaceTable.BuiltIn.Tag(path, _home, tags);
            return;
        }

        if (Array.IndexOf(Harmless, path) >= 0 || path.StartsWith("/dev/fd/", StringComparison.Ordinal) || path.StartsWith("/dev/pts/", StringComparison.Ordinal))
        {
            tags.Add("harmless");
            return;
        }

        if (place == "/")
        {
            tags.Add("root");
        }

        var inside = place.StartsWith(_root + "/", StringComparison.Ordinal);
        var temporary = Below(place, Temporary) && !inside;
        tags.Add(inside ? "inside" : place == _root ? "project" : "outside");
        if (!inside && _root.StartsWith(place == "/" ? "/" : place + "/", StringComparison.Ordinal))
        {
            tags.Add("above");
        }

        if (temporary && (place.Length > 8 || !found) && !(Array.IndexOf(Temporary, place) >= 0 && !everything))
        {
            tags.Add("temporary");
        }
        else if (!inside && place != _root && Below(place, System))
        {
            tags.Add("system");
        }
        else if (!inside && Below(place, Important))
        {
            tags.Add("important");
        }

        if (everything && (place == _root || tags.Contains("above")))
        {
            tags.Add("everything");
        }

        if (place == _home || (place.LastIndexOf('/') == 0 && place is "/home" or "/Users" or "/root") || (parent is "/home" or "/Users" && place == path && place != _root && !inside && !tags.Contains("above")))
        {
            tags.Add("home");
        }

        if (place == _root + "/.git" || place.EndsWith("/.git", StringComparison.Ordinal))
        {
            tags.Add("vcs");
        }

        if (path.StartsWith("/dev/", StringComparison.Ordinal) && !temporary)
        {
            tags.Add("device");
        }

        PlaceTable.BuiltIn.Tag(place, _home, tags);
        if (place != path)
        {
            PlaceTable.BuiltIn.Tag(path, _home, tags);
        }
    }
}
