using Sallyport.Syntax.Shell.Wrappers;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Programs with a way of their own to run others: git, make, editors, awk, sed, socat, SQL shells.</content>
internal sealed partial class Evaluator
{
    private static readonly string[] GitEnvironment = ["GIT_EDITOR", "GIT_SEQUENCE_EDITOR", "GIT_PAGER", "GIT_EXTERNAL_DIFF", "GIT_ASKPASS", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND"];

    private void RunGit(IReadOnlyList<Value> words, Call outer, Call call)
    {
        var settings = new List<(string Key, Value Value)>();
        var i = 1;
        for (; i < words.Count && words[i].Prefix is { Length: > 1 } text && text[0] == '-'; i++)
        {
            if (text == "--")
            {
                continue;
            }

            if (text.StartsWith("-c", StringComparison.Ordinal))
            {
                var setting = text == "-c" ? i + 1 < words.Count ? words[++i] : Value.Empty : Without(words[i], 2);
                AddSetting(settings, setting);
            }
            else if (text is "-C" or "--git-dir" or "--work-tree" or "--namespace" or "--exec-path" or "--config-env" or "--super-prefix")
            {
                i++;
            }
        }

        foreach (var name in GitEnvironment)
        {
            if (call.Scope.Variables.TryGetValue(name, out var variable) && variable.Exported)
            {
                RunText(variable.Possible[0], call.Scope.Clone(), null);
            }
        }

        for (var n = 0; n < 16 && call.Scope.Variables.TryGetValue($"GIT_CONFIG_KEY_{n}", out var key); n++)
        {
            settings.Add((key.Possible[0].Known.ToLowerInvariant(), Lookup($"GIT_CONFIG_VALUE_{n}", call.Scope)));
        }

        if (call.Scope.Variables.TryGetValue("GIT_CONFIG_PARAMETERS", out var parameters))
        {
            AddSetting(settings, Value.Of(parameters.Possible[0].Known.Replace("'", "", StringComparison.Ordinal)));
        }

        if (i >= words.Count)
        {
            return;
        }

        var command = words[i].Known.ToLowerInvariant();
        foreach (var (key, value) in settings)
        {
            RunSetting(key, value, command, [.. words.Skip(i + 1)], outer, call);
        }

        RunGitCommand(command, words, i, call);
    }

    private static void AddSetting(List<(string Key, Value Value)> settings, Value setting)
    {
        var equals = setting.Prefix.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            settings.Add((setting.Prefix[..equals].ToLowerInvariant(), Without(setting, equals + 1)));
        }
    }

    private void RunSetting(string key, Value value, string command, IReadOnlyList<Value> rest, Call outer, Call call)
    {
        if (key == "alias." + command)
        {
            if (value.Prefix.StartsWith('!'))
            {
                RunText(rest.Aggregate(Value.Concat(Without(value, 1), Value.Of(" ")), (line, word) => Value.Concat(line, Quoted(word))), call.Scope.Clone(), call.Input);
            }
            else
            {
                RunText(rest.Aggregate(Value.Concat(Value.Concat(Value.Of("git "), value), Value.Of(" ")), (line, word) => Value.Concat(line, Quoted(word))), outer.Scope.Clone(), call.Input);
            }
        }
        else if (key is "core.pager" or "core.editor" or "core.sshcommand" or "core.fsmonitor" or "core.askpass" or "sequence.editor" or "diff.external" or "gpg.program" || key.EndsWith(".helper", StringComparison.Ordinal) ||
            key.EndsWith(".cmd", StringComparison.Ordinal) || key.EndsWith(".textconv", StringComparison.Ordinal) || key.EndsWith(".clean", StringComparison.Ordinal) || key.EndsWith(".smudge", StringComparison.Ordinal) || key.StartsWith("pager.", StringComparison.Ordinal))
        {
            RunText(value.Prefix.StartsWith('!') ? Without(value, 1) : value, call.Scope.Clone(), null);
        }
    }

    private void RunGitCommand(string command, IReadOnlyList<Value> words, int at, Call call)
    {
        for (var i = at + 1; i < words.Count; i++)
        {
            var text = words[i].Known;
            if (command == "submodule" && text == "foreach")
            {
                var from = i + 1;
                while (from < words.Count && words[from].Known.StartsWith('-'))
                {
                    from++;
                }

                RunText(Joined([.. words.Skip(from)], " "), call.Scope.Clone(), null);
                return;
            }

            if (command == "bisect" && text == "run" && i + 1 < words.Count)
            {
                Dispatch([.. words.Skip(i + 1)], call);
                return;
            }

            if ((command == "rebase" && text is "-x" or "--exec") || (command == "difftool" && text is "-x" or "--extcmd") || (command == "filter-branch" && text.EndsWith("-filter", StringComparison.Ordinal) && text[0] == '-'))
            {
                RunText(i + 1 < words.Count ? words[++i] : Value.Empty, call.Scope.Clone(), null);
            }
            else if (command is "rebase" or "difftool" && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && text[..equals] is "--exec" or "--extcmd")
            {
                RunText(Without(words[i], text.IndexOf('=', StringComparison.Ordinal) + 1), call.Scope.Clone(), null);
            }
            else if (command is "fetch" or "pull" or "clone" or "push" or "ls-remote" && (text.StartsWith("ext::", StringComparison.Ordinal) || text.StartsWith("--upload-pack=", StringComparison.Ordinal) || text.StartsWith("--receive-pack=", StringComparison.Ordinal)))
            {
                RunText(Without(words[i], text[0] == 'e' ? 5 : text.IndexOf('=', StringComparison.Ordinal) + 1), call.Scope.Clone(), null);
            }
        }
    }

    private Value? RunMake(IReadOnlyList<Value> words, Call call)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var text = words[i].Known;
            Value? makefile = null;
            if (text is "-f" or "--file" or "--makefile" && i + 1 < words.Count)
            {
                i++;
                makefile = words[i].Text is "-" or "/dev/stdin" ? call.Input : Content(words[i], call.Scope);
            }
            else if (text.StartsWith("--eval", StringComparison.Ordinal))
            {
                makefile = text.Length > 7 ? Without(words[i], 7) : i + 1 < words.Count ? words[++i] : null;
            }
            else if (text.StartsWith("-f", StringComparison.Ordinal))
            {
                makefile = text == "-f-" ? call.Input : Content(Without(words[i], 2), call.Scope);
            }

            RunMakefile(makefile, call);
        }

        RunMakefile(words.Any(w => w.Prefix.StartsWith("-f", StringComparison.Ordinal)) ? null : Content(Value.Of("Makefile"), call.Scope), call);
        return null;
    }

    private void RunMakefile(Value? makefile, Call call)
    {
        if (makefile is null || makefile.Pieces is [{ Kind: PieceKind.File }])
        {
            return;
        }

        foreach (var line in ToSource(makefile).Split('\n'))
        {
            var semicolon = line.IndexOf(';', StringComparison.Ordinal);
            var recipe = line.StartsWith('\t') ? line : semicolon >= 0 && line.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && colon < semicolon ? line[(semicolon + 1)..] : null;
            if (recipe is not null)
            {
                RunText(Value.Of(recipe.TrimStart('\t', ' ', '@', '-', '+').Replace("$$", "$", StringComparison.Ordinal)), call.Scope.Clone(), null);
            }
            else if (line.IndexOf("$(shell ", StringComparison.Ordinal) is >= 0 and var shellAt && line.LastIndexOf(')') is var close && close > shellAt)
            {
                RunText(Value.Of(line[(shellAt + 8)..close]), call.Scope.Clone(), null);
            }
        }
    }

    private void RunEditor(IReadOnlyList<Value> words, Call call)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var text = words[i].Known;
            if (text is "-c" or "--cmd" or "-S" or "--eval" or "-eval" or "--execute" or "-f" && i + 1 < words.Count)
            {
                RunEditorCommand(words[++i], call);
            }
            else if (text.StartsWith('+') || text.StartsWith("--eval=", StringComparison.Ordinal) || (text.StartsWith("-c", StringComparison.Ordinal) && text.Length > 2))
            {
                RunEditorCommand(Without(words[i], text[0] == '+' ? 1 : text[1] == 'c' ? 2 : 7), call);
            }
        }

        foreach (var line in call.Input?.Text?.Split('\n') ?? [])
        {
            RunEditorCommand(Value.Of(line), call);
        }
    }

    private void RunEditorCommand(Value command, Call call)
    {
        var text = command.Known;
        var bang = text.IndexOf('!', StringComparison.Ordinal);
        if (bang >= 0 && bang + 1 < text.Length && text[bang + 1] is not ('=' or '~') && (bang == 0 || text[..bang].TrimStart(':', ' ').TrimEnd() is "" or "silent" or "sil" or "r" or "read" or "w" or "write" or "%" or "terminal" or "exe" or "execute" or "sil!" || text[bang - 1] is ' ' or ':' or '%' or '"' or '\''))
        {
            RunText(Without(command, bang + 1), call.Scope.Clone(), null);
        }
        else
        {
            RunCode("any", command, call.Scope.Clone(), null);
        }
    }

    private void RunOwnLanguage(Wrapper wrapper, IReadOnlyList<Value> words, Call call)
    {
        var script = Operands(wrapper, words, call, out _) is { } at && at < words.Count ? words[at] : null;
        switch (wrapper.Form)
        {
            case "awk" when script is not null:
                RunCode("awk", script, call.Scope, call.Input);
                break;
            case "sed":
                RunSed(words, script, call);
                break;
            case "socat":
                foreach (var word in words.Skip(1))
                {
                    var colon = word.Prefix.IndexOf(':', StringComparison.Ordinal);
                    if (colon > 0 && word.Prefix[..colon].ToUpperInvariant() is "EXEC" or "SYSTEM" or "SHELL")
                    {
                        var text = word.Known[(colon + 1)..];
                        var comma = text.IndexOf(',', StringComparison.Ordinal);
                        RunText(Value.Of((comma < 0 ? text : text[..comma]).Trim('"', '\'')), call.Scope.Clone(), null);
                    }
                }

                break;
            case "sqlite":
                foreach (var text in words.Skip(1).Append(call.Input ?? Value.Empty))
                {
                    RunSqlShell(text.Known, call);
                }

                break;
        }
    }

    private void RunSqlShell(string text, Call call)
    {
        foreach (var line in text.Split('\n'))
        {
            var start = line.TrimStart();
            foreach (var word in (ReadOnlySpan<string>)[".shell ", ".system ", "\\! ", "\\!", "system ", "! "])
            {
                if (start.StartsWith(word, StringComparison.Ordinal))
                {
                    RunText(Value.Of(start[word.Length..]), call.Scope.Clone(), null);
                    break;
                }
            }

            var program = start.IndexOf(" program '", StringComparison.OrdinalIgnoreCase);
            if (program >= 0 && start.IndexOf('\'', program + 10) is > 0 and var end)
            {
                RunText(Value.Of(start[(program + 10)..end]), call.Scope.Clone(), null);
            }
        }
    }

    private void RunSed(IReadOnlyList<Value> words, Value? script, Call call)
    {
        var scripts = new List<Value>();
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Text is "-e" or "--expression" or "-ne" && i + 1 < words.Count)
            {
                scripts.Add(words[++i]);
            }
        }

        if (scripts.Count == 0 && script is not null)
        {
            scripts.Add(script);
        }

        foreach (var value in scripts)
        {
            foreach (var command in value.Known.Split('\n', ';'))
            {
                var text = command.TrimStart(' ', '\t', '{').TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '$', ',', '!', ' ');
                if (text.StartsWith("e ", StringComparison.Ordinal))
                {
                    RunText(Value.Of(text[2..]), call.Scope.Clone(), null);
                }
                else if (text.StartsWith("w ", StringComparison.Ordinal))
                {
                    Emit([], ":", call with { Redirections = [new Redirection(1, ">", Value.Of(text[2..].Trim()))] });
                }
                else if (text.Length > 3 && text[0] == 's' && !char.IsLetterOrDigit(text[1]) && text.LastIndexOf(text[1]) is > 2 and var last && text[(last + 1)..].AsSpan().TrimEnd().IndexOf('e') >= 0 && text[(last + 1)..].All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '}'))
                {
                    var first = text.IndexOf(text[1], 2);
                    if (first < last)
                    {
                        var run = text[(first + 1)..last].Replace("\\" + text[1], text[1].ToString(), StringComparison.Ordinal);
                        RunText(run is "&" or "\\1" ? call.Input ?? new Value(Piece.Of(PieceKind.Unknown, "")) : Value.Of(run), call.Scope.Clone(), null);
                    }
                }
            }
        }
    }
}
