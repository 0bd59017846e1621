using System.Globalization;

namespace Sallyport.Syntax.Shell.PowerShell;

/// <content>Expressions: strings, variables, operators, members.</content>
internal sealed partial class PowerShellReader
{
    /// <summary>An expression; a comma binds closer than any operator.</summary>
    private PowerShellValue Elements()
    {
        if (++_depth > DepthLimit || !spend(2))
        {
            Fail($"more than {DepthLimit} levels deep");
        }

        var value = List();
        while (Problem is null && PeekOperator() is { } op)
        {
            value = Operated(value, op);
        }

        SkipBlanks();
        while (Here == ',' && Problem is null)
        {
            _at++;
            SkipSeparators();
            value = new PowerShellValue([.. value.Items, .. Expression().Items]);
            SkipBlanks();
        }

        _depth--;
        return value;
    }

    private PowerShellValue Expression()
    {
        if (++_depth > DepthLimit || !spend(2))
        {
            Fail($"more than {DepthLimit} levels deep");
        }

        var value = Postfix();
        while (Problem is null && PeekOperator() is { } op)
        {
            value = Operated(value, op);
        }

        _depth--;
        return value;
    }

    private string? PeekOperator()
    {
        SkipBlanks();
        if (Here is '+' or '*' or '/' or '%' && Next != '=')
        {
            return Here.ToString();
        }

        if (Here == '.' && Next == '.')
        {
            return "..";
        }

        if (Here != '-')
        {
            return null;
        }

        if (!char.IsAsciiLetter(Next))
        {
            return Next is ' ' or '$' or '(' || char.IsAsciiDigit(Next) ? "-" : null;
        }

        var word = PeekWord();
        return word is "-f" or "-join" or "-split" or "-replace" or "-creplace" or "-ireplace" or "-eq" or "-ne" or "-gt" or "-lt" or "-ge" or "-le" or "-like" or "-notlike" or "-match" or "-notmatch" or "-and" or "-or" or "-xor"
            or "-is" or "-as" or "-in" or "-notin" or "-contains" or "-bxor" or "-band" or "-bor" or "-shl" or "-shr" ? word : null;
    }

    private PowerShellValue Operated(PowerShellValue left, string op)
    {
        _at += op.Length;
        SkipSeparators();
        var right = op is "-f" or "-replace" or "-creplace" or "-ireplace" or "-join" ? List() : Postfix();
        switch (op)
        {
            case "+":
                return Sum(left, right);
            case "*" when left.Items is [{ Text: { } repeated }] && int.TryParse(right.Whole.Text, out var times) && times is >= 0 and <= 1000 && repeated.Length * times < 100_000:
                return PowerShellValue.Of(string.Concat(Enumerable.Repeat(repeated, times)));
            case "-f":
                return PowerShellValue.Of(Formatted(left.Whole, right.Items));
            case "-join":
                return PowerShellValue.Of(Value.Of(string.Join(right.Whole.Known, left.Items.Select(i => i.Known))));
            case "-split":
                return left.Whole.Text is { } source && right.Whole.Text is { Length: > 0 } separator ? new PowerShellValue([.. source.Split(separator).Select(Value.Of)]) : left;
            case "-replace" or "-creplace" or "-ireplace":
                return left.Whole.Text is { } subject && right.Items is [{ Text: { Length: > 0 } from }, ..] ? PowerShellValue.Of(subject.Replace(from, right.Items.Count > 1 ? right.Items[1].Known : "", StringComparison.OrdinalIgnoreCase)) : left;
            case "..":
                return int.TryParse(left.Whole.Text, out var first) && int.TryParse(right.Whole.Text, out var last) && Math.Abs((long)last - first) < 500
                    ? new PowerShellValue([.. Enumerable.Range(0, Math.Abs(last - first) + 1).Select(i => Value.Of((first + (last >= first ? i : -i)).ToString(CultureInfo.InvariantCulture)))])
                    : PowerShellValue.Unknown("range");
            case "-bxor" when long.TryParse(left.Whole.Text, out var a) && long.TryParse(right.Whole.Text, out var b):
                return PowerShellValue.Of((a ^ b).ToString(CultureInfo.InvariantCulture));
            default:
                return op is "-" or "/" or "%" or "*" ? PowerShellValue.Unknown("number") : PowerShellValue.None;
        }
    }

    private PowerShellValue List()
    {
        var first = Postfix();
        SkipBlanks();
        if (Here != ',')
        {
            return first;
        }

        var items = new List<Value>(first.Items);
        while (Here == ',' && Problem is null)
        {
            _at++;
            SkipSeparators();
            items.AddRange(Postfix().Items);
            SkipBlanks();
        }

        return new PowerShellValue(items);
    }

    private static PowerShellValue Sum(PowerShellValue left, PowerShellValue right)
    {
        if (left.Items.Count > 1 || right.Items.Count > 1)
        {
            return new PowerShellValue([.. left.Items, .. right.Items]);
        }

        var sum = Value.Concat(left.Whole, right.Whole);
        return PowerShellValue.Of(sum.Text is { } text ? Value.Of(text) : sum);
    }

    private static Value Formatted(Value format, IReadOnlyList<Value> arguments)
    {
        if (format.Text is not { } pattern)
        {
            return format;
        }

        var output = Value.Empty;
        for (var i = 0; i < pattern.Length;)
        {
            var close = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (close > 0 && int.TryParse(pattern.AsSpan(i + 1, close - i - 1), CultureInfo.InvariantCulture, out var index))
            {
                output = Value.Concat(output, index < arguments.Count ? arguments[index] : Value.Empty);
                i = close + 1;
            }
            else
            {
                output = Value.Concat(output, Value.Of(pattern[i].ToString()));
                i++;
            }
        }

        return output.Text is { } whole ? Value.Of(whole) : output;
    }

    private PowerShellValue Postfix()
    {
        SkipBlanks();
        var value = Primary();
        while (Problem is null)
        {
            if ((Here == '.' && (char.IsAsciiLetter(Next) || Next is '"' or '\'')) || (Here == ':' && Next == ':'))
            {
                _at += Here == ':' ? 2 : 1;
                var name = Here is '"' or '\'' ? Primary().Whole.Known : Member();
                value = Here == '(' ? Method(value, name, Arguments()) : new PowerShellValue(value.Items, value.Script) { Type = value.Type.Length > 0 ? $"{value.Type}.{name}" : "" };
            }
            else if (Here is '+' or '-' && Next == Here)
            {
                _at += 2;
            }
            else if (Here == '[' && (value.Items.Count > 0 || value.Script is not null))
            {
                _at++;
                var index = Statements(']');
                Expect(']');
                value = Indexed(value, index);
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private string Member()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Here) || Here == '_')
        {
            _at++;
        }

        return text[start.._at];
    }

    private List<PowerShellValue> Arguments()
    {
        _at++;
        var values = new List<PowerShellValue>();
        SkipSeparators();
        while (_at < text.Length && Here != ')' && Problem is null)
        {
            var before = _at;
            values.Add(Here == '{' ? new PowerShellValue([], Block()) : Expression());
            SkipSeparators();
            if (Here == ',')
            {
                _at++;
                SkipSeparators();
            }
            else if (_at == before)
            {
                Fail($"unexpected `{Here}`");
            }
        }

        Expect(')');
        return values;
    }

    private static PowerShellValue Indexed(PowerShellValue value, Value index)
    {
        var numbers = index.Known.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (value.Items is [{ Text: { } whole }] && numbers.Length > 0 && numbers.All(n => int.TryParse(n, out _)))
        {
            return new PowerShellValue([.. numbers.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Select(n => n < 0 ? n + whole.Length : n).Where(n => n >= 0 && n < whole.Length).Select(n => Value.Of(whole[n].ToString()))]);
        }

        return value.Items.Count > 1 && numbers.Length > 0 && numbers.All(n => int.TryParse(n, out _))
            ? new PowerShellValue([.. numbers.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Select(n => n < 0 ? n + value.Items.Count : n).Where(n => n >= 0 && n < value.Items.Count).Select(n => value.Items[n])])
            : value;
    }

    private PowerShellValue Primary()
    {
        switch (Here)
        {
            case '\'':
                return PowerShellValue.Of(Single());
            case '"':
                return PowerShellValue.Of(Double());
            case '@' when Next is '\'' or '"':
                return PowerShellValue.Of(HereString());
            case '@' when Next is '(' or '{':
                return Collection();
            case '(':
                _at++;
                return Inner();
            case '$' when Next == '(':
                _at += 2;
                return Inner();
            case '$':
                var name = VariableName();
                return Known(name);
            case '[':
                return TypeOrCast();
            case '{':
                return new PowerShellValue([], Block());
            case '!' or '-' or '+':
                var sign = Here;
                _at++;
                if (sign == '-' && PeekWord() is "join" or "split" or "not" or "bnot")
                {
                    var word = PeekWord();
                    _at += word.Length;
                    var operand = Elements();
                    return word == "join" ? PowerShellValue.Of(string.Concat(operand.Items.Select(i => i.Known))) : operand;
                }

                var signed = Postfix();
                return sign == '-' && signed.Whole.Text is { Length: > 0 } digits && char.IsAsciiDigit(digits[0]) ? PowerShellValue.Of("-" + digits) : signed;
            default:
                return Number();
        }
    }

    private PowerShellValue Inner()
    {
        SkipSeparators();
        if (StartsExpression() && Here != '{')
        {
            var save = _at;
            if (!Assignment())
            {
                var value = Elements();
                SkipSeparators();
                if (Here == ')')
                {
                    _at++;
                    return value;
                }

                if (Here == '|')
                {
                    var piped = Piped(value.Whole);
                    var rest = Statements(')');
                    Expect(')');
                    return PowerShellValue.Of(Value.Concat(piped, rest));
                }

                if (Problem is null && text[save..Math.Min(_at, text.Length)].Contains(';', StringComparison.Ordinal) is false && Here is not ';' and not '\n')
                {
                    Fail($"`)` is expected before `{Here}`");
                    return value;
                }
            }
        }

        var output = Statements(')');
        Expect(')');
        return PowerShellValue.Of(output);
    }

    private PowerShellValue Number()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Here) || (Here == '.' && char.IsAsciiDigit(Next)))
        {
            _at++;
        }

        if (_at == start)
        {
            Fail(_at < text.Length ? $"unexpected `{Here}`" : "the end comes too early");
            return PowerShellValue.None;
        }

        var word = text[start.._at];
        return PowerShellValue.Of(word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(word.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : word);
    }
}
