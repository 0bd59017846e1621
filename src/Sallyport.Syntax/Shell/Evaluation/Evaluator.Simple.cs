using System.Collections.Immutable;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Simple commands: expansion, assignments, redirections, dispatch.</content>
internal sealed partial class Evaluator
{
    private Value RunSimple(SimpleCommand command, Scope scope, Value? input)
    {
        if (Alias(command, scope, input) is { } output)
        {
            return output;
        }

        var (choice, choices) = (_choice, _choices);
        (_choice, _choices) = (0, 1);
        var result = RunChoice(command, scope, input);
        for (var most = _choices; _choice + 1 < most && _problem is null;)
        {
            _choice++;
            RunChoice(command, scope.Clone(), input);
        }

        (_choice, _choices) = (choice, choices);
        return result;
    }

    private Value RunChoice(SimpleCommand command, Scope scope, Value? input)
    {
        var words = Expand(command.Words, scope);
        var redirections = Redirections(command.Redirects, scope, ref input);
        if (words.Count == 0)
        {
            foreach (var assignment in command.Assignments)
            {
                Assign(assignment, scope);
            }

            if (redirections.Count > 0)
            {
                Emit([], ":", new Call(scope, input) { Redirections = redirections });
                return Written(redirections, scope, redirections.Exists(r => r.Reads) ? input ?? Value.Empty : Value.Empty);
            }

            return Value.Empty;
        }

        var environment = ImmutableDictionary<string, Value>.Empty;
        foreach (var assignment in command.Assignments)
        {
            if (assignment.Value is not null)
            {
                environment = environment.SetItem(assignment.Name, ExpandText(assignment.Value, scope));
            }
            else
            {
                Assign(assignment, scope);
            }
        }

        var call = new Call(scope, input ?? scope.Input) { Redirections = redirections, Environment = environment };
        return Written(redirections, scope, Dispatch(words, call));
    }

    // A shell that is not interactive expands no alias, an interactive one does: both readings are followed.
    private Value? Alias(SimpleCommand command, Scope scope, Value? input)
    {
        if (scope.Aliases.Count == 0 || command.Words is not [{ Bare: { } name }, ..] || !scope.Aliases.TryGetValue(name, out var text))
        {
            return null;
        }

        var inner = scope.Clone();
        inner.Aliases = inner.Aliases.Remove(name);
        var words = Expand(command.Words, inner);
        var line = Value.Of(text + " ");
        for (var i = 1; i < words.Count; i++)
        {
            line = Value.Concat(line, Quoted(words[i]));
        }

        var output = RunText(line, inner, input);
        scope.Aliases = scope.Aliases.Remove(name);
        RunSimple(command, scope, input);
        scope.Aliases = scope.Aliases.SetItem(name, text);
        return output;
    }

    /// <summary>A value as one word of a text of commands.</summary>
    private static Value Quoted(Value value)
    {
        var pieces = new List<Piece>(value.Pieces.Count + 1);
        foreach (var piece in value.Pieces)
        {
            pieces.Add(piece.Kind == PieceKind.Literal ? Piece.Literal($"'{piece.Text.Replace("'", "'\\''", StringComparison.Ordinal)}'") : piece);
        }

        if (pieces.Count == 0)
        {
            pieces.Add(Piece.Literal("''"));
        }

        pieces.Add(Piece.Literal(" "));
        return new Value(pieces);
    }

    private void Assign(Assignment assignment, Scope scope)
    {
        if (assignment.Elements is { } elements)
        {
            var values = Expand(elements, scope);
            if (assignment.Append && scope.Variables.TryGetValue(assignment.Name, out var before) && before.Elements is { } first)
            {
                values = [.. first, .. values];
            }

            Spend(values.Count);
            scope.Variables = scope.Variables.SetItem(assignment.Name, new Variable([values.Count > 0 ? values[0] : Value.Empty], values));
            return;
        }

        var value = ExpandText(assignment.Value ?? Word.Empty, scope);
        if (assignment.Subscript is { } subscript)
        {
            AssignElement(assignment, ExpandText(subscript, scope), value, scope);
            return;
        }

        scope.Set(assignment.Name, assignment.Append ? Value.Concat(Lookup(assignment.Name, scope), value) : value);
        Spend(scope.Variables[assignment.Name].Possible[0].Pieces.Count);
    }

    private void AssignElement(Assignment assignment, Value subscript, Value value, Scope scope)
    {
        var elements = new List<Value>(scope.Variables.GetValueOrDefault(assignment.Name)?.Elements ?? []);
        Spend(elements.Count);
        if (int.TryParse(subscript.Text, out var index) && index >= 0 && index <= elements.Count)
        {
            if (index == elements.Count)
            {
                elements.Add(value);
            }
            else
            {
                elements[index] = assignment.Append ? Value.Concat(elements[index], value) : value;
            }
        }
        else
        {
            elements.Add(value);
        }

        scope.Variables = scope.Variables.SetItem(assignment.Name, new Variable([elements[0]], elements));
        scope.Variables = scope.Variables.SetItem($"{assignment.Name}[{subscript.Text}]", Variable.Of(value));
    }

    private List<Redirection> Redirections(List<Redirect> redirects, Scope scope, ref Value? input)
    {
        if (redirects.Count == 0)
        {
            return [];
        }

        var result = new List<Redirection>(redirects.Count);
        foreach (var redirect in redirects)
        {
            var text = redirect.Operator is "<<" or "<<-"
                ? redirect.Document is { } document ? ExpandText(document, scope) : Value.Empty
                : ExpandText(redirect.Target, scope);
            var reads = redirect.Operator is "<" or "<<" or "<<-" or "<<<" or "<>" or "<&";
            var descriptor = redirect.Descriptor >= 0 ? redirect.Descriptor : reads ? 0 : 1;
            result.Add(new Redirection(descriptor, redirect.Operator, text));
            if (reads && descriptor == 0)
            {
                input = redirect.Operator switch
                {
                    "<" or "<>" => Content(text, scope),
                    "<<<" => Value.Concat(text, Value.Of("\n")),
                    "<&" => input,
                    _ => text,
                };
            }
        }

        return result;
    }

    /// <summary>Writes output to where it is redirected; gives what is left of it for the next in a pipeline.</summary>
    private Value Written(IReadOnlyList<Redirection> redirections, Scope scope, Value output)
    {
        foreach (var redirection in redirections)
        {
            if (redirection is { Writes: true, Descriptor: 1 or 0 })
            {
                Write(redirection.Target, output, redirection.Appends, scope);
                output = Value.Empty;
            }
        }

        return output;
    }

    private void Write(Value path, Value content, bool append, Scope scope)
    {
        if (Key(path, scope) is { } key)
        {
            _files[key] = append && _files.TryGetValue(key, out var before) ? Value.Concat(before, content) : content;
            Spend(_files[key].Pieces.Count);
        }
    }

    /// <summary>What a file holds: what was written to it before, or itself as an unknown.</summary>
    private Value Content(Value path, Scope scope) => Key(path, scope) is { } key && _files.TryGetValue(key, out var content)
        ? content
        : new Value(Piece.Of(PieceKind.File, path.ToString()));

    /// <summary>What a script holds that is about to run: written before, or lying there.</summary>
    private Value Script(Value path, Scope scope)
    {
        if (Key(path, scope) is not { } key)
        {
            return Content(path, scope);
        }

        if (!_files.ContainsKey(key) && given is not null && path.IsLiteral && _scripts < ScriptLimit && (scope.Surroundings & (Surroundings.Remote | Surroundings.Container)) == 0)
        {
            _scripts++;
            if (given(key) is { } text)
            {
                _work += 40L * text.Length;
                _files[key] = Value.Of(text);
            }
        }

        return Content(path, scope);
    }

    private static string? Key(Value path, Scope scope)
    {
        if (path.Known is not { Length: > 0 } || path.Pieces.Any(p => p.Kind is PieceKind.Output or PieceKind.Unknown))
        {
            return null;
        }

        var text = path.ToString();
        text = text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text;
        return text.Length == 0 ? null : text[0] is '/' or '$' || scope.Directory.Known.Length == 0 ? text : $"{scope.Directory}/{text}";
    }
}
