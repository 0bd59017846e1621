using System.Text;
using Sallyport.Syntax.Shell.Parsing;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Programs whose output follows from their input: what hides commands is undone.</content>
internal sealed partial class Evaluator
{
    /// <summary>What a program writes, where that is known; null otherwise.</summary>
    private Value? Simulate(string program, IReadOnlyList<Value> words, Call call)
    {
        var scope = call.Scope;
        var input = call.Input ?? Value.Empty;
        return program switch
        {
            "echo" => Echo(words),
            "printf" => Printf.Format([.. words.Skip(1)]),
            "pwd" => scope.Directory.Pieces.Count == 0 ? new Value(Piece.Of(PieceKind.Variable, "PWD")) : scope.Directory,
            "cat" or "tee" or "sponge" or "pv" or "bat" => Copied(program, words, call),
            "true" or ":" or "false" or "sleep" or "wait" or "test" or "[" => Value.Empty,
            "yes" => words.Count > 1 ? Joined([.. words.Skip(1)], " ") : Value.Of("y\n"),
            "which" or "realpath" or "readlink" or "type" when words.Count > 1 => words[^1],
            "basename" when words is [_, { Text: { } path }] => Value.Of(path[(path.TrimEnd('/').LastIndexOf('/') + 1)..]),
            "dirname" when words is [_, { Text: { } path }] => Value.Of(path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : path.StartsWith('/') ? "/" : "."),
            "base64" or "openssl" or "base32" or "xxd" or "rev" or "tac" or "tr" or "sed" or "head" or "tail" or "sort" or "uniq" or "cut" or "fold" or "awk" or "nl" or "grep" or "uudecode" or "gunzip" or "zcat" or "gzip"
                => Source(program, words, call, input).Text is { } text ? Filtered(program, words, text) : null,
            "env" or "printenv" when words is [_, { Text: { } name }] && scope.Variables.TryGetValue(name, out var variable) => variable.Possible[0],
            _ => null,
        };
    }

    // A filter reads its operands where it has some, and its input where it has none.
    private Value Source(string program, IReadOnlyList<Value> words, Call call, Value input)
    {
        if (program is "tr" or "rev" or "tac")
        {
            return input;
        }

        for (var i = words.Count - 1; i > 0; i--)
        {
            if (Key(words[i], call.Scope) is { } key && _files.TryGetValue(key, out var content))
            {
                return content;
            }
        }

        return call.Input is null ? new Value(Piece.Of(PieceKind.Unknown, "")) : input;
    }

    private static string Filtered(string program, string text) => program switch
    {
        "rev" => string.Join('\n', text.Split('\n').Select(l => new string([.. l.Reverse()]))),
        "tac" => string.Join('\n', text.TrimEnd('\n').Split('\n').Reverse()) + "\n",
        _ => text,
    };

    private Value? Filtered(string program, IReadOnlyList<Value> words, string text)
    {
        Spend(text.Length * 2);
        var options = words.Skip(1).Select(w => w.Known).ToArray();
        var result = program switch
        {
            "base64" => Array.Exists(options, o => o is "-d" or "-D" or "--decode" || (o.StartsWith('-') && !o.StartsWith("--", StringComparison.Ordinal) && o.Contains('d', StringComparison.Ordinal)))
                ? Decoders.Base64(text) : Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + "\n",
            "openssl" => options.Contains("-d") && (options.Contains("-base64") || options.Contains("base64") || options.Contains("-a") || options.Contains("-A")) ? Decoders.Base64(text) : null,
            "base32" => Array.Exists(options, o => o is "-d" or "--decode") ? Decoders.Base32(text) : null,
            "xxd" => Array.Exists(options, o => o is "-r" or "-rp" || o.StartsWith("-r", StringComparison.Ordinal)) ? Decoders.Hex(text) : null,
            "tr" => Translation.Apply(options, text),
            "sed" => Substitution.Apply(options, text),
            "rev" or "tac" => Filtered(program, text),
            "cut" or "awk" or "fold" or "nl" or "uudecode" or "gunzip" or "zcat" or "gzip" => null,
            _ => text,
        };
        return result is null ? null : Value.Of(result);
    }

    private static Value Echo(IReadOnlyList<Value> words)
    {
        var (from, escapes, line) = (1, false, true);
        for (; from < words.Count && words[from].Text is { Length: > 1 } option && option[0] == '-' && option.AsSpan(1).IndexOfAnyExcept("neE") < 0; from++)
        {
            escapes = option.Contains('e', StringComparison.Ordinal) || (escapes && !option.Contains('E', StringComparison.Ordinal));
            line &= !option.Contains('n', StringComparison.Ordinal);
        }

        var value = Joined([.. words.Skip(from)], " ");
        if (escapes)
        {
            value = new Value([.. value.Pieces.Select(p => p.Kind == PieceKind.Literal ? Piece.Literal(AnsiEscapes.Decode(p.Text, true)) : p)]);
        }

        value = line ? Value.Concat(value, Value.Of("\n")) : value;
        return value.Text is { } text ? Value.Of(text) : value;
    }

    private Value Copied(string program, IReadOnlyList<Value> words, Call call)
    {
        var output = new OutputBuilder();
        var any = false;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Text is { Length: > 1 } option && option[0] == '-')
            {
                continue;
            }

            if (program is "tee" or "sponge")
            {
                Write(words[i], call.Input ?? Value.Empty, false, call.Scope);
                continue;
            }

            any = true;
            output.Add(words[i].Text == "-" ? call.Input ?? Value.Empty : Content(words[i], call.Scope));
        }

        return any ? output.Build() : call.Input ?? new Value(Piece.Of(PieceKind.Unknown, ""));
    }
}
