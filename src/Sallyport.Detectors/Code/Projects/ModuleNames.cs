using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>How modules are called by others.</summary>
internal static class ModuleNames
{
    /// <summary>The path without extension; of a package or folder's own file the folder.</summary>
    public static string Stem(Module module)
    {
        var path = module.Path;
        var slash = path.LastIndexOf('/');
        var dot = path.LastIndexOf('.');
        var stem = dot > slash ? path[..dot] : path;
        return stem.EndsWith("/__init__", StringComparison.Ordinal) ? stem[..^9] : stem.EndsWith("/index", StringComparison.Ordinal) ? stem[..^6] : stem;
    }

    /// <summary>The last part of <see cref="Stem"/>.</summary>
    public static string Last(Module module)
    {
        var stem = Stem(module);
        return stem[(stem.LastIndexOf('/') + 1)..];
    }

    /// <summary>The path that a name means; not <paramref name="exact"/> where its beginning is not known.</summary>
    public static string Target(Module from, string name, out bool exact)
    {
        if (from.Language == Language.Python)
        {
            var dots = name.Length - name.TrimStart('.').Length;
            exact = dots > 0;
            var rest = name[dots..].Replace('.', '/');
            if (!exact)
            {
                return rest;
            }

            // One dot is the package itself: the folder the file lies in.
            return Joined(Up(Folder(from.Path), dots - 1), rest);
        }

        exact = name.StartsWith('.');
        var target = exact ? Normal(Joined(Folder(from.Path), name)) : name.StartsWith("@/", StringComparison.Ordinal) || name.StartsWith("~/", StringComparison.Ordinal) ? name[2..] : "";
        var dot = target.LastIndexOf('.');
        target = dot > target.LastIndexOf('/') && target[dot..] is ".js" or ".ts" or ".jsx" or ".tsx" or ".mjs" or ".cjs" ? target[..dot] : target;
        return target.EndsWith("/index", StringComparison.Ordinal) ? target[..^6] : target;
    }

    private static string Folder(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static string Up(string folder, int levels)
    {
        for (; levels > 0; levels--)
        {
            folder = Folder(folder);
        }

        return folder;
    }

    private static string Joined(string folder, string rest) => folder.Length == 0 ? rest : rest.Length == 0 ? folder : $"{folder}/{rest}";

    private static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
