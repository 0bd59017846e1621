namespace Sallyport.Syntax.Shell.Code;

/// <summary>Finds the calls in a one-liner and what they are called with: strings, their concatenations, variables that hold them.</summary>
/// <remarks>It knows no language's grammar, only what the usual ones share: names with dots, calls in parentheses, strings, lists, assignments.</remarks>
internal sealed partial class CodeReader(string language, string text, Func<string, CodeValue, IReadOnlyList<CodeValue>, CodeValue> call, Func<Value, Value> shell)
{
    private const int DepthLimit = 40;
    private readonly List<CodeToken> _tokens = new CodeLexer(language, text).Read();
    private readonly Dictionary<string, CodeValue> _variables = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;

    /// <summary>Whether anything in it begins a loop.</summary>
    public bool Loops => _tokens.Exists(t => t.Kind == CodeTokenKind.Name && t.Text is "while" or "for" or "loop" or "forever" or "until");

    public void Run()
    {
        while (_at < _tokens.Count)
        {
            var before = _at;
            Statement();
            if (_at == before)
            {
                _at++;
            }
        }
    }

    private CodeToken Here => _at < _tokens.Count ? _tokens[_at] : new CodeToken(CodeTokenKind.End, "");

    private bool Is(string symbol, int ahead = 0) => _at + ahead < _tokens.Count && _tokens[_at + ahead] is { Kind: CodeTokenKind.Symbol } token && token.Text == symbol;

    private bool Take(string symbol)
    {
        if (!Is(symbol))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Statement()
    {
        var token = Here;
        if (token.Kind == CodeTokenKind.Name)
        {
            if (token.Text is "import" or "from" && language is "python" or "javascript")
            {
                Import();
                return;
            }

            if (token.Text is "const" or "let" or "var" or "my" or "our" or "local" or "return" or "await" or "async" or "print" or "if" or "while" or "do" or "else" or "and" or "or" or "not" or "puts" or "new" or "begin" or "end")
            {
                _at++;
                return;
            }

            if (token.Text == "use" && language == "perl")
            {
                while (_at < _tokens.Count && !Is(";"))
                {
                    _at++;
                }

                return;
            }

            if (Is("=", 1) && !Is("=", 2) && !Is(">", 2))
            {
                _at += 2;
                _variables[token.Text] = Expression();
                return;
            }
        }
        else if (Is("{") && language == "javascript" && Destructured())
        {
            return;
        }

        if (token.Kind is CodeTokenKind.Name or CodeTokenKind.Text or CodeTokenKind.Command || Is("(") || Is("["))
        {
            Expression();
        }
    }

    private CodeValue Expression()
    {
        if (++_depth > DepthLimit)
        {
            _depth--;
            _at = _tokens.Count;
            return CodeValue.Unknown;
        }

        var value = Primary();
        while (true)
        {
            if (Is("+") || (language is "perl" or "php" && Is(".")) || (language == "lua" && Is(".") && Is(".", 1)))
            {
                _at += language == "lua" && Is(".") ? 2 : 1;
                value = Together(value, Primary());
            }
            else if (Here.Kind == CodeTokenKind.Text && value.Name.Length == 0 && language is "python" or "awk" or "ruby")
            {
                value = Together(value, Primary());
            }
            else if (Is("%") && language is "python" or "ruby")
            {
                _at++;
                Primary();
                value = CodeValue.Unknown;
            }
            else if (language == "awk" && Is("|"))
            {
                Piped(value);
            }
            else
            {
                _depth--;
                return value;
            }
        }
    }

    private void Piped(CodeValue value)
    {
        _at++;
        if (Here.Text == "getline")
        {
            shell(value.Value);
        }
        else
        {
            shell(Primary().Value);
        }
    }

    private static CodeValue Together(CodeValue a, CodeValue b) => a.Items is not null && b.Items is not null
        ? new CodeValue(Value.Empty, [.. a.Items, .. b.Items])
        : new CodeValue(Value.Concat(a.Value, b.Value).Text is { } text ? Value.Of(text) : Value.Concat(a.Value, b.Value));

    private CodeValue Primary()
    {
        var token = Here;
        _at++;
        CodeValue value;
        switch (token.Kind)
        {
            case CodeTokenKind.Text:
                value = new CodeValue(token.Value!);
                break;
            case CodeTokenKind.Command:
                value = new CodeValue(shell(token.Value!));
                break;
            case CodeTokenKind.Number:
                value = CodeValue.Of(token.Text);
                break;
            case CodeTokenKind.Name when token.Text is "new" or "await" or "not" or "my" or "lambda" or "do" or "return":
                return Primary();
            case CodeTokenKind.Name:
                value = _variables.GetValueOrDefault(token.Text) ?? new CodeValue(new Value(Piece.Of(PieceKind.Variable, token.Text)), null, token.Text);
                value = Bare(value, token.Text);
                break;
            case CodeTokenKind.Symbol when token.Text == "(":
                value = Inside(")") is [var only] ? only : CodeValue.Unknown;
                break;
            case CodeTokenKind.Symbol when token.Text == "[":
                value = new CodeValue(Value.Empty, [.. Inside("]").Select(v => v.Value)]);
                break;
            case CodeTokenKind.Symbol when token.Text == "$" && Here.Kind == CodeTokenKind.Number:
                _at++;
                value = new CodeValue(new Value(Piece.Of(PieceKind.Unknown, "$" + _tokens[_at - 1].Text)));
                break;
            default:
                _at -= token.Kind == CodeTokenKind.Symbol && token.Text is ")" or "]" or "}" or ";" or "," or "\n" ? 1 : 0;
                return CodeValue.Unknown;
        }

        return Suffixes(value);
    }

    // Perl, Ruby and Lua call without parentheses: `system "…"`.
    private CodeValue Bare(CodeValue value, string name)
    {
        if (name == "fork" && language is "perl" or "ruby" && !Is("("))
        {
            return call(name, CodeValue.Unknown, []);
        }

        if (Here.Kind is not (CodeTokenKind.Text or CodeTokenKind.Command) || value.Name.Length == 0 || CallTable.Find(language, value.Name) is null || language is "python" or "javascript")
        {
            return value;
        }

        var arguments = new List<CodeValue> { Expression() };
        while (Take(","))
        {
            arguments.Add(Expression());
        }

        return call(value.Name.Length > 0 ? value.Name : name, CodeValue.Unknown, arguments);
    }

    private CodeValue Suffixes(CodeValue value)
    {
        while (true)
        {
            if ((Is(".") && !(language is "perl" or "php" or "lua" && Is(".", 1))) || Is("::") || Is("->") || (Is("?") && Is(".", 1)))
            {
                if (_at + 1 >= _tokens.Count || _tokens[_at + 1].Kind != CodeTokenKind.Name)
                {
                    return value;
                }

                _at += 2;
                value = Member(value, _tokens[_at - 1].Text);
            }
            else if (Is("(") && (value.Name.Length > 0 || value.Items is null))
            {
                _at++;
                value = call(value.Name, value, Inside(")"));
            }
            else if (Is("[") && value.Name.Length + value.Value.Pieces.Count > 0)
            {
                _at++;
                value = Indexed(value);
            }
            else
            {
                return value;
            }
        }
    }

    private CodeValue Member(CodeValue value, string member)
    {
        var name = value.Name.Length > 0 ? $"{value.Name}.{member}" : "." + member;
        var result = new CodeValue(value.Value, value.Items, name);
        if (language is "ruby" or "perl" && !Is("(") && Here.Kind != CodeTokenKind.Text)
        {
            return CallTable.Find(language, name) is { } effect && (effect.StartsWith("decode", StringComparison.Ordinal) || effect.Contains("{r}", StringComparison.Ordinal) || effect == "same") ? call(name, value, []) : result;
        }

        return Bare(result, name);
    }

    private CodeValue Indexed(CodeValue value)
    {
        var start = _at;
        var index = Inside("]");
        if (value.Value.Text is { } known && _at - start <= 6 && Is("]", -1) && string.Concat(_tokens.Skip(start).Take(_at - start).Select(t => t.Text)) is "::-1]" or ":::-1]")
        {
            return CodeValue.Of(new string([.. known.Reverse()]));
        }

        if (value.Name.Length > 0 && index is [{ Value.Text: { Length: > 0 } member }] && !char.IsAsciiDigit(member[0]))
        {
            return new CodeValue(value.Value, null, $"{value.Name}.{member}");
        }

        return value.Items is { } items && index is [{ Value.Text: { } number }] && int.TryParse(number, out var at) && at < items.Count ? new CodeValue(items[at]) : value;
    }

    private List<CodeValue> Inside(string close)
    {
        var values = new List<CodeValue>();
        while (_at < _tokens.Count && !Take(close))
        {
            var before = _at;
            if (Here.Kind == CodeTokenKind.Name && Is("=", 1) && !Is("=", 2))
            {
                _at += 2;
                values.Add(Expression());
            }
            else if (Here.Kind is not CodeTokenKind.Symbol || Is("(") || Is("[") || Is("$"))
            {
                values.Add(Expression());
            }

            if (_at == before)
            {
                _at++;
            }
        }

        return values;
    }
}
