using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>From words as they are written to the words a program is given.</content>
internal sealed partial class Evaluator
{
    private static readonly System.Buffers.SearchValues<char> Patterns = System.Buffers.SearchValues.Create("*?[");

    private List<Value> Expand(List<Word> words, Scope scope)
    {
        var fields = new List<Value>(words.Count);
        foreach (var word in words)
        {
            Spend(1 + word.Parts.Count);
            if (word.Bare is { } bare && IsPlain(bare))
            {
                fields.Add(Value.Of(bare));
            }
            else if (Braces.MayHold(word))
            {
                foreach (var one in Braces.Expand(word, Spend))
                {
                    ExpandFields(one, scope, fields);
                }
            }
            else
            {
                ExpandFields(word, scope, fields);
            }

            if (_problem is not null)
            {
                break;
            }
        }

        return fields;
    }

    private static bool IsPlain(string text) => text.AsSpan().IndexOfAny("*?[{~") < 0 && text.AsSpan().IndexOfAnyInRange((char)FirstPlaceholder, (char)LastPlaceholder) < 0;

    /// <summary>A word as one string: no splitting, no file names.</summary>
    private Value ExpandText(Word word, Scope scope)
    {
        Spend(1 + word.Parts.Count);
        if (word.Parts.Count == 1 && word.Parts[0] is LiteralPart literal && IsPlain(literal.Text))
        {
            return Value.Of(literal.Text);
        }

        var fields = new List<Value>(1);
        var builder = new FieldBuilder(fields);
        var first = true;
        foreach (var part in word.Parts)
        {
            if (part is LiteralPart text)
            {
                AddLiteral(text.Text, first && !text.Quoted, false, builder, scope);
            }
            else
            {
                builder.Add(Evaluate(part, scope, true), false);
            }

            first = false;
        }

        builder.Break();
        return fields.Count == 0 ? Value.Empty : fields[0];
    }

    private void ExpandFields(Word word, Scope scope, List<Value> fields)
    {
        var builder = new FieldBuilder(fields);
        var first = true;
        foreach (var part in word.Parts)
        {
            if (part.Quoted)
            {
                builder.Start();
            }

            switch (part)
            {
                case LiteralPart literal:
                    AddLiteral(literal.Text, first && !literal.Quoted, !literal.Quoted, builder, scope);
                    break;
                case ParameterPart parameter when Several(parameter, scope) is { } values:
                    AddSeveral(values, parameter.Quoted, builder, scope);
                    break;
                default:
                    var value = Evaluate(part, scope, part.Quoted);
                    if (part.Quoted || part is ProcessPart or ArithmeticPart)
                    {
                        builder.Add(value, false);
                    }
                    else
                    {
                        AddSplit(value, builder, scope);
                    }

                    break;
            }

            first = false;
        }

        builder.Break();
    }

    private static void AddSeveral(IReadOnlyList<Value> values, bool quoted, FieldBuilder builder, Scope scope)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                builder.Break();
            }

            if (quoted)
            {
                builder.Start();
                builder.Add(values[i], false);
            }
            else
            {
                AddSplit(values[i], builder, scope);
            }
        }
    }

    // What is split are the characters of IFS in known text; whether an unknown piece splits is not known.
    private static void AddSplit(Value value, FieldBuilder builder, Scope scope)
    {
        var separators = Separators(scope);
        foreach (var piece in value.Pieces)
        {
            if (piece.Kind is not (PieceKind.Literal or PieceKind.Glob))
            {
                builder.Add(new Value(piece), true);
                continue;
            }

            var rest = piece.Text.AsSpan();
            while (rest.Length > 0)
            {
                var at = rest.IndexOfAny(separators);
                if (at != 0)
                {
                    AddPattern(at < 0 ? rest : rest[..at], builder);
                }

                if (at < 0)
                {
                    break;
                }

                if (at == 0 && !char.IsWhiteSpace(rest[0]))
                {
                    builder.Start();
                }

                builder.Break();
                rest = rest[(at + 1)..];
            }
        }
    }

    private static string Separators(Scope scope) => scope.Variables.TryGetValue("IFS", out var ifs) ? ifs.Possible[0].Known : " \t\n";

    private static void AddPattern(ReadOnlySpan<char> text, FieldBuilder builder) =>
        builder.Add(text.IndexOfAny(Patterns) < 0 || (text.IndexOfAny('*', '?') < 0 && text.IndexOf(']') < 0) ? Piece.Literal(text.ToString()) : Piece.Of(PieceKind.Glob, text.ToString()));

    private void AddLiteral(string text, bool tilde, bool patterns, FieldBuilder builder, Scope scope)
    {
        if (text.Length == 0)
        {
            builder.Start();
            return;
        }

        var from = 0;
        if (tilde && text[0] == '~' && Tilde(text, scope) is var (home, length))
        {
            builder.Add(home);
            from = length;
        }

        for (var i = from; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is < (char)FirstPlaceholder or > (char)LastPlaceholder)
            {
                continue;
            }

            if (i > from && patterns)
            {
                AddPattern(text.AsSpan(from, i - from), builder);
            }
            else if (i > from)
            {
                builder.Add(Piece.Literal(text[from..i]));
            }

            if (i < text.Length)
            {
                var index = text[i] - FirstPlaceholder;
                builder.Add(new Value(index < _placeholders.Count ? _placeholders[index] : Piece.Literal("\uFFFD")), patterns);
            }

            from = i + 1;
        }
    }

    private static (Piece Home, int Length)? Tilde(string text, Scope scope)
    {
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or '+'))
        {
            end++;
        }

        if (end < text.Length && text[end] is not ('/' or ':'))
        {
            return null;
        }

        return text[1..end] switch
        {
            "" when scope.Variables.TryGetValue("HOME", out var home) && home.Possible[0].Text is { } known => (Piece.Literal(known), end),
            "" => (Piece.Of(PieceKind.Variable, "HOME"), end),
            "+" => (scope.Directory.Pieces.Count == 1 ? scope.Directory.Pieces[0] : Piece.Literal("."), end),
            "-" => (Piece.Of(PieceKind.Variable, "OLDPWD"), end),
            "root" => (Piece.Literal("/root"), end),
            var user => (Piece.Literal("/home/" + user), end),
        };
    }

    private Value Evaluate(WordPart part, Scope scope, bool quoted) => part switch
    {
        LiteralPart literal => Value.Of(literal.Text),
        ParameterPart parameter => Parameter(parameter, scope, quoted),
        SubstitutionPart substitution => Substituted(substitution, scope),
        ProcessPart process => Process(process, scope),
        ArithmeticPart arithmetic => Calculated(arithmetic, scope),
        _ => Value.Empty,
    };

    private Value Substituted(SubstitutionPart substitution, Scope scope)
    {
        var concurrent = scope.Concurrent;
        var inner = scope.Clone();
        var output = substitution.Body.Entries is [{ Command: SimpleCommand { Words.Count: 0, Redirects: [{ Operator: "<" } only] } }]
            ? Read(only, inner)
            : Run(substitution.Body, inner, scope.Input);
        scope.Concurrent = concurrent;
        return Trimmed(output);
    }

    private Value Read(Redirect redirect, Scope scope)
    {
        var path = ExpandText(redirect.Target, scope);
        Emit([Value.Of("cat"), path], "cat", new Call(scope, null));
        return Content(path, scope);
    }

    private static Value Trimmed(Value value)
    {
        if (value.Pieces.Count == 0 || value.Pieces[^1] is not { Kind: PieceKind.Literal } last || !last.Text.EndsWith('\n'))
        {
            return value;
        }

        var text = last.Text.TrimEnd('\n');
        return text.Length == 0 && value.Pieces.Count > 1
            ? Trimmed(new Value([.. value.Pieces.Take(value.Pieces.Count - 1)]))
            : new Value([.. value.Pieces.Take(value.Pieces.Count - 1), Piece.Literal(text)]);
    }

    // A process substitution is a file that holds what the commands write.
    private Value Process(ProcessPart process, Scope scope)
    {
        var path = $"/dev/fd/{63 - (_processes++ % 50)}";
        var output = Run(process.Body, Beside(scope), process.Output ? new Value(Piece.Of(PieceKind.Unknown, "")) : null);
        _files[path] = output;
        return Value.Of(path);
    }

    private Value Calculated(ArithmeticPart part, Scope scope)
    {
        var text = ExpandText(part.Body, scope);
        return text.Text is { } known && Arithmetic.Evaluate(known, name => Lookup(name, scope).Text) is { } number
            ? Value.Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : new Value(Piece.Of(PieceKind.Unknown, ""));
    }
}
