using System.Text;
using Sallyport.Core.Artifacts;

namespace Sallyport.Engine.Drift;

/// <summary>What an action reaches for, as far as habits go: hosts, places outside of the project, credentials, and how much it deletes.</summary>
/// <param name="Hosts">Names of other machines.</param>
/// <param name="Places">First folders of paths outside of the project that it names.</param>
/// <param name="Credentials">Files and variables that hold credentials.</param>
/// <param name="Deletes">How many deletions it spells out.</param>
public sealed record ActionTraits(IReadOnlyList<string> Hosts, IReadOnlyList<string> Places, IReadOnlyList<string> Credentials, int Deletes)
{
    private static readonly string[] Temporary = ["/tmp", "/dev", "/proc", "/var/tmp", "/usr", "/bin"];
    private static readonly string[] Remote = ["ssh", "scp", "sftp", "rsync", "nc", "ncat", "telnet", "ftp", "psql", "mysql", "redis-cli"];
    private static readonly string[] SecretFiles = [".env", ".netrc", ".pgpass", ".npmrc", ".pypirc", "credentials", "id_rsa", "id_ed25519", "id_ecdsa", ".git-credentials", "kubeconfig", "token", "secrets"];
    private static readonly string[] SecretNames = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "API_KEY", "APIKEY", "ACCESS_KEY", "PRIVATE_KEY"];

    /// <summary>Reads them off an action's text, which for a tool call is its JSON.</summary>
    public static ActionTraits Of(Artifact action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var (hosts, places, credentials, deletes) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), 0);
        var text = Encoding.UTF8.GetString(action.Bytes.Span);
        var words = text.Split([' ', '\t', '\n', ';', '&', '|', '(', ')', '`', '"', '\'', '=', '<', '>', ',', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var previous = i > 0 ? words[i - 1] : "";
            if (HostOf(word, previous) is { } host)
            {
                hosts.Add(host);
            }
            else if (PlaceOf(word, action.Scene) is { } place)
            {
                places.Add(place);
            }

            if (CredentialOf(word) is { } credential)
            {
                credentials.Add(credential);
            }

            deletes += word is "rm" or "unlink" or "rmdir" or "-delete" or "shred" ? 1 : 0;
        }

        return new ActionTraits([.. hosts], [.. places], [.. credentials], deletes);
    }

    private static string? HostOf(string word, string previous)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
        {
            var rest = word[(scheme + 3)..];
            var end = rest.AsSpan().IndexOfAny("/?#");
            var authority = end < 0 ? rest : rest[..end];
            return Name(authority[(authority.LastIndexOf('@') + 1)..].Split(':')[0]);
        }

        var at = word.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && word.IndexOf(':', at) is > 0 and var colon)
        {
            return Name(word[(at + 1)..colon]);
        }

        return Remote.Contains(previous) && !word.StartsWith('-') ? Name(word[(at + 1)..].Split(':')[0]) : null;
    }

    private static string? Name(string host) =>
        host.Length is > 0 and < 254 && host.Contains('.', StringComparison.Ordinal) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && host is not "127.0.0.1" ? host.ToLowerInvariant() : null;

    private static string? PlaceOf(string word, Scene? scene)
    {
        if (scene is null || !(word.StartsWith('/') || word.StartsWith("~/", StringComparison.Ordinal) || word.StartsWith("../", StringComparison.Ordinal)))
        {
            return null;
        }

        var full = word.StartsWith('~') ? Path.Combine(scene.Home, word[2..]) : Path.GetFullPath(word, scene.Folder);
        if (full == scene.Root || full.StartsWith(scene.Root + "/", StringComparison.Ordinal) || Temporary.Any(t => full == t || full.StartsWith(t + "/", StringComparison.Ordinal)))
        {
            return null;
        }

        // Two folders deep: near enough to tell one place from another, far enough that not every file is new.
        var parts = full.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return "/" + string.Join('/', parts.Take(3));
    }

    private static string? CredentialOf(string word)
    {
        if (word.StartsWith('$'))
        {
            var name = word.Trim('$', '{', '}').ToUpperInvariant();
            return SecretNames.Any(s => name.EndsWith(s, StringComparison.Ordinal)) ? "$" + name : null;
        }

        var file = word[(word.LastIndexOf('/') + 1)..];
        return SecretFiles.Contains(file) || file.StartsWith(".env.", StringComparison.Ordinal) ? file : null;
    }
}
