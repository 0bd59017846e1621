using System.Globalization;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <content>Parameters and their operators.</content>
internal sealed partial class Evaluator
{
    private static readonly HashSet<string> Ambient = new(StringComparer.Ordinal)
    {
        "HOME", "TMPDIR", "TMP", "TEMP", "PATH", "USER", "LOGNAME", "SHELL", "HOSTNAME", "OLDPWD", "EDITOR", "VISUAL", "PAGER", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
        "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "VIRTUAL_ENV", "GOPATH", "JAVA_HOME", "CARGO_HOME", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE", "LANG", "TERM",
    };

    /// <summary>The value of a variable; a variable that nobody set is an unknown with its name.</summary>
    private Value Lookup(string name, Scope scope)
    {
        if (scope.Variables.TryGetValue(name, out var variable))
        {
            _choices = Math.Max(_choices, variable.Possible.Count);
            return variable.Possible[Math.Min(_choice, variable.Possible.Count - 1)];
        }

        if (name.Length > 0 && char.IsAsciiDigit(name[0]) && int.TryParse(name, CultureInfo.InvariantCulture, out var position))
        {
            return position == 0 ? scope.Zero : position <= scope.Positional.Count ? scope.Positional[position - 1] : Value.Empty;
        }

        return name switch
        {
            "@" or "*" => Joined(scope.Positional, name == "*" ? Separators(scope) : " "),
            "#" => Value.Of(scope.Positional.Count.ToString(CultureInfo.InvariantCulture)),
            "IFS" => Value.Of(" \t\n"),
            "PWD" => scope.Directory.Pieces.Count == 0 ? new Value(Piece.Of(PieceKind.Variable, "PWD")) : scope.Directory,
            "!" or "-" or "_" => Value.Empty,
            _ => new Value(Piece.Of(PieceKind.Variable, name)),
        };
    }

    private static Value Joined(IReadOnlyList<Value> values, string separator)
    {
        var output = new OutputBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            output.Add(i > 0 && separator.Length > 0 ? Value.Of(separator[..1]) : Value.Empty);
            output.Add(values[i]);
        }

        return output.Build();
    }

    /// <summary>The values of <c>$@</c>, <c>$*</c> and <c>${a[@]}</c>, which make a word each; null for everything else.</summary>
    private IReadOnlyList<Value>? Several(ParameterPart part, Scope scope)
    {
        if (part.Length || part.Indirect || part.Operator is not ("" or ":"))
        {
            return null;
        }

        var all = part.Subscript?.Constant;
        var values = part.Name is "@" or "*" ? scope.Positional
            : all is "@" or "*" && scope.Variables.GetValueOrDefault(part.Name)?.Elements is { } elements ? elements
            : null;
        if (values is null || (part.Quoted && (part.Name == "*" || all == "*")))
        {
            return null;
        }

        if (part.Operator == ":" && ExpandText(part.Argument ?? Word.Empty, scope).Text is { } slice)
        {
            var numbers = slice.Split(':');
            var skip = int.TryParse(numbers[0], CultureInfo.InvariantCulture, out var from) ? Math.Max(0, part.Name is "@" or "*" ? from - 1 : from) : 0;
            var take = numbers.Length > 1 && int.TryParse(numbers[1], CultureInfo.InvariantCulture, out var count) ? Math.Max(0, count) : values.Count;
            return [.. values.Skip(skip).Take(take)];
        }

        return values;
    }

    private Value Parameter(ParameterPart part, Scope scope, bool quoted)
    {
        var value = Base(part, scope, out var set);
        if (part.Length)
        {
            return value.Text is { } known ? Value.Of(known.Length.ToString(CultureInfo.InvariantCulture)) : new Value(Piece.Of(PieceKind.Unknown, ""));
        }

        if (part.Operator.Length == 0)
        {
            return value;
        }

        if (part.Operator is ":-" or "-" or ":=" or "=" or ":?" or "?" or ":+" or "+")
        {
            return Defaulted(part, scope, value, set);
        }

        var argument = ExpandText(part.Argument ?? Word.Empty, scope);
        if (value.Text is not { } text)
        {
            return value;
        }

        Spend(text.Length + argument.Known.Length);
        return part.Operator switch
        {
            "#" or "##" or "%" or "%%" => argument.Text is { } affix ? Value.Of(Trim(text, affix, part.Operator)) : value,
            "/" or "//" or "/#" or "/%" => Replaced(text, part, scope),
            "^" => Value.Of(text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..]),
            "^^" => Value.Of(text.ToUpperInvariant()),
            "," => Value.Of(text.Length == 0 ? "" : char.ToLowerInvariant(text[0]) + text[1..]),
            ",," => Value.Of(text.ToLowerInvariant()),
            "~" => Value.Of(text),
            ":" => Slice(text, argument, scope),
            "@" when argument.Text == "E" => Value.Of(Parsing.AnsiEscapes.Decode(text)),
            "@" when argument.Text == "U" => Value.Of(text.ToUpperInvariant()),
            "@" when argument.Text == "L" => Value.Of(text.ToLowerInvariant()),
            _ => value,
        };
    }

    private Value Base(ParameterPart part, Scope scope, out bool set)
    {
        var name = part.Name;
        if (part.Indirect)
        {
            var target = Lookup(name, scope);
            name = target.Text ?? "";
            set = scope.Variables.ContainsKey(name);
            return part.Operator is "*" or "@" ? new Value(Piece.Of(PieceKind.Unknown, ""))
                : name.Length > 0 ? Lookup(name, scope) : new Value(Piece.Of(PieceKind.Unknown, ""));
        }

        set = scope.Variables.ContainsKey(name) || name is "@" or "*" or "#" or "IFS" || (name.Length > 0 && char.IsAsciiDigit(name[0]) && !Lookup(name, scope).Equals(Value.Empty));
        if (part.Subscript is not { } subscript || !scope.Variables.TryGetValue(name, out var variable))
        {
            return Lookup(name, scope);
        }

        var index = ExpandText(subscript, scope);
        var elements = variable.Elements ?? variable.Possible;
        return index.Text switch
        {
            "@" or "*" => part.Length ? Value.Of(new string('x', elements.Count)) : Joined(elements, " "),
            { } key when scope.Variables.TryGetValue($"{name}[{key}]", out var element) => element.Possible[0],
            { } key when Arithmetic.Evaluate(key, n => Lookup(n, scope).Text) is { } number =>
                number + (number < 0 ? elements.Count : 0) is >= 0 and var at && at < elements.Count ? elements[(int)at] : Value.Empty,
            _ => new Value(Piece.Of(PieceKind.Unknown, "")),
        };
    }

    // An unset variable takes its default, a well-known one keeps its unknown value.
    private Value Defaulted(ParameterPart part, Scope scope, Value value, bool set)
    {
        var argument = ExpandText(part.Argument ?? Word.Empty, scope);
        var empty = part.Operator[0] == ':' && value.Pieces.Count == 0;
        switch (part.Operator[^1])
        {
            case '+':
                return set || value.IsLiteral == false ? argument : Value.Empty;
            case '?':
                return value;
            default:
                if ((set && !empty) || (!set && Ambient.Contains(part.Name)))
                {
                    return value;
                }

                if (part.Operator[^1] == '=')
                {
                    scope.Set(part.Name, argument);
                }

                return argument;
        }
    }

    private static string Trim(string text, string pattern, string op)
    {
        var (front, longest) = (op[0] == '#', op.Length == 2);
        for (var i = 0; i <= text.Length; i++)
        {
            var length = longest ? text.Length - i : i;
            var part = front ? text.AsSpan(0, length) : text.AsSpan(text.Length - length);
            if (GlobPattern.Matches(pattern, part))
            {
                return front ? text[length..] : text[..^length];
            }
        }

        return text;
    }

    private Value Replaced(string text, ParameterPart part, Scope scope)
    {
        var (pattern, replacement) = SplitArgument(part.Argument ?? Word.Empty);
        var from = ExpandText(pattern, scope);
        var to = ExpandText(replacement, scope);
        if (from.Text is not { Length: > 0 } search)
        {
            return Value.Of(text);
        }

        var output = new OutputBuilder();
        var at = 0;
        var start = 0;
        while (start < text.Length)
        {
            var length = part.Operator == "/%" ? (GlobPattern.Matches(search, text.AsSpan(start)) ? text.Length - start : -1) : GlobPattern.LongestPrefix(search, text.AsSpan(start));
            Spend(1 + search.Length + (length < 0 ? text.Length - start : 0));
            if (length > 0)
            {
                output.Add(Value.Of(text[at..start]));
                output.Add(to);
                at = start + length;
                start = at;
                if (part.Operator != "//")
                {
                    break;
                }
            }
            else if (part.Operator == "/#" || _problem is not null)
            {
                break;
            }
            else
            {
                start++;
            }
        }

        output.Add(Value.Of(text[at..]));
        var result = output.Build();
        return result.Text is { } whole ? Value.Of(whole) : result;
    }

    private static (Word Pattern, Word Replacement) SplitArgument(Word argument)
    {
        for (var i = 0; i < argument.Parts.Count; i++)
        {
            if (argument.Parts[i] is LiteralPart literal && literal.Text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash)
            {
                return (
                    new Word([.. argument.Parts.Take(i), new LiteralPart(literal.Text[..slash], literal.Quoted)], 0, 0),
                    new Word([new LiteralPart(literal.Text[(slash + 1)..], true), .. argument.Parts.Skip(i + 1)], 0, 0));
            }
        }

        return (argument, Word.Empty);
    }

    private Value Slice(string text, Value argument, Scope scope)
    {
        if (argument.Text is not { } known)
        {
            return new Value(Piece.Of(PieceKind.Unknown, ""));
        }

        var colon = known.IndexOf(':', StringComparison.Ordinal);
        var first = Arithmetic.Evaluate(colon < 0 ? known : known[..colon], n => Lookup(n, scope).Text);
        var second = colon < 0 ? text.Length : Arithmetic.Evaluate(known[(colon + 1)..], n => Lookup(n, scope).Text);
        if (first is not { } from || second is not { } length)
        {
            return new Value(Piece.Of(PieceKind.Unknown, ""));
        }

        var start = Math.Clamp(from < 0 ? text.Length + from : from, 0, text.Length);
        var end = Math.Clamp(length < 0 ? text.Length + length : start + Math.Min(length, text.Length), start, text.Length);
        return Value.Of(text[(int)start..(int)end]);
    }
}
