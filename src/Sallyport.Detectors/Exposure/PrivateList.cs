using System.Text;
using Sallyport.Core.Ignoring;

namespace Sallyport.Detectors.Exposure;

/// <summary>Which files are private: ours, then the project's own lines, in the language of ignore files; the last line that speaks of a file, or of a folder around it, decides.</summary>
public sealed class PrivateList
{
    /// <summary>What is private unless the project says otherwise; docs/exposure.md shows it.</summary>
    public static IReadOnlyList<string> Defaults { get; } =
    [
        ".env", ".env.*", "!.env.example", "!.env.sample", "!.env.template", "!.env.dist", "!.env.defaults", "!.env.schema", "!.env.vault",
        "*.pem", "*.key", "*.p12", "*.pfx", "*.jks", "*.keystore", "*.ppk", "*.kdbx", "!*cert*.pem", "!ca.pem", "!*.pub.pem", "!public*.pem",
        "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519",
        ".netrc", "_netrc", ".pypirc", ".my.cnf", ".git-credentials", ".htpasswd", ".pgpass",
        "credentials.json", "client_secret*.json", "service-account*.json", "service_account*.json", "serviceAccount*.json", "secrets.json", "secrets.toml", "secrets.yaml", "secrets.yml",
        "**/.aws/credentials", "**/.docker/config.json", "**/.kube/config", "kubeconfig", "*.tfstate", "*.tfstate.backup",
        "credentials/", "secrets/", ".secrets/", "data/raw/",
    ];

    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        ".md", ".rst", ".adoc", ".html", ".css", ".cs", ".fs", ".vb", ".java", ".kt", ".scala", ".go", ".rs", ".py", ".pyi", ".ipynb", ".rb", ".php", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx",
        ".vue", ".svelte", ".swift", ".c", ".h", ".cc", ".cpp", ".hpp", ".m", ".mm", ".r", ".jl", ".lua", ".pl", ".sh", ".ps1", ".sql", ".proto", ".ex", ".exs", ".erl", ".hs", ".dart", ".gitkeep", ".gitignore", ".keep",
    };

    private readonly List<(IgnorePattern Pattern, string Text, bool Own)> _lines = [];

    /// <summary>Makes the list.</summary>
    /// <param name="own">The project's own lines.</param>
    public PrivateList(IReadOnlyList<string> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        Own = own;
        foreach (var line in Defaults)
        {
            Add(line, own: false);
        }

        foreach (var line in own)
        {
            Add(line, own: true);
        }
    }

    /// <summary>The project's own lines.</summary>
    public IReadOnlyList<string> Own { get; }

    /// <summary>Every line, ours first.</summary>
    public IEnumerable<string> Lines => _lines.Select(l => l.Text);

    /// <summary>The line by which a file is private; null when it is not.</summary>
    /// <param name="place">Its path in the project.</param>
    public string? Find(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var path = Encoding.UTF8.GetBytes(place);
        for (var i = _lines.Count - 1; i >= 0; i--)
        {
            var (pattern, text, own) = _lines[i];
            var (file, folder) = Speaks(pattern, path);
            if (file || (folder && (own || !Prose.Contains(Path.GetExtension(place).ToLowerInvariant()))))
            {
                return pattern.Negated ? null : text;
            }
        }

        return null;
    }

    /// <summary>The spellings that some file system takes for the same as <paramref name="place"/>: with accents in one with their letters, and in small letters.</summary>
    public static IEnumerable<string> Spellings(string place)
    {
        var composed = Compose(place);
        return new[] { composed, composed.ToLowerInvariant() }.Where(s => s != place).Distinct();
    }

    private static string Compose(string place)
    {
        var text = new StringBuilder(place.Length);
        foreach (var c in place)
        {
            var at = c is >= '\u0300' and <= '\u036F' && text.Length > 0 ? Composed(text[^1], c) : -1;
            if (at >= 0)
            {
                text[^1] = (char)('\u00C0' + at);
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private static int Composed(char letter, char mark)
    {
        for (var i = 0; i < Letters.Length; i++)
        {
            if (Letters[i] == letter && Marks[i] == mark)
            {
                return i;
            }
        }

        return -1;
    }

    // The letters from U+00C0 to U+017F without their marks, and the marks; invariant globalization normalizes nothing.
    private const string Letters =
        "AAAAAAÆCEEEEIIIIÐNOOOOO×ØUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþyAaAaAaCcCcCcCcDdĐđEeEeEeEeEeGgGgGgGgHhĦħIiIiIiIiIıĲĳJjKkĸLlLlLlĿŀŁłNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtŦŧUuUuUuUuUuUuWwYyYZzZzZzſ";

    private const string Marks =
        "\u0300\u0301\u0302\u0303\u0308\u030A.\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308.\u0303\u0300\u0301\u0302\u0303\u0308..\u0300\u0301\u0302\u0308\u0301..\u0300\u0301\u0302\u0303\u0308\u030A.\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308.\u0303\u0300\u0301\u0302\u0303\u0308..\u0300\u0301\u0302\u0308\u0301.\u0308\u0304\u0304\u0306\u0306\u0328\u0328\u0301\u0301\u0302\u0302\u0307\u0307\u030C\u030C\u030C\u030C..\u0304\u0304\u0306\u0306\u0307\u0307\u0328\u0328\u030C\u030C\u0302\u0302\u0306\u0306\u0307\u0307\u0327\u0327\u0302\u0302..\u0303\u0303\u0304\u0304\u0306\u0306\u0328\u0328\u0307...\u0302\u0302\u0327\u0327.\u0301\u0301\u0327\u0327\u030C\u030C....\u0301\u0301\u0327\u0327\u030C\u030C...\u0304\u0304\u0306\u0306\u030B\u030B..\u0301\u0301\u0327\u0327\u030C\u030C\u0301\u0301\u0302\u0302\u0327\u0327\u030C\u030C\u0327\u0327\u030C\u030C..\u0303\u0303\u0304\u0304\u0306\u0306\u030A\u030A\u030B\u030B\u0328\u0328\u0302\u0302\u0302\u0302\u0308\u0301\u0301\u0307\u0307\u030C\u030C.";

    private void Add(string line, bool own)
    {
        if (IgnorePattern.Parse(Encoding.UTF8.GetBytes(line)) is { } pattern)
        {
            _lines.Add((pattern, line, own));
        }
    }

    private static (bool File, bool Folder) Speaks(IgnorePattern pattern, ReadOnlySpan<byte> path)
    {
        var name = path.LastIndexOf((byte)'/') + 1;
        if (!pattern.FoldersOnly && pattern.Matches(pattern.ByName ? path[name..] : path))
        {
            return (true, false);
        }

        for (var end = path.IndexOf((byte)'/'); end >= 0;)
        {
            var folder = path[..end];
            if (pattern.Matches(pattern.ByName ? folder[(folder.LastIndexOf((byte)'/') + 1)..] : folder))
            {
                return (false, true);
            }

            var next = path[(end + 1)..].IndexOf((byte)'/');
            end = next < 0 ? -1 : end + 1 + next;
        }

        return (false, false);
    }
}
