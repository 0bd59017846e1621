namespace Sallyport.Sandbox;

/// <summary>What a command sees of the environment: only names that the profile lists, and none of them with a value that looks like a secret.</summary>
public static class SandboxEnvironment
{
    private const int LongestPlain = 15;

    /// <summary>Chooses from <paramref name="all"/>.</summary>
    /// <param name="profile">The names.</param>
    /// <param name="all">The environment of Sallyport itself.</param>
    /// <param name="home">The home folder.</param>
    /// <param name="folder">The folder that the command starts in.</param>
    /// <param name="secret">Says whether a value looks like a secret.</param>
    /// <param name="left">Names that the profile lists and that were left out for their values.</param>
    public static IReadOnlyList<string> Choose(SandboxProfile profile, System.Collections.IDictionary all, string home, string folder, Func<string, string, bool> secret, ICollection<string> left)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(left);
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/usr/local/bin:/usr/bin:/bin" };
        foreach (System.Collections.DictionaryEntry variable in all)
        {
            var (name, value) = ((string)variable.Key, (string)variable.Value!);
            if (!Listed(profile.Environment, name))
            {
                continue;
            }

            if (Plain(value) || !secret(name, value))
            {
                chosen[name] = value;
            }
            else
            {
                left.Add(name);
            }
        }

        foreach (var set in profile.Set)
        {
            var equals = set.IndexOf('=', StringComparison.Ordinal);
            chosen[set[..Math.Max(equals, 0)]] = set[(equals + 1)..];
        }

        (chosen["HOME"], chosen["PWD"], chosen["TMPDIR"], chosen["USER"], chosen["LOGNAME"], chosen["SALLYPORT_SANDBOX"]) = (home, folder, "/tmp", "user", "user", profile.Name);
        var list = new List<string>(chosen.Count);
        foreach (var (name, value) in chosen)
        {
            list.Add($"{name}={value}");
        }

        return list;
    }

    /// <summary>Whether a value has no part that is long and mixed enough for a secret: words, paths and lists of them need no closer look.</summary>
    private static bool Plain(string value)
    {
        var run = 0;
        var digits = 0;
        foreach (var c in value)
        {
            if (c is '/' or ':' or '.' or ';' or ' ' or ',')
            {
                (run, digits) = (0, 0);
                continue;
            }

            run++;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (run > LongestPlain && digits > 0 || run > 40 || c == '@')
            {
                return false;
            }
        }

        return true;
    }

    private static bool Listed(IReadOnlyList<string> names, string name)
    {
        foreach (var listed in names)
        {
            if (listed[^1] == '*' ? name.AsSpan().StartsWith(listed.AsSpan(0, listed.Length - 1)) : listed == name)
            {
                return true;
            }
        }

        return false;
    }
}
