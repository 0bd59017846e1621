using Sallyport.Detectors.Commands.Places;
using Sallyport.Detectors.Commands.Programs;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Effects;

/// <summary>Where data comes from: through pipes, substitutions, files and variables back to what was read.</summary>
internal sealed class DataFlow(PathReader paths)
{
    private const int DepthLimit = 24;
    private readonly Dictionary<Invocation, Source> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The secret that a command reads, is given or is fed; null for none.</summary>
    public string? Secret(Invocation invocation) => Of(invocation, 0).Secret;

    /// <summary>Where the output of a command comes from.</summary>
    public Source Of(Invocation invocation, int depth = 0)
    {
        if (_known.TryGetValue(invocation, out var known))
        {
            return known;
        }

        if (depth > DepthLimit)
        {
            return default;
        }

        _known[invocation] = default;
        var source = Own(invocation);
        for (var i = 1; i < invocation.Arguments.Count; i++)
        {
            source = source.With(Of(invocation.Arguments[i], depth + 1));
            source = source.With(File(invocation, invocation.Arguments[i]));
        }

        foreach (var redirection in invocation.Redirections)
        {
            if (redirection.Reads)
            {
                source = source.With(File(redirection.Target, invocation));
            }
        }

        if (invocation.Input is { } input)
        {
            source = source.With(Of(input, depth + 1));
        }

        return _known[invocation] = source;
    }

    /// <summary>Where a value comes from.</summary>
    public Source Of(Value value, int depth = 0)
    {
        var source = default(Source);
        foreach (var piece in value.Pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.File:
                    source = source.With(File(Value.Of(piece.Text), null));
                    break;
                case PieceKind.Output:
                    foreach (var from in piece.From)
                    {
                        source = source.With(Of(from, depth + 1));
                    }

                    break;
                case PieceKind.Variable when IsSecretName(piece.Text):
                    source = source.With(new Source { Secret = "$" + piece.Text });
                    break;
            }
        }

        return source;
    }

    /// <summary>Whether a variable's name says that it holds a secret.</summary>
    public static bool IsSecretName(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["SECRET", "TOKEN", "PASSWORD", "PASSWD", "API_KEY", "APIKEY", "PRIVATE_KEY", "ACCESS_KEY", "CREDENTIAL", "AUTH_KEY", "_PAT", "DATABASE_URL", "ENCRYPTION_KEY", "SIGNING_KEY"])
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private Source File(Invocation by, Value word)
    {
        var text = word.Prefix;
        // `@file`, `name=@file`, `--file=path` and plain operands.
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var cut = at >= 0 && (at == 0 || text[at - 1] is '=' or '<' or ';') ? at + 1 : text.StartsWith('-') && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? equals + 1 : 0;
        return text.StartsWith('-') && cut == 0 ? default : File(cut > 0 ? CommandWords.Tail(word, cut) : word, by);
    }

    private Source File(Value path, Invocation? by)
    {
        if (path.Pieces.Count == 0)
        {
            return default;
        }

        var place = paths.Read(path, by?.Directory ?? Value.Empty);
        return place.Tags.Contains("secret") ? new Source { Secret = place.Path } : default;
    }

    private static Source Own(Invocation invocation)
    {
        var words = invocation.Arguments;
        var second = words.Count > 1 ? words[1].Known : "";
        switch (invocation.Program)
        {
            case "curl" or "wget" or "fetch" or "http" or "https" or "xh" or "aria2c" or "lynx" or "w3m" or "links" or "nc" or "ncat" or "netcat" or "socat" or "telnet" or "ftp" or "lwp-request" or "get" or "curlie" or "axel" or "elinks" or "gsutil"
                or "invoke-webrequest" or "invoke-restmethod" or "iwr" or "irm" or "dig" or "nslookup" or "host" or "sallyport-connect" or "tftp" or "scp" or "sftp" or "rsync":
                return new Source { Remote = true };
            case "openssl" when second is "s_client":
                return new Source { Remote = true };
            case "aws" when second is "s3":
            case "gh" when second is "api" or "gist" or "release":
            case "git" when second is "archive" && words.Any(w => w.Prefix.StartsWith("--remote", StringComparison.Ordinal)):
                return new Source { Remote = true };
            case "ssh":
                return new Source { Remote = true };
            case "base64" or "base32" or "xxd" or "uudecode" or "gpg" or "openssl" or "gunzip" or "zcat" or "bunzip2" or "bzcat" or "xz" or "xzcat" or "unxz" or "gzip" or "zstd" or "rev" or "tr" or "od" or "hexdump" or "base58" or "ascii85" or "brotli" or "lz4" or "basenc":
                return new Source { Decoded = true };
            case "env" or "printenv" or "set" or "declare" or "export" or "compgen" when words.Count == 1 || (invocation.Program == "printenv" && (words.Count == 1 || IsSecretName(second))) || (invocation.Program is "declare" or "export" && second is "-p" or "-x"):
                return new Source { Secret = "the environment" };
            case "get-childitem" or "gci" or "dir" or "ls" when second.StartsWith("env:", StringComparison.OrdinalIgnoreCase):
                return new Source { Secret = "the environment" };
            case "history":
                return new Source { Secret = "the shell's history" };
            case "gh" when second == "auth":
            case "gcloud" when words.Any(w => w.Known.StartsWith("print-", StringComparison.Ordinal)):
            case "aws" when second is "secretsmanager" or "configure" or "sts" or "ssm" && words.Any(w => w.Known is "get-secret-value" or "get" or "export-credentials" or "get-session-token" or "get-parameter" or "get-parameters"):
            case "security" when second.StartsWith("find-", StringComparison.Ordinal) || second.StartsWith("dump", StringComparison.Ordinal):
            case "op" when second is "read" or "item":
            case "vault" when second is "kv" or "read":
            case "pass" or "gopass" or "secret-tool" or "keyring" or "bw" or "lpass":
            case "doppler" when second == "secrets":
            case "kubectl" or "oc" when words.Any(w => w.Known is "secret" or "secrets" || w.Known.StartsWith("secret/", StringComparison.Ordinal)):
            case "ansible-vault" or "sops":
            case "docker" when second == "inspect":
                return new Source { Secret = $"{invocation.Program} {second}" };
            default:
                return default;
        }
    }
}
