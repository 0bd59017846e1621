using Sallyport.Syntax.Shell.Wrappers;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Programs that run a command once for each of many things: find, xargs, parallel.</content>
internal sealed partial class Evaluator
{
    private const int Items = 24;

    private Value? RunFind(IReadOnlyList<Value> words, Call call)
    {
        var roots = new List<Value>();
        var i = 1;
        for (; i < words.Count && !(words[i].Prefix is { Length: > 0 } text && text[0] is '-' or '(' or '!'); i++)
        {
            roots.Add(words[i]);
        }

        Value? output = null;
        for (; i < words.Count; i++)
        {
            if (words[i].Text is not ("-exec" or "-execdir" or "-ok" or "-okdir"))
            {
                continue;
            }

            var end = i + 1;
            while (end < words.Count && words[end].Text is not ";" && !(words[end].Text == "+" && words[end - 1].Text == "{}"))
            {
                end++;
            }

            foreach (var root in roots.Count == 0 ? [Value.Of(".")] : roots.Take(4))
            {
                var found = Value.Concat(root, new Value(Piece.Literal("/"), Piece.Of(PieceKind.Unknown, "found")));
                if (end > i + 1)
                {
                    var inner = call with { Scope = call.Scope.Clone() };
                    inner.Scope.Surroundings |= Surroundings.Repeated;
                    inner.Scope.Directory = words[i].Text is "-execdir" or "-okdir" ? Under(inner.Scope.Directory, found) : inner.Scope.Directory;
                    output = Dispatch([.. words.Skip(i + 1).Take(end - i - 1).Select(w => Put(w, "{}", found))], inner);
                }
            }

            i = end;
        }

        return output;
    }

    /// <summary>A value with every <paramref name="mark"/> in its known text replaced.</summary>
    private static Value Put(Value value, string mark, Value item)
    {
        if (mark.Length == 0 || !value.Known.Contains(mark, StringComparison.Ordinal))
        {
            return value;
        }

        var pieces = new List<Piece>();
        foreach (var piece in value.Pieces)
        {
            if (piece.Kind is not (PieceKind.Literal or PieceKind.Glob))
            {
                pieces.Add(piece);
                continue;
            }

            var parts = piece.Text.Split(mark);
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    pieces.AddRange(item.Pieces);
                }

                if (parts[i].Length > 0)
                {
                    pieces.Add(piece with { Text = parts[i] });
                }
            }
        }

        return new Value(pieces);
    }

    private Value RunXargs(Wrapper wrapper, IReadOnlyList<Value> words, Call call)
    {
        var mark = "";
        var source = call.Input;
        var i = 1;
        for (; i < words.Count; i++)
        {
            var text = words[i].Known;
            if (text.Length < 2 || text[0] != '-')
            {
                break;
            }

            if (text == "--")
            {
                i++;
                break;
            }

            mark = text switch
            {
                "-I" or "-J" => i + 1 < words.Count ? words[i + 1].Known : "",
                "-i" or "--replace" or "--replace=" => "{}",
                _ when text.StartsWith("-I", StringComparison.Ordinal) || text.StartsWith("-i", StringComparison.Ordinal) => text[2..],
                _ when text.StartsWith("--replace=", StringComparison.Ordinal) => text[10..],
                _ => mark,
            };
            if (text is "-a" or "--arg-file" || text.StartsWith("--arg-file=", StringComparison.Ordinal))
            {
                source = Content(text.Contains('=', StringComparison.Ordinal) ? Value.Of(text[11..]) : i + 1 < words.Count ? words[i + 1] : Value.Empty, call.Scope);
            }

            i += wrapper.Values.Contains(text, StringComparer.Ordinal) && text is not ("-i" or "--replace") ? 1 : 0;
        }

        var inner = call with { Input = null };
        inner.Scope.Input = null;
        IReadOnlyList<Value> command = i < words.Count ? [.. words.Skip(i)] : [Value.Of("echo")];
        if (mark.Length > 0)
        {
            var output = new OutputBuilder();
            foreach (var item in Lines(source))
            {
                output.Add(Dispatch([.. command.Select(w => Put(w, mark, item))], inner));
            }

            return output.Build();
        }

        // A shell may be given a whole line as one word, whatever xargs would split.
        if (ProgramName.Of(command[0]) is "sh" or "bash" or "dash" or "zsh" or "ksh" or "eval")
        {
            foreach (var line in Lines(source))
            {
                Dispatch([.. command, line], inner with { Scope = inner.Scope.Clone() });
            }
        }

        return Dispatch([.. command, .. source?.Text is { } known ? Unquoted(known) : [source is null ? new Value(Piece.Of(PieceKind.Unknown, "")) : source]], inner);
    }

    private static IEnumerable<Value> Unquoted(string text)
    {
        foreach (var word in text.Split([' ', '\t', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Value.Of(word.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<Value> Lines(Value? source)
    {
        if (source?.Text is not { } text)
        {
            return [source ?? new Value(Piece.Of(PieceKind.Unknown, ""))];
        }

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > Items ? [.. lines.Take(Items).Select(Value.Of), new Value(Piece.Of(PieceKind.Unknown, ""))] : lines.Select(Value.Of);
    }

    private Value RunParallel(Wrapper wrapper, IReadOnlyList<Value> words, Call call)
    {
        var command = new List<Value>();
        var sources = new List<List<Value>>();
        for (var i = 1; i < words.Count; i++)
        {
            var text = words[i].Known;
            if (text is ":::" or ":::+" or "::::" or "::::+")
            {
                sources.Add([]);
            }
            else if (sources.Count > 0)
            {
                sources[^1].Add(words[i]);
            }
            else if (command.Count == 0 && text.Length > 1 && text[0] == '-')
            {
                i += wrapper.Values.Contains(text, StringComparer.Ordinal) ? 1 : 0;
            }
            else
            {
                command.Add(words[i]);
            }
        }

        var items = sources.Count > 0 ? sources[0].Take(Items) : Lines(call.Input);
        var output = new OutputBuilder();
        foreach (var item in items)
        {
            if (command.Count == 0)
            {
                output.Add(RunText(item, call.Scope.Clone(), null));
                continue;
            }

            var marked = command.Exists(w => w.Known.Contains('{', StringComparison.Ordinal) && w.Known.Contains('}', StringComparison.Ordinal));
            var line = command.ConvertAll(w => Put(Put(w, "{}", item), "{1}", item));
            for (var n = 1; n < sources.Count && sources[n].Count > 0; n++)
            {
                var other = sources[n][0];
                line = line.ConvertAll(w => Put(w, $"{{{n + 1}}}", other));
            }

            output.Add(RunJoined(marked ? line : [.. line, item], call));
        }

        return output.Build();
    }
}
