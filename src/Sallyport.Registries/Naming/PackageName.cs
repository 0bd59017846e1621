using System.Text;

namespace Sallyport.Registries.Naming;

/// <summary>What counts as the same name, and what can be a name at all, in each ecosystem.</summary>
public static class PackageName
{
    private const int Longest = 300;

    /// <summary>The form under which a registry keeps a name.</summary>
    public static string Normalize(Ecosystem ecosystem, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        return ecosystem switch
        {
            Ecosystem.PyPi => Dashed(name),
            Ecosystem.NuGet or Ecosystem.Crates or Ecosystem.Actions or Ecosystem.Composer => name.ToLowerInvariant(),
            _ => name,
        };
    }

    /// <summary>Whether two names are one package's.</summary>
    public static bool Same(Ecosystem ecosystem, string x, string y) =>
        Normalize(ecosystem, x) is var a && Normalize(ecosystem, y) is var b
        && (a == b || (ecosystem == Ecosystem.Crates && a.Replace('_', '-') == b.Replace('_', '-')));

    /// <summary>Whether the ecosystem's grammar allows the name; what it does not allow cannot exist.</summary>
    public static bool IsValid(Ecosystem ecosystem, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > Longest)
        {
            return false;
        }

        return ecosystem switch
        {
            Ecosystem.PyPi => Word(name, "-_.") && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]),
            Ecosystem.Npm => Npm(name),
            Ecosystem.NuGet => Word(name, "-_.") && name.Length <= 128 && name[0] != '.',
            Ecosystem.Crates => Word(name, "-_") && char.IsAsciiLetter(name[0]) && name.Length <= 64,
            Ecosystem.RubyGems => Word(name, "-_.") && name[0] is not ('-' or '.') && name.AsSpan().ContainsAnyInRange('A', 'z'),
            Ecosystem.Go => Word(name, "-_.~/!+") && name[0] != '/' && name[^1] != '/',
            Ecosystem.Maven => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < name.Length - 1
                && Word(name[..colon], "-_.") && Word(name[(colon + 1)..], "-_."),
            _ => true,
        };
    }

    /// <summary>PEP 503: runs of <c>-</c>, <c>_</c> and <c>.</c> are one dash, letters are small.</summary>
    private static string Dashed(string name)
    {
        var text = new StringBuilder(name.Length);
        var run = false;
        foreach (var c in name)
        {
            if (c is '-' or '_' or '.')
            {
                run = true;
                continue;
            }

            if (run)
            {
                text.Append('-');
                run = false;
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return (run ? text.Append('-') : text).ToString();
    }

    private static bool Npm(string name)
    {
        if (name[0] != '@')
        {
            return Word(name, "-_.~!'()*") && name[0] is not ('.' or '_');
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 1 && slash < name.Length - 1 && Word(name[1..slash], "-_.~") && Word(name[(slash + 1)..], "-_.~!'()*");
    }

    private static bool Word(string name, string others)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !others.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
