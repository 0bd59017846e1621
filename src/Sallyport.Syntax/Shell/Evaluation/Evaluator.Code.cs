using System.Globalization;
using Sallyport.Syntax.Shell.Code;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>One-liners of other languages: their calls become the shell commands that do the same.</content>
internal sealed partial class Evaluator
{
    private const int CodeLimit = 1 << 18;

    private void RunCode(string language, Value code, Scope scope, Value? input)
    {
        if (code.Pieces.Count == 0 || !Enter())
        {
            return;
        }

        if (scope.Outer is { } outer)
        {
            outer.Code ??= code;
        }

        var source = ToSource(code);
        Spend(source.Length * 2);
        if (source.Length > CodeLimit)
        {
            _problem ??= $"a {language} program longer than {CodeLimit >> 10} KiB";
        }
        else if (_problem is null)
        {
            var call = new Call(scope, input);
            CodeReader? reader = null;
            reader = new CodeReader(language, source, (name, receiver, arguments) => Called(language, name, receiver, arguments, call, reader!), text => RunText(Unmarked(text, input), scope.Clone(), null));
            reader.Run();
            if (language is not "awk" && source.AsSpan().IndexOfAny("(={;\n") < 0 && source.Contains(' ', StringComparison.Ordinal))
            {
                // A line that calls nothing in any of these languages may have been meant for a shell.
                var problem = _problem;
                RunText(code, scope.Clone(), null);
                _problem = problem;
            }
        }

        _depth--;
    }

    // What stood for an unknown piece in the source becomes that piece again.
    private Value Unmarked(Value value, Value? input)
    {
        if (value.Pieces is [{ Kind: PieceKind.Unknown, Text: "$0" }] && input is not null)
        {
            return input;
        }

        var pieces = new List<Piece>();
        foreach (var piece in value.Pieces)
        {
            var from = 0;
            for (var i = 0; piece.Kind == PieceKind.Literal && i < piece.Text.Length; i++)
            {
                if (piece.Text[i] is >= (char)FirstPlaceholder and <= (char)LastPlaceholder)
                {
                    pieces.Add(Piece.Literal(piece.Text[from..i]));
                    pieces.Add(piece.Text[i] - FirstPlaceholder < _placeholders.Count ? _placeholders[piece.Text[i] - FirstPlaceholder] : Piece.Literal("\uFFFD"));
                    from = i + 1;
                }
            }

            pieces.Add(from == 0 ? piece : Piece.Literal(piece.Text[from..]));
        }

        return new Value(pieces);
    }

    private CodeValue Called(string language, string name, CodeValue receiver, IReadOnlyList<CodeValue> arguments, Call call, CodeReader reader)
    {
        var effect = CallTable.Find(language, name);
        Spend(8);
        if (effect is null || _problem is not null)
        {
            return new CodeValue(arguments.Count > 0 && arguments[0].Value.Pieces.Any(p => p.Kind == PieceKind.Output) ? arguments[0].Value : new Value(Piece.Of(PieceKind.Unknown, name)), null, name);
        }

        var first = arguments.Count > 0 ? arguments[0] : CodeValue.Unknown;
        switch (effect)
        {
            case "text":
                return new CodeValue(RunText(Unmarked(first.Value, call.Input), call.Scope.Clone(), null));
            case "argv" or "exec" or "spawn" or "multi":
                return new CodeValue(RunWords(effect, arguments, call));
            case "code":
                RunCode(language, Unmarked(first.Value, call.Input), call.Scope, call.Input);
                Emit([Value.Of("eval"), first.Value], "eval", call);
                return CodeValue.Unknown;
            case "import":
                var module = first.Value.Text ?? "";
                return new CodeValue(Value.Empty, null, module.StartsWith("node:", StringComparison.Ordinal) ? module[5..] : module);
            case "getattr":
                return new CodeValue(Value.Empty, null, $"{first.Name}.{(arguments.Count > 1 ? arguments[1].Value.Known : "")}");
            case "same":
                return arguments.Count > 0 && !name.StartsWith('.') && !(receiver.Value.IsLiteral && receiver.Value.Known.Length > 0) ? first with { Name = name } : receiver.Value.Pieces.Any(p => p.Kind != PieceKind.Variable) ? receiver with { Name = "" } : first with { Name = "" };
            case "open":
                return Opened(arguments, call);
            case "env":
                Emit([Value.Of("printenv"), first.Value], "printenv", call);
                return new CodeValue(new Value(Piece.Of(PieceKind.Variable, first.Value.Known)));
            case "fork":
                Emit([Value.Of("fork")], "fork", call with { Recurses = reader.Loops });
                return CodeValue.Unknown;
            case "unknown":
                return CodeValue.Unknown;
            default:
                return effect.StartsWith("cmd ", StringComparison.Ordinal)
                    ? new CodeValue(Commanded(effect[4..], receiver, arguments, call), null, name)
                    : new CodeValue(Computed(effect, receiver, arguments));
        }
    }

    private Value RunWords(string effect, IReadOnlyList<CodeValue> arguments, Call call)
    {
        var words = arguments.Count > 0 && arguments[0].Items is { } items ? items
            : effect == "spawn" && arguments.Count > 1 && arguments[1].Items is { } rest ? [arguments[0].Value, .. rest]
            : effect == "argv" || (effect == "multi" && arguments.Count > 1 && arguments[1].Items is null) ? arguments.Select(a => a.Value).ToArray()
            : null;
        if (words is { Count: > 0 })
        {
            var inner = call.Scope.Clone();
            return Dispatch([.. words.Select(w => Unmarked(w, call.Input))], new Call(inner, null));
        }

        return arguments.Count > 0 ? RunText(Unmarked(arguments[0].Value, call.Input), call.Scope.Clone(), null) : Value.Empty;
    }

    private CodeValue Opened(IReadOnlyList<CodeValue> arguments, Call call)
    {
        if (arguments.Count == 0)
        {
            return CodeValue.Unknown;
        }

        var path = Unmarked(arguments[0].Value, call.Input);
        var mode = arguments.Count > 1 ? arguments[1].Value.Known : "r";
        if (path.Prefix.StartsWith('|') || path.Known.EndsWith('|'))
        {
            return new CodeValue(RunText(Value.Of(path.Known.Trim('|')), call.Scope.Clone(), null));
        }

        if (mode.AsSpan().IndexOfAny("wax+>") >= 0)
        {
            Emit([], ":", call with { Redirections = [new Redirection(1, mode.AsSpan().IndexOf('a') >= 0 ? ">>" : ">", path)] });
            return new CodeValue(Value.Empty, null, "file");
        }

        var read = Emit([Value.Of("cat"), path], "cat", call);
        return new CodeValue(new Value(Piece.Output(read)), null, "file");
    }

    private Value Commanded(string template, CodeValue receiver, IReadOnlyList<CodeValue> arguments, Call call)
    {
        var words = new List<Value>();
        foreach (var word in template.Split(' '))
        {
            switch (word)
            {
                case "{r}":
                    words.Add(Unmarked(receiver.Value, call.Input));
                    break;
                case "{*}" or "{*2}":
                    words.AddRange(arguments.Skip(word == "{*2}" ? 1 : 0).SelectMany(a => a.Items ?? [a.Value]).Select(v => Unmarked(v, call.Input)));
                    break;
                case "{@2}" or "{@3}":
                    words.AddRange((arguments.ElementAtOrDefault(word[2] - '1')?.Items ?? []).Select(v => Unmarked(v, call.Input)));
                    break;
                default:
                    if (word is ['{', var digit, '}'] && char.IsAsciiDigit(digit))
                    {
                        if (arguments.ElementAtOrDefault(digit - '1') is { } argument)
                        {
                            words.Add(argument.Items is { } items ? Joined(items, ":") : Unmarked(argument.Value, call.Input));
                        }
                    }
                    else
                    {
                        words.Add(Value.Of(word));
                    }

                    break;
            }
        }

        return words.Count == 0 ? Value.Empty : Dispatch(words, new Call(call.Scope.Clone(), null));
    }

    private static Value Computed(string effect, CodeValue receiver, IReadOnlyList<CodeValue> arguments)
    {
        var source = arguments.Count > 0 ? arguments[0] : receiver;
        var text = source.Value.Text ?? "";
        switch (effect)
        {
            case "decode base64":
                return Value.Of(Decoders.Base64(text) ?? "");
            case "decode hex":
                return Value.Of(Decoders.Hex(text) ?? "");
            case "decode reverse":
                return Value.Of(new string([.. (arguments.Count > 0 ? text : receiver.Value.Known).Reverse()]));
            case "decode rot13":
                return Value.Of(Rot13(text));
            case "decode url":
                return Value.Of(Uri.UnescapeDataString(text));
            case "decode codec":
                var codec = arguments.Count > 1 ? arguments[1].Value.Known : "";
                return Value.Of(codec.StartsWith("rot", StringComparison.Ordinal) ? Rot13(text) : codec.StartsWith("hex", StringComparison.Ordinal) ? Decoders.Hex(text) ?? "" : codec.StartsWith("base", StringComparison.Ordinal) ? Decoders.Base64(text) ?? "" : text);
            case "decode chars":
                var codes = arguments.SelectMany(a => a.Items ?? [a.Value]);
                return Value.Of(string.Concat(codes.Select(c => int.TryParse(c.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 ? ((char)code).ToString()
                    : c.Text?.StartsWith("0x", StringComparison.Ordinal) == true && int.TryParse(c.Text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out code) && code is > 0 and < 0xD800 ? ((char)code).ToString() : "")));
            case "buffer":
                var encoding = arguments.Count > 1 ? arguments[1].Value.Known : "";
                return Value.Of(encoding switch { "base64" or "base64url" => Decoders.Base64(text) ?? "", "hex" => Decoders.Hex(text) ?? "", _ => text });
            case "path":
                return Joined([.. arguments.Select(a => a.Value)], "/");
            case "join":
                var (items, separator) = receiver.Items is { } list ? (list, arguments.Count > 0 ? text : "") : (arguments.SelectMany(a => a.Items ?? [a.Value]).ToArray(), receiver.Value.Known);
                return Joined(items, separator) is { } joined && joined.Text is { } whole && separator.Length <= 1 ? Value.Of(whole) : Value.Of(string.Join(separator, items.Select(i => i.Known)));
            case "replace" when arguments.Count > 1 && text.Length > 0:
                return receiver.Value.Text is { } subject ? Value.Of(subject.Replace(text, arguments[1].Value.Known, StringComparison.Ordinal)) : receiver.Value;
            case "split":
                return arguments.Count > 0 && receiver.Value.Pieces.All(p => p.Kind == PieceKind.Variable) ? source.Value : receiver.Value;
            default:
                return receiver.Value;
        }
    }

    private static string Rot13(string text) => string.Concat(text.Select(c =>
        char.IsAsciiLetterLower(c) ? (char)('a' + ((c - 'a' + 13) % 26)) : char.IsAsciiLetterUpper(c) ? (char)('A' + ((c - 'A' + 13) % 26)) : c));
}
