using Sallyport.Syntax.Shell.Wrappers;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Programs that run other commands.</content>
internal sealed partial class Evaluator
{
    private Value RunWrapper(Wrapper wrapper, Invocation self, IReadOnlyList<Value> words, Call call)
    {
        Value Inner() => new(Piece.Output(self));
        var scope = call.Scope.Process(self, wrapper.Surroundings);
        foreach (var (name, value) in call.Environment)
        {
            scope.Set(name, value, true);
        }

        var inner = call with { Scope = scope, Redirections = [], Environment = System.Collections.Immutable.ImmutableDictionary<string, Value>.Empty, NoFunctions = true };
        switch (wrapper.Form)
        {
            case "shell":
                return RunShell(self, words, inner);
            case "find":
                return RunFind(words, inner) ?? Inner();
            case "xargs":
                return RunXargs(wrapper, words, inner);
            case "parallel":
                return RunParallel(wrapper, words, inner);
            case "git":
                RunGit(words, call, inner);
                return Inner();
            case "make":
                return RunMake(words, inner) ?? Inner();
            case "editor":
                RunEditor(words, inner);
                return Inner();
            case "awk" or "sed" or "socat" or "sqlite":
                RunOwnLanguage(wrapper, words, inner);
                return Simulate(self.Program, words, call) ?? Inner();
            case "powershell" or "cmd":
                RunWindowsShell(wrapper.Form, words, inner);
                return Inner();
        }

        var rest = Operands(wrapper, words, inner, out var output);
        return rest is null ? output ?? Inner() : RunRest(wrapper, self, words, rest.Value, inner) ?? output ?? Simulate(self.Program, words, call) ?? Inner();
    }

    private Value? RunRest(Wrapper wrapper, Invocation self, IReadOnlyList<Value> words, int at, Call call)
    {
        if (wrapper.Form.StartsWith("code", StringComparison.Ordinal))
        {
            return RunInterpreter(wrapper, self, words, at, call);
        }

        if (wrapper.Form is "none" or "group")
        {
            return null;
        }

        if (wrapper.Form == "stdin")
        {
            return call.Input is { } input ? RunText(input, call.Scope, null) : null;
        }

        if (wrapper.Form is "dashes" or "dashes0")
        {
            var dashes = IndexOf(words, "--", wrapper.Start);
            at = dashes >= 0 ? dashes + 1 : at + (wrapper.Form == "dashes" ? 1 : 0);
        }

        at += wrapper.Skip;
        if (at < words.Count && words[at].Text == "--")
        {
            at++;
        }

        if (wrapper.Skip > 0 && at < words.Count && words[at].Prefix is ['-', _, ..] && Option(wrapper, words, ref at, call) is { } ran)
        {
            return ran.Output;
        }

        if (at >= words.Count)
        {
            // `ssh host` and `docker exec c sh` read commands from their input.
            return wrapper.Form == "text" && (wrapper.Surroundings & Surroundings.Remote) != 0 && call.Input is { Pieces.Count: > 0 } piped ? RunText(piped, call.Scope, null) : null;
        }

        switch (wrapper.Form)
        {
            case "text":
                return RunJoined([.. words.Skip(at)], call);
            case "texts":
                foreach (var text in words.Skip(at))
                {
                    RunText(text, call.Scope.Clone(), call.Input);
                }

                return null;
            default:
                return Dispatch([.. words.Skip(at)], call);
        }
    }

    // The words are joined and read again by a shell, which is rarely what was meant where quotes held some together: both readings are followed.
    private Value RunJoined(List<Value> words, Call call)
    {
        if (words.Count < 2 || !words.Any(w => w.Known.AsSpan().IndexOfAny(" '\"") >= 0))
        {
            return RunText(Joined(words, " "), call.Scope, call.Input);
        }

        var problem = _problem;
        var output = RunText(Joined(words, " "), call.Scope.Clone(), call.Input);
        _problem = problem;
        Dispatch(words, call with { Scope = call.Scope.Clone() });
        return output;
    }

    /// <summary>Goes over a wrapper's options and runs what their values run; gives where the operands begin.</summary>
    private int? Operands(Wrapper wrapper, IReadOnlyList<Value> words, Call call, out Value? output)
    {
        output = null;
        var i = wrapper.Start;
        for (; i < words.Count; i++)
        {
            var text = words[i].Prefix;
            if (wrapper.Assigns && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && text[0] != '-')
            {
                call.Scope.Set(text[..equals], Without(words[i], equals + 1), true);
                continue;
            }

            if (text.Length < 2 || text[0] != '-')
            {
                if (text == "-" && wrapper.Assigns)
                {
                    continue;
                }

                if (wrapper.Form != "none")
                {
                    break;
                }

                continue;
            }

            if (text == "--" && wrapper.Form != "none")
            {
                i++;
                break;
            }

            if (Option(wrapper, words, ref i, call) is { } ran)
            {
                output = ran.Output;
                if (ran.Last)
                {
                    return null;
                }
            }
        }

        return i;
    }

    private (Value? Output, bool Last)? Option(Wrapper wrapper, IReadOnlyList<Value> words, ref int i, Call call)
    {
        var text = words[i].Prefix;
        foreach (var option in wrapper.Runs)
        {
            var value = OptionValue(option.Name, words, ref i);
            if (value is null)
            {
                continue;
            }

            if (option.Prefix.Length > 0)
            {
                if (!value.Prefix.StartsWith(option.Prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return (null, false);
                }

                value = Without(value, option.Prefix.Length);
            }

            return RunOption(option.Kind, value, words, ref i, call, wrapper);
        }

        if (wrapper.Values.Contains(text, StringComparer.Ordinal) || (text[1] != '-' && text.Length is > 2 and < 6 && wrapper.Values.Contains("-" + text[^1], StringComparer.Ordinal) && !wrapper.Values.Contains(text[..2], StringComparer.Ordinal)))
        {
            i++;
        }

        return null;
    }

    private (Value? Output, bool Last) RunOption(string kind, Value value, IReadOnlyList<Value> words, ref int i, Call call, Wrapper wrapper)
    {
        switch (kind)
        {
            case "text" when wrapper.Skip > 0 && wrapper.Form == "argv" && words.Count > i + 1:
                // The entry point of a container: the operands behind the image are its arguments.
                return (RunText(value, call.Scope.Clone(), call.Input), false);
            case "text" when words[0].Known == "ansible" && IndexOf(words, "-m", 1) is >= 0 and var module && module + 1 < words.Count && words[module + 1].Text is not ("shell" or "command" or "raw" or "script"):
                return (null, false);
            case "text":
                return (RunText(value, call.Scope.Clone(), call.Input), wrapper.Form != "none" && wrapper.Skip == 0 && wrapper.Form != "texts");
            case "debug":
                var command = value.Known.TrimStart();
                if (command.StartsWith("shell ", StringComparison.Ordinal) || command.StartsWith('!'))
                {
                    RunText(Without(value, value.Known.Length - command.Length + (command[0] == '!' ? 1 : 6)), call.Scope.Clone(), call.Input);
                }
                else
                {
                    RunCode("any", value, call.Scope.Clone(), call.Input);
                }

                return (null, false);
            case "words":
                var rest = words.Skip(i + 1).Select(Quoted);
                var line = rest.Aggregate(Value.Concat(value, Value.Of(" ")), Value.Concat);
                return (RunText(Value.Concat(Value.Of("env "), line), call.Scope, call.Input), true);
            case "argv":
                var from = i;
                i = words.Count;
                return (Dispatch([value, .. words.Skip(from + 1).TakeWhile(w => w.Text is not ";")], call), true);
            default:
                RunCode(kind[5..], value, call.Scope.Clone(), call.Input);
                return (null, false);
        }
    }

    /// <summary>The value of an option at <paramref name="i"/>: behind it, after <c>=</c>, or in the same word; null when another option stands there.</summary>
    private static Value? OptionValue(string name, IReadOnlyList<Value> words, ref int i)
    {
        var text = words[i].Prefix;
        if (text == name || (name.Length == 2 && text.Length is > 2 and < 7 && text[1] != '-' && text[^1] == name[1] && text.AsSpan(1).IndexOfAnyExceptInRange('A', 'z') < 0 && words[i].IsLiteral))
        {
            return i + 1 < words.Count ? words[++i] : Value.Empty;
        }

        if (name.StartsWith("--", StringComparison.Ordinal))
        {
            return text.StartsWith(name + "=", StringComparison.Ordinal) ? Without(words[i], name.Length + 1) : null;
        }

        return name.Length == 2 && text.StartsWith(name, StringComparison.Ordinal) && text.Length > 2 ? Without(words[i], text[2] == '=' ? 3 : 2) : null;
    }

    private static int IndexOf(IReadOnlyList<Value> words, string text, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].Text == text)
            {
                return i;
            }
        }

        return -1;
    }
}
