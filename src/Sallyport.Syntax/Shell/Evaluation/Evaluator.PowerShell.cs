using System.Collections.Immutable;
using Sallyport.Syntax.Shell.PowerShell;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>PowerShell: the same invocations from another language.</content>
internal sealed partial class Evaluator
{
    private readonly Dictionary<string, PowerShellValue> _powerShell = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _running = new(StringComparer.OrdinalIgnoreCase);

    private Value RunPowerShell(string text, Scope scope)
    {
        if (!Enter())
        {
            return Value.Empty;
        }

        Spend(text.Length);
        _span = _depth == 1 ? new Core.Text.TextSpan(0, text.Length) : _span;
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            _problem ??= "a NUL character";
            return Value.Empty;
        }

        var reader = new PowerShellReader(text, _powerShell, (words, input, redirections, from) => RunCmdlet(words, input, redirections, from, scope), work =>
        {
            Spend(work);
            return _problem is null;
        });
        var output = reader.Run();
        _problem ??= reader.Problem;
        _depth--;
        return output;
    }

    private Value RunCmdlet(IReadOnlyList<PowerShellValue> words, Value? input, IReadOnlyList<Redirection> redirections, PowerShellReader reader, Scope scope)
    {
        if (!Enter())
        {
            return Value.Empty;
        }

        var output = RunCmdletIn(words, input, redirections, reader, scope);
        _depth--;
        return Written(redirections, scope, output);
    }

    private Value RunCmdletIn(IReadOnlyList<PowerShellValue> words, Value? input, IReadOnlyList<Redirection> redirections, PowerShellReader reader, Scope scope)
    {
        if (words[0].Script is { } block)
        {
            return reader.RunArgument(block, null);
        }

        var name = words[0].Whole;
        if (name.Text is { } called && reader.FunctionBody(called) is { } body && _running.Add(called))
        {
            reader.Set("args", new PowerShellValue([.. words.Skip(1).SelectMany(w => w.Items)]));
            var result = reader.RunArgument(body, input);
            _running.Remove(called);
            return result;
        }

        var alias = name.Text is { } known && scope.Aliases.TryGetValue(known.ToLowerInvariant(), out var target) ? target : name.Text ?? "";
        var canonical = CmdletNames.Canonical(alias);
        var arguments = new List<Value> { name.Text is null ? name : Value.Of(canonical) };
        foreach (var word in words.Skip(1))
        {
            foreach (var item in word.Items)
            {
                AddArgument(arguments, item, CmdletNames.IsCmdlet(canonical));
            }
        }

        var call = new Call(scope, input) { Redirections = redirections };
        var scripts = words.Skip(1).Where(w => w.Script is not null).Select(w => w.Script!).ToArray();
        if (!CmdletNames.IsCmdlet(canonical) || name.Text is null)
        {
            return arguments[0].Text is null || !canonical.StartsWith('-') ? Dispatch(arguments, call with { NoFunctions = true }) : Value.Empty;
        }

        return RunKnown(canonical, arguments, scripts, call, reader);
    }

    private static void AddArgument(List<Value> arguments, Value item, bool cmdlet)
    {
        var text = item.Text;
        if (!cmdlet || text is null || text.Length < 2 || text[0] != '-' || !char.IsAsciiLetter(text[1]))
        {
            arguments.Add(item);
            return;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var value = colon < 0 ? "" : text[(colon + 1)..];
        if (value.Equals("$false", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        arguments.Add(Value.Of(CmdletNames.Parameter(colon < 0 ? text : text[..colon])));
        if (value.Length > 0 && !value.Equals("$true", StringComparison.OrdinalIgnoreCase) && !value.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            arguments.Add(Value.Of(value));
        }
    }

    private Value RunKnown(string name, List<Value> arguments, string[] scripts, Call call, PowerShellReader reader)
    {
        var scope = call.Scope;
        // What comes through the pipe is what most commands work on.
        if (call.Input is { Pieces.Count: > 0 } piped && name is "remove-item" or "stop-process" or "stop-service" or "clear-content" or "invoke-item" or "start-process" or "rename-item" or "move-item" or "remove-itemproperty" or "clear-item")
        {
            arguments.Add(piped);
        }

        var self = Emit(arguments, name, call);
        var operands = arguments.Skip(1).Where(a => name == "start-process" ? a.Text is not ("-filepath" or "-argumentlist" or "-verb" or "-wait" or "-windowstyle" or "-passthru") : !a.Prefix.StartsWith('-')).ToArray();
        switch (name)
        {
            case "write-output" or "write-host" or "write-error" or "write-information":
                return Joined(operands, " ");
            case "invoke-expression":
                var code = operands.Length > 0 ? operands[0] : call.Input ?? Value.Empty;
                if (code.Text is { } text)
                {
                    return RunPowerShell(text, scope);
                }

                Emit([code], "", call);
                return new Value(Piece.Output(self));
            case "start-process" or "invoke-item" or "start-job" or "invoke-command" or "invoke-wmimethod" or "invoke-cimmethod" when scripts.Length == 0 && operands.Length > 0:
                var process = operands.SelectMany(o => o.Text is { } words && words.Contains(' ', StringComparison.Ordinal) ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Value.Of) : [o]).ToArray();
                var inner = scope.Clone();
                inner.Outer = self;
                inner.Surroundings |= arguments.Exists(a => a.Text is "-computername") ? Surroundings.Remote : arguments.Exists(a => a.Text?.Equals("runas", StringComparison.OrdinalIgnoreCase) == true) ? Surroundings.Privileged : Surroundings.None;
                return name is "start-process" && process.Length > 0 ? Dispatch([Value.Of(CmdletNames.Canonical(process[0].Known)), .. process.Skip(1)], new Call(inner, null) { NoFunctions = true }) : new Value(Piece.Output(self));
            case "set-location" or "push-location":
                scope.Directory = operands.Length > 0 ? Under(scope.Directory, operands[0]) : new Value(Piece.Of(PieceKind.Variable, "HOME"));
                return Value.Empty;
            case "pop-location":
                scope.Directory = new Value(Piece.Of(PieceKind.Unknown, ""));
                return Value.Empty;
            case "set-alias" or "new-alias" when operands.Length > 1:
                scope.Aliases = scope.Aliases.SetItem(operands[0].Known.ToLowerInvariant(), operands[1].Known);
                return Value.Empty;
            case "set-variable" or "new-variable" when operands.Length > 1:
                reader.Set(operands[0].Known.ToLowerInvariant(), PowerShellValue.Of(operands[1]));
                return Value.Empty;
            case "get-content":
                return operands.Length > 0 ? Content(operands[0], scope) : Value.Empty;
            case "set-content" or "add-content" or "out-file" or "tee-object" when operands.Length > 0:
                Write(operands[0], operands.Length > 1 ? operands[1] : call.Input ?? Value.Empty, name == "add-content", scope);
                return name == "tee-object" ? call.Input ?? Value.Empty : Value.Empty;
            case "join-path" when operands.Length > 1:
                return Joined([operands[0], operands[1]], "/");
            case "get-childitem" or "get-item" or "resolve-path":
                return operands.Length > 0 ? Value.Concat(operands[0], new Value(Piece.Literal("/"), Piece.Of(PieceKind.Unknown, "found"))) : new Value(Piece.Literal("./"), Piece.Of(PieceKind.Unknown, "found"));
            case "where-object" or "select-object" or "sort-object" or "out-string" or "out-null" or "convertto-json" or "select-string" or "foreach-object" or "measure-command" or "start-threadjob" or "register-scheduledjob" or "invoke-command" or "start-job":
                var output = call.Input ?? Value.Empty;
                foreach (var script in scripts)
                {
                    var ran = reader.RunArgument(script, call.Input ?? new Value(Piece.Of(PieceKind.Unknown, "")));
                    output = name == "where-object" ? output : ran;
                }

                return name == "out-null" ? Value.Empty : output;
        }

        foreach (var script in scripts)
        {
            reader.RunArgument(script, call.Input);
        }

        return new Value(Piece.Output(self));
    }
}
