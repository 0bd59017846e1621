using Sallyport.Syntax.Shell.Wrappers;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Shells and interpreters that are given a program as text, file or input.</content>
internal sealed partial class Evaluator
{
    private Value RunShell(Invocation self, IReadOnlyList<Value> words, Call call)
    {
        var i = 1;
        var (text, standard) = (false, false);
        for (; i < words.Count; i++)
        {
            var option = words[i].Text;
            if (option is null || option.Length < 2 || option[0] is not ('-' or '+'))
            {
                break;
            }

            if (option == "--")
            {
                i++;
                break;
            }

            if (option is "-O" or "+O" or "-o" or "+o" or "--rcfile" or "--init-file")
            {
                i++;
            }
            else if (option[1] != '-')
            {
                text |= option.Contains('c', StringComparison.Ordinal);
                standard |= option.Contains('s', StringComparison.Ordinal);
                i += option.Length > 2 && option[^1] is 'o' or 'O' ? 1 : 0;
            }
            else if (option is "--command" or "--commands")
            {
                text = true;
            }
            else if (option.StartsWith("--command=", StringComparison.Ordinal))
            {
                return RunText(Value.Of(option[10..]), call.Scope, call.Input);
            }
        }

        if (text)
        {
            if (i >= words.Count)
            {
                return Value.Empty;
            }

            call.Scope.Zero = i + 1 < words.Count ? words[i + 1] : Value.Of(self.Program);
            call.Scope.Positional = [.. words.Skip(i + 2)];
            return RunText(words[i], call.Scope, call.Input);
        }

        if (i < words.Count && !standard && words[i].Text is not ("-" or "/dev/stdin"))
        {
            call.Scope.Zero = words[i];
            call.Scope.Positional = [.. words.Skip(i + 1)];
            var content = Script(words[i], call.Scope);
            return content.Pieces is [{ Kind: PieceKind.File }] ? new Value(Piece.Output(self)) : RunScript(content, call.Scope, call.Input);
        }

        call.Scope.Positional = [.. words.Skip(i)];
        return call.Input is { } input && input.Pieces is not [{ Kind: PieceKind.File or PieceKind.Unknown }] ? RunScript(input, call.Scope, null) : new Value(Piece.Output(self));
    }

    private Value? RunInterpreter(Wrapper wrapper, Invocation self, IReadOnlyList<Value> words, int at, Call call)
    {
        var language = wrapper.Form[(wrapper.Form.IndexOf('-', StringComparison.Ordinal) + 1)..];
        if (at < words.Count && words[at].Text is not "-")
        {
            if (wrapper.Form.StartsWith("code1", StringComparison.Ordinal))
            {
                RunCode(language, words[at], call.Scope, call.Input);
                return null;
            }

            var content = Script(words[at], call.Scope);
            if (content.Pieces is not [{ Kind: PieceKind.File }] and not [])
            {
                RunCode(language, content, call.Scope, call.Input);
            }

            return null;
        }

        var inline = words.Skip(1).Any(w => wrapper.Runs.Any(r => w.Prefix == r.Name || w.Prefix.StartsWith(r.Name + "=", StringComparison.Ordinal)));
        if (!inline && call.Input is { } input && self.Code is null && words.Count <= 2)
        {
            RunCode(language, input, call.Scope, null);
        }

        return null;
    }

    private void RunWindowsShell(string form, IReadOnlyList<Value> words, Call call)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var option = (words[i].Text ?? "").ToLowerInvariant();
            if (form == "cmd" && option is "/c" or "/k" or "/r")
            {
                RunCmd(Joined([.. words.Skip(i + 1)], " "), call);
                return;
            }

            if (form == "powershell" && option.Length > 1 && option[0] is '-' or '/')
            {
                var name = option[1..];
                if (name.Length > 0 && "encodedcommand".StartsWith(name, StringComparison.Ordinal) && name is not "ex" and not "executionpolicy" || name is "ec" or "enc")
                {
                    RunPowerShell(Encoded(words, i + 1), call.Scope);
                    return;
                }

                if ("command".StartsWith(name, StringComparison.Ordinal))
                {
                    RunPowerShell(ToSource(Joined([.. words.Skip(i + 1)], " ")), call.Scope);
                    return;
                }

                if (name is "file" or "f")
                {
                    return;
                }

                i += "executionpolicy".StartsWith(name, StringComparison.Ordinal) || name is "windowstyle" or "w" or "version" or "psconsolefile" or "inputformat" or "outputformat" or "workingdirectory" or "wd" or "ep" ? 1 : 0;
            }
            else if (form == "powershell" && option.Length > 0 && !option.EndsWith(".ps1", StringComparison.Ordinal))
            {
                RunPowerShell(ToSource(Joined([.. words.Skip(i)], " ")), call.Scope);
                return;
            }
        }

        if (form == "powershell" && call.Input is { Pieces.Count: > 0 } input)
        {
            RunPowerShell(ToSource(input), call.Scope);
        }
    }

    private static string Encoded(IReadOnlyList<Value> words, int at)
    {
        var bytes = new byte[at < words.Count ? words[at].Known.Length : 0];
        return at < words.Count && Convert.TryFromBase64String(words[at].Known, bytes, out var count) ? System.Text.Encoding.Unicode.GetString(bytes, 0, count) : "";
    }

    // Of cmd.exe no more than words, quotes and separators: enough to see what is called.
    private void RunCmd(Value text, Call call)
    {
        foreach (var line in text.Known.Split('&', '|', '\n'))
        {
            var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => Value.Of(w.Replace("\"", "", StringComparison.Ordinal).Replace("^", "", StringComparison.Ordinal))).ToArray();
            if (words.Length > 0)
            {
                Dispatch(words, call);
            }
        }
    }
}
