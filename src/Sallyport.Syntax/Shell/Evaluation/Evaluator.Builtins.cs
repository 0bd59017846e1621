using System.Collections.Immutable;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>What the shell does itself.</content>
internal sealed partial class Evaluator
{
    /// <summary>Runs a builtin command; null when the name is none.</summary>
    private Value? RunBuiltin(string name, IReadOnlyList<Value> words, Call call)
    {
        var scope = call.Scope;
        switch (name)
        {
            case "cd" or "pushd" or "popd":
                return ChangeDirectory(name, words, scope);
            case "eval":
                return words.Count < 2 ? Value.Empty : RunText(Joined([.. words.Skip(1)], " "), scope, call.Input);
            case "source" or ".":
                return Source(words, call);
            case "exec" or "builtin":
                return Behind(words, 1, call, name);
            case "command":
                return RunCommand(words, call);
            case "time" or "noglob" or "nocorrect" or "-":
                return Behind(words, 1, call with { NoFunctions = true }, name);
            case "export" or "declare" or "typeset" or "local" or "readonly":
                return Declare(name, words, scope);
            case "unset":
                foreach (var word in words)
                {
                    scope.Unset(word.Known);
                }

                return Value.Empty;
            case "alias":
                return Alias(words, scope);
            case "unalias":
                scope.Aliases = words.Any(w => w.Text == "-a") ? scope.Aliases.Clear() : scope.Aliases.RemoveRange(words.Select(w => w.Known));
                return Value.Empty;
            case "set":
                return SetOptions(words, scope);
            case "shift":
                scope.Positional = [.. scope.Positional.Skip(words.Count > 1 && int.TryParse(words[1].Text, out var by) ? by : 1)];
                return Value.Empty;
            case "read" or "mapfile" or "readarray":
                return ReadInto(name, words, call);
            case "trap":
                Emit(words, name, call);
                return words.Count > 2 && words[1].Text is not ("-" or "" or "-p" or "-l") ? RunText(words[1], scope, null) : Value.Empty;
            case "printf" when words is [_, { Text: "-v" }, var variable, ..]:
                scope.Set(variable.Known, Printf.Format([.. words.Skip(3)]));
                return Value.Empty;
            case "let":
                return Value.Empty;
            case "coproc":
                return Behind(words, 1, call, name);
            default:
                return null;
        }
    }

    private static Value ChangeDirectory(string name, IReadOnlyList<Value> words, Scope scope)
    {
        if (name == "popd")
        {
            scope.Directory = scope.Directories.IsEmpty ? new Value(Piece.Of(PieceKind.Unknown, "")) : scope.Directories.Peek();
            scope.Directories = scope.Directories.IsEmpty ? scope.Directories : scope.Directories.Pop();
            return Value.Empty;
        }

        var operand = words.Skip(1).FirstOrDefault(w => w.Text is not ("-L" or "-P" or "-e" or "-@" or "--"));
        if (name == "pushd")
        {
            scope.Directories = scope.Directories.Push(scope.Directory);
        }

        var before = scope.Directory;
        scope.Directory = operand switch
        {
            null => new Value(Piece.Of(PieceKind.Variable, "HOME")),
            { Text: "-" } => scope.Variables.TryGetValue("OLDPWD", out var old) ? old.Possible[0] : new Value(Piece.Of(PieceKind.Unknown, "")),
            _ => Under(scope.Directory, operand),
        };
        scope.Set("OLDPWD", before);
        return Value.Empty;
    }

    /// <summary>A path as seen from a directory.</summary>
    private static Value Under(Value directory, Value path)
    {
        if (path.Pieces.Count == 0 || directory.Pieces.Count == 0 || path.Prefix.StartsWith('/') || path.Pieces[0].Kind == PieceKind.Variable)
        {
            return path;
        }

        return path.Pieces[0].Kind is PieceKind.Literal or PieceKind.Glob
            ? Value.Concat(Value.Concat(directory, Value.Of("/")), path)
            : path;
    }

    private Value Source(IReadOnlyList<Value> words, Call call)
    {
        var self = Emit(words, "source", call);
        if (words.Count < 2)
        {
            return Value.Empty;
        }

        var content = words[1].Text is "/dev/stdin" or "-" ? call.Input ?? Value.Empty : Script(words[1], call.Scope);
        if (content.Pieces is [{ Kind: PieceKind.File }] or [])
        {
            return Value.Empty;
        }

        var (outer, positional) = (call.Scope.Outer, call.Scope.Positional);
        call.Scope.Outer = self;
        call.Scope.Positional = words.Count > 2 ? [.. words.Skip(2)] : positional;
        var output = RunText(content, call.Scope, call.Input);
        (call.Scope.Outer, call.Scope.Positional) = (outer, positional);
        return output;
    }

    private Value RunCommand(IReadOnlyList<Value> words, Call call)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Text is not { } text || !text.StartsWith('-') || text.Length < 2)
            {
                return Dispatch([.. words.Skip(i)], call with { NoFunctions = true });
            }

            if (text != "--" && text.AsSpan(1).IndexOfAny('v', 'V') >= 0)
            {
                Emit(words, "command", call);
                if (i + 2 < words.Count)
                {
                    // Nobody asks where `git reset --hard` lies: what looks like a command is judged as one.
                    Dispatch([.. words.Skip(words[i + 1].Text == "--" ? i + 2 : i + 1)], call);
                }

                return i + 1 < words.Count ? words[i + 1] : Value.Empty;
            }
        }

        return Value.Empty;
    }

    private Value Behind(IReadOnlyList<Value> words, int from, Call call, string name)
    {
        while (from < words.Count && words[from].Text is { Length: > 1 } option && option[0] == '-')
        {
            from += name == "exec" && option is "-a" ? 2 : 1;
        }

        if (from >= words.Count)
        {
            if (call.Redirections.Count > 0)
            {
                Emit([], ":", call);
            }

            return Value.Empty;
        }

        return Dispatch([.. words.Skip(from)], call);
    }

    private Value Declare(string name, IReadOnlyList<Value> words, Scope scope)
    {
        var export = name == "export";
        for (var i = 1; i < words.Count; i++)
        {
            var known = words[i].Prefix;
            if (known.StartsWith('-') && !known.Contains('=', StringComparison.Ordinal))
            {
                export |= known.Contains('x', StringComparison.Ordinal);
                scope.FunctionsExported |= known.Contains('f', StringComparison.Ordinal) && export;
                continue;
            }

            var equals = known.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                var variable = known[..equals].TrimEnd('+');
                var value = Without(words[i], equals + 1);
                scope.Set(variable, known[equals - 1] == '+' ? Value.Concat(Lookup(variable, scope), value) : value, export);
            }
            else if (export)
            {
                scope.Export(known);
            }
        }

        return Value.Empty;
    }

    /// <summary>A value without its first characters, which are known.</summary>
    internal static Value Without(Value value, int characters)
    {
        var pieces = new List<Piece>(value.Pieces.Count);
        foreach (var piece in value.Pieces)
        {
            if (characters > 0 && piece.Kind is PieceKind.Literal or PieceKind.Glob)
            {
                var cut = Math.Min(characters, piece.Text.Length);
                characters -= cut;
                if (cut < piece.Text.Length)
                {
                    pieces.Add(piece with { Text = piece.Text[cut..] });
                }
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return new Value(pieces) { MaySplit = value.MaySplit };
    }

    private static Value Alias(IReadOnlyList<Value> words, Scope scope)
    {
        foreach (var word in words)
        {
            var equals = word.Known.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                scope.Aliases = scope.Aliases.SetItem(word.Known[..equals], word.Known[(equals + 1)..]);
            }
        }

        return Value.Empty;
    }

    private static Value SetOptions(IReadOnlyList<Value> words, Scope scope)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var text = words[i].Text;
            if (text is null or "--" or "" || text[0] is not ('-' or '+'))
            {
                scope.Positional = [.. words.Skip(text == "--" ? i + 1 : i)];
                break;
            }

            scope.AllExported |= text.StartsWith('-') && text.Contains('a', StringComparison.Ordinal);
            i += text is "-o" or "+o" ? 1 : 0;
        }

        return Value.Empty;
    }

    private static Value ReadInto(string command, IReadOnlyList<Value> words, Call call)
    {
        var scope = call.Scope;
        var input = call.Input ?? scope.Input;
        var names = new List<string>();
        for (var i = 1; i < words.Count; i++)
        {
            var text = words[i].Known;
            if (text is "-d" or "-n" or "-N" or "-p" or "-t" or "-u" or "-i" or "-O" or "-s" or "-c" or "-C" && text != "-s")
            {
                i++;
            }
            else if (!text.StartsWith('-'))
            {
                names.Add(text);
            }
        }

        Value line;
        if (input?.Text is { } known)
        {
            var end = known.IndexOf('\n', StringComparison.Ordinal);
            line = Value.Of(end < 0 ? known : known[..end]);
            scope.Input = Value.Of(end < 0 ? "" : known[(end + 1)..]);
        }
        else
        {
            line = input is null ? new Value(Piece.Of(PieceKind.Unknown, "")) : input;
        }

        if (command != "read")
        {
            var name = names.Count > 0 ? names[0] : "MAPFILE";
            IReadOnlyList<Value> lines = input?.Text is { } text ? [.. text.TrimEnd('\n').Split('\n').Select(Value.Of)] : [line];
            scope.Variables = scope.Variables.SetItem(name, new Variable([lines[0]], lines));
            return Value.Empty;
        }

        AssignFields(names.Count > 0 ? names : ["REPLY"], line, scope);
        return Value.Empty;
    }

    private static void AssignFields(List<string> names, Value line, Scope scope)
    {
        if (line.Text is not { } known || names.Count == 1)
        {
            names.ForEach(name => scope.Set(name, line));
            return;
        }

        var fields = known.Split(Separators(scope).ToCharArray(), names.Count, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < names.Count; i++)
        {
            scope.Set(names[i], i < fields.Length ? Value.Of(fields[i]) : Value.Empty);
        }
    }
}
