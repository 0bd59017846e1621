namespace Sallyport.Detectors.Secrets;

/// <summary>The globs of a page's <c>path:</c>. Without a slash a glob is for the file's name; <c>**</c> crosses folders.</summary>
internal static class PathGlobs
{
    /// <summary>Whether <paramref name="path"/> fits one of <paramref name="globs"/>; true when there are none.</summary>
    public static bool Match(IReadOnlyList<string> globs, string path)
    {
        if (globs.Count == 0)
        {
            return true;
        }

        foreach (var glob in globs)
        {
            var subject = path.AsSpan();
            if (Match(glob, glob.Contains('/', StringComparison.Ordinal) ? subject : subject[(path.LastIndexOf('/') + 1)..]))
            {
                return true;
            }
        }

        return false;
    }

    // The last star remembers where to resume: linear in practice, quadratic at worst in the length of a path.
    private static bool Match(ReadOnlySpan<char> glob, ReadOnlySpan<char> path)
    {
        if (glob.Length > 0 && path.Length > 0 && glob[^1] is not ('*' or '?') && glob[^1] != path[^1])
        {
            return false;
        }

        int g = 0, p = 0, star = -1, resume = 0;
        var deep = false;
        while (p < path.Length)
        {
            if (g < glob.Length && glob[g] == '*')
            {
                deep = g + 1 < glob.Length && glob[g + 1] == '*';
                g += deep ? 2 : 1;
                g += deep && g < glob.Length && glob[g] == '/' ? 1 : 0;
                (star, resume) = (g, p);
            }
            else if (g < glob.Length && (glob[g] == path[p] || glob[g] == '?' && path[p] != '/'))
            {
                g++;
                p++;
            }
            else if (star >= 0 && (deep || path[resume] != '/'))
            {
                (g, p) = (star, ++resume);
            }
            else
            {
                return false;
            }
        }

        return glob[g..].Trim('*').IsEmpty;
    }
}
