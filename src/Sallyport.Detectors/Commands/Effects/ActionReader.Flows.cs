using Sallyport.Detectors.Commands.Programs;
using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Effects;

/// <content>Data that becomes code, and data that leaves.</content>
internal sealed partial class ActionReader
{
    private static readonly string[] Shells = ["sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "csh", "tcsh", "pwsh", "powershell", "cmd"];
    private static readonly string[] Viewers = ["cat", "less", "more", "head", "tail", "bat", "tac", "nl", "strings", "xxd", "od", "hexdump", "base64", "base32", "grep", "egrep", "rg", "awk", "sed", "cut", "sort", "vim", "vi", "nano", "view", "get-content", "gc", "type", "openssl", "jq", "yq", "column", "fold", "rev", "paste", "tr", "dd", "cp", "tar", "zip", "7z", "gzip", "scp", "rsync", "read", "mapfile", "uuencode", "pr", "expand", "split", "diff", "cmp", "comm", "wc-"];

    private void Executed(Invocation invocation)
    {
        var program = invocation.Program;
        var word = invocation.Arguments[0];
        if (program.Length == 0)
        {
            Unknown(invocation, word);
            return;
        }

        // What a shell or an interpreter is given to read.
        if (program is "eval")
        {
            foreach (var argument in invocation.Arguments.Skip(1))
            {
                Judge(invocation, _flow.Of(argument), argument.IsLiteral);
            }
        }
        else if (invocation.Code is { IsLiteral: false } code)
        {
            Judge(invocation, _flow.Of(code), false);
        }
        else if (Reads(invocation) && invocation.Input is { IsLiteral: false } input)
        {
            Judge(invocation, _flow.Of(input), false);
        }

        if (_downloads.Count > 0)
        {
            Downloaded(invocation);
        }

        NoteDownloads(invocation);
        if ((invocation.Surroundings & Surroundings.Repeated) != 0 && Array.IndexOf(Shells, program) >= 0 && invocation.Arguments.Count > 2 && invocation.Arguments[1].Text is "-c" or "-lc" && !invocation.Arguments[2].IsLiteral && invocation.Outer?.Program is "xargs" or "find" or "parallel" or "fd")
        {
            // Names of files become part of the text of a command.
            Add("execute", invocation, invocation.ToString(), "injected");
        }

        if (Array.IndexOf(Shells, program) >= 0 && invocation.Concurrent && invocation.Input is not null && _flow.Of(invocation.Input) is { Remote: true })
        {
            Add("execute", invocation, invocation.ToString(), "remote");
        }
    }

    private void Unknown(Invocation invocation, Value word)
    {
        var source = _flow.Of(word);
        if (source.Remote)
        {
            Add("execute", invocation, word.ToString(), "remote");
        }
        else if (source.Decoded)
        {
            Add("execute", invocation, word.ToString(), "decoded");
        }
        else if (word.Pieces.Any(p => p.Kind == PieceKind.Output) && word.Pieces.Count == 1)
        {
            // What a program of this machine writes is run, as `eval "$(ssh-agent)"` does.
            Add("execute", invocation, word.ToString(), "computed");
        }
        else if (word.Pieces is [{ Kind: PieceKind.File } file])
        {
            Add("execute", invocation, file.Text, "file");
        }
        else
        {
            var variable = word.Pieces is [{ Kind: PieceKind.Variable }, ..] ? word.Pieces[0].Text : "";
            Add("execute", invocation, word.ToString(), invocation.Arguments.Count == 1 && word.Pieces.All(p => p.Kind is PieceKind.Variable or PieceKind.Glob or PieceKind.Literal) && !word.Known.Contains('/', StringComparison.Ordinal) ? "bare" : variable is "EDITOR" or "VISUAL" or "PAGER" or "PYTHON" or "CC" or "CXX" or "MAKE" or "BROWSER" or "CARGO" or "NODE" or "NPM" or "GO" or "JAVA" or "PIP" or "AR" or "LD" or "SUDO" ? "conventional" : "unknown");
        }
    }

    private void Judge(Invocation invocation, Source source, bool literal)
    {
        if (source.Remote)
        {
            Add("execute", invocation, invocation.ToString(), "remote");
        }
        else if (source.Decoded && !literal)
        {
            Add("execute", invocation, invocation.ToString(), "decoded");
        }
    }

    // A shell or interpreter without a program of its own takes one from its input.
    private static bool Reads(Invocation invocation)
    {
        if (Array.IndexOf(Shells, invocation.Program) >= 0 || invocation.Program is "source" or "invoke-expression")
        {
            return invocation.Arguments.Count == 1 || invocation.Arguments.Skip(1).All(a => a.Prefix.StartsWith('-') && a.Prefix is not ("-c" or "-lc" or "-ec" or "-xc" or "-ic"));
        }

        return invocation.Program.TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "python" or "node" or "perl" or "ruby" or "php" or "lua" or "deno" or "bun" or "r" or "osascript" or "tclsh" &&
            (invocation.Arguments.Count == 1 || invocation.Arguments is [_, { Text: "-" or "/dev/stdin" or "-u" or "-s" }, ..]);
    }

    private void NoteDownloads(Invocation invocation)
    {
        if (invocation.Program is not ("curl" or "wget" or "aria2c" or "axel" or "fetch" or "http" or "xh" or "invoke-webrequest" or "iwr" or "certutil" or "bitsadmin" or "scp" or "ftp" or "start-bitstransfer"))
        {
            return;
        }

        var command = new CommandWords(invocation.Arguments, [], false);
        foreach (var option in (ReadOnlySpan<string>)["-o", "--output", "-O", "--output-document", "-OutFile", "-outfile", "-Destination", "--out"])
        {
            if (command.OptionValue(option) is { } file && file.Known.Length > 0 && !file.Known.Contains("://", StringComparison.Ordinal))
            {
                _downloads.Add(Name(file.Known));
            }
        }

        foreach (var argument in invocation.Arguments.Skip(1))
        {
            if (argument.Known.Contains("://", StringComparison.Ordinal) || invocation.Program is "certutil" or "scp")
            {
                var path = argument.Known.Split('?', '#')[0].TrimEnd('/');
                var name = path[(path.LastIndexOf('/') + 1)..];
                if (name.Length > 0)
                {
                    _downloads.Add(name);
                }
            }
        }
    }

    private void Downloaded(Invocation invocation)
    {
        var program = invocation.Program;
        var runs = Array.IndexOf(Shells, program) >= 0 || program is "source" or "python" or "python3" or "node" or "perl" or "ruby" or "php" or "lua" or "start-process" or "invoke-expression" or "dot" or "java" or "deno" or "bun" or "mshta" or "msiexec" or "rundll32";
        var words = runs ? invocation.Arguments.Skip(1) : invocation.Arguments.Take(1);
        foreach (var word in words)
        {
            if (word.Known.Length > 0 && _downloads.Contains(Name(word.Known)) && (runs || word.Known.AsSpan().IndexOfAny('/', '\\') >= 0))
            {
                Add("execute", invocation, word.ToString(), "remote");
                return;
            }
        }
    }

    private static string Name(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>What a program shows or sends of what it reads.</summary>
    private void Sent(Invocation invocation)
    {
        var sends = Sends(invocation);
        if (sends && Payload(invocation) is { } secret)
        {
            Add("network", invocation, secret, "upload", "secret");
        }

        if (Array.IndexOf(Viewers, invocation.Program) >= 0)
        {
            foreach (var argument in invocation.Arguments.Skip(1))
            {
                if (!argument.Prefix.StartsWith('-') && argument.Pieces.Count > 0)
                {
                    Shown(invocation, argument.Prefix.StartsWith("if=", StringComparison.Ordinal) ? CommandWords.Tail(argument, 3) : argument);
                }
            }
        }
        else if (invocation.Program is "nc" or "ncat" or "netcat" or "telnet" or "openssl" or "socat" or "sallyport-connect" && sends)
        {
            Connected(invocation);
        }
    }

    private void Shown(Invocation invocation, Value path)
    {
        var place = _paths.Read(path, invocation.Directory);
        if (place.Tags.Contains("secret"))
        {
            Add("read", invocation, place.Path, [.. place.Tags]);
        }
    }

    private static bool Sends(Invocation invocation) => invocation.Program is "curl" or "wget" or "http" or "https" or "xh" or "httpie" or "curlie" or "nc" or "ncat" or "netcat" or "socat" or "telnet" or "openssl" or "scp" or "sftp" or "rcp" or "rsync" or "ftp" or "lftp" or "tftp"
        or "rclone" or "croc" or "wormhole" or "transfer" or "mail" or "mailx" or "mutt" or "sendmail" or "msmtp" or "swaks" or "dig" or "nslookup" or "host" or "drill" or "ping" or "dog" or "ssh" or "gsutil" or "sallyport-connect"
        or "invoke-webrequest" or "invoke-restmethod" or "iwr" or "irm" or "send-mailmessage" or "ngrok" or "telegram-send" or "restic" || (invocation.Program is "aws" or "az" or "gcloud" or "gh" or "smbclient" or "git" &&
            invocation.Arguments.Any(a => a.Known is "cp" or "sync" or "mv" or "upload" or "gist" or "put-object" or "upload-batch" or "put" or "create" or "publish" or "invoke" or "send-message"));

    // Of a command that speaks to the network: the secret that it would send. A token in a header is how one signs in.
    private string? Payload(Invocation invocation)
    {
        var words = invocation.Arguments;
        for (var i = 1; i < words.Count; i++)
        {
            var text = words[i].Prefix;
            if (text is "-H" or "--header" or "-u" or "--user" or "-i" or "--cert" or "--key" or "--cacert" or "-b" or "--cookie" or "-E" or "-o" or "--output" or "-e" or "--env-file" or "-F-" && invocation.Program is not ("nc" or "ncat"))
            {
                i++;
                if (i < words.Count && text is "-H" or "--header" && i < words.Count && words[i].Pieces.Any(p => p.Kind is PieceKind.Output or PieceKind.File) && _flow.Of(words[i]).Secret is { } inHeader && !inHeader.StartsWith('$') && !words[i].Known.Contains("Authorization", StringComparison.OrdinalIgnoreCase))
                {
                    return inHeader;
                }

                continue;
            }

            if (text.StartsWith("-H", StringComparison.Ordinal) || text.StartsWith("--header", StringComparison.Ordinal) || text.StartsWith("--user", StringComparison.Ordinal))
            {
                continue;
            }

            if (_flow.Of(words[i]).Secret is { } secret)
            {
                return secret;
            }

            if (Uploads(invocation.Program, words, i) && _flow.Of(new Invocation { Program = "cat", Arguments = [Value.Of("cat"), words[i]], Directory = invocation.Directory }).Secret is { } file)
            {
                return file;
            }
        }

        foreach (var redirection in invocation.Redirections)
        {
            if (redirection.Reads && _paths.Read(redirection.Target, invocation.Directory) is { } place && place.Tags.Contains("secret"))
            {
                return place.Path;
            }
        }

        return invocation.Input is { } input && invocation.Program is not ("dig" or "nslookup" or "host" or "ping") ? _flow.Of(input).Secret : null;
    }

    // Where the local file stands: a value with `@`, an upload option, or the source of a copy.
    private static bool Uploads(string program, IReadOnlyList<Value> words, int i)
    {
        var text = words[i].Prefix;
        var before = i > 0 ? words[i - 1].Prefix : "";
        return program switch
        {
            "scp" or "rcp" or "rsync" or "gsutil" or "aws" or "az" or "gcloud" or "rclone" or "croc" or "wormhole" or "transfer" or "gh" or "sftp" or "tftp" or "lftp" or "smbclient" or "ftp" or "restic" =>
                !text.Contains(':', StringComparison.Ordinal) && (i < words.Count - 1 || program is "gh" or "croc" or "wormhole" or "transfer" or "az" or "restic"),
            "mail" or "mailx" or "mutt" or "swaks" => before is "-a" or "-A" or "--attach",
            _ => text.Contains('@', StringComparison.Ordinal) || before is "-T" or "--upload-file" or "-InFile" or "-infile" or "--post-file" or "--body-file" || text.StartsWith("--post-file=", StringComparison.Ordinal) ||
                text.StartsWith("--body-file=", StringComparison.Ordinal) || text.StartsWith("--upload-file=", StringComparison.Ordinal) || (text.StartsWith("-T", StringComparison.Ordinal) && text.Length > 2) || text.StartsWith("--data", StringComparison.Ordinal),
        };
    }

    // A shell whose output goes to the network and whose input comes from it is somebody else's shell.
    private void Connected(Invocation invocation)
    {
        if (invocation.Input is { } input && input.Pieces.Any(p => p.From.Any(f => Array.IndexOf(Shells, f.Program) >= 0 || (f.Program.Length == 0 && _flow.Of(f).Remote))))
        {
            Add("network", invocation, invocation.ToString(), "shell");
        }

        if (invocation.Program == "sallyport-connect" && invocation.Outer is { } outer)
        {
            _connected.Add(outer);
        }
    }
}
