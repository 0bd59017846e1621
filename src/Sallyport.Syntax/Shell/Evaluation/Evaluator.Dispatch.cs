using Sallyport.Syntax.Shell.Wrappers;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>What a command with expanded words runs.</content>
internal sealed partial class Evaluator
{
    /// <summary>Follows one command; gives what it writes.</summary>
    private Value Dispatch(IReadOnlyList<Value> words, Call call)
    {
        if (_problem is not null || !Enter())
        {
            return Value.Empty;
        }

        var program = ProgramName.Of(words[0]);
        Value output;
        if (!call.NoFunctions && program.Length > 0 && call.Scope.Functions.TryGetValue(words[0].Known, out var body))
        {
            output = RunFunction(words, body, call);
        }
        else if (program.Length > 0 && !words[0].Known.Contains('/', StringComparison.Ordinal) && RunBuiltin(program, words, call) is { } done)
        {
            output = done;
        }
        else
        {
            output = RunProgram(program, words, call);
        }

        _depth--;
        return output;
    }

    private Value RunProgram(string program, IReadOnlyList<Value> words, Call call)
    {
        // A file that was written before, or handed in, is a script: `./x.sh`.
        if (words[0].Known.Contains('/', StringComparison.Ordinal) && Script(words[0], call.Scope) is var script && script.Pieces is not ([] or [{ Kind: PieceKind.File }]))
        {
            var self = Emit(words, program, call);
            var inner = call.Scope.Process(self, Surroundings.None);
            inner.Positional = [.. words.Skip(1)];
            return RunScript(script, inner, call.Input);
        }

        var invocation = Emit(words, program, call);
        if (program.Length == 0)
        {
            return new Value(Piece.Output(invocation));
        }

        if (program.Contains('=', StringComparison.Ordinal) && words.Count > 1)
        {
            Dispatch([.. words.Skip(1)], call);
        }

        if (WrapperTable.Find(program, words) is { } wrapper)
        {
            return RunWrapper(wrapper, invocation, words, call);
        }

        return Simulate(program, words, call) is { } output ? output : new Value(Piece.Output(invocation));
    }

    private Value RunScript(Value script, Scope scope, Value? input)
    {
        // The first line of a script may name a language that is no shell.
        if (script.Pieces is [{ Kind: PieceKind.Literal } first, ..] && first.Text.StartsWith("#!", StringComparison.Ordinal))
        {
            var end = first.Text.IndexOf('\n', StringComparison.Ordinal);
            var line = end < 0 ? first.Text : first.Text[..end];
            if (InlineLanguages.OfInterpreter(line) is { } language)
            {
                RunCode(language, script, scope, input);
                return Value.Empty;
            }
        }

        return script.Pieces.Count == 0 ? Value.Empty : RunText(script, scope, input);
    }

    private Value RunFunction(IReadOnlyList<Value> words, Tree.Command body, Call call)
    {
        var scope = call.Scope;
        var name = words[0].Known;
        if (scope.Calls.TryGetValue(name, out var conditions))
        {
            if (scope.Concurrent || conditions == _conditions)
            {
                Emit(words, name, call with { Recurses = true });
            }

            return new Value(Piece.Of(PieceKind.Unknown, ""));
        }

        var (positional, calls, concurrent) = (scope.Positional, scope.Calls, scope.Concurrent);
        scope.Positional = [.. words.Skip(1)];
        scope.Calls = calls.SetItem(name, _conditions);
        scope.Concurrent = false;
        foreach (var (variable, value) in call.Environment)
        {
            scope.Set(variable, value);
        }

        var output = Run(body, scope, call.Input);
        (scope.Positional, scope.Calls, scope.Concurrent) = (positional, calls, concurrent);
        return output;
    }
}
