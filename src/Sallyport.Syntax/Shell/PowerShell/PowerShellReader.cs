namespace Sallyport.Syntax.Shell.PowerShell;

/// <summary>Reads PowerShell and follows it in the same step: variables, strings, operators, blocks, pipelines. Work is bounded by its host.</summary>
/// <param name="text">The commands.</param>
/// <param name="variables">Variables by lower-case name; inner blocks share them.</param>
/// <param name="run">Runs a command: its words, its input, its redirections; gives what it writes.</param>
/// <param name="spend">Takes work from the budget; false when it is used up.</param>
internal sealed partial class PowerShellReader(string text, Dictionary<string, PowerShellValue> variables, PowerShellRun run, Func<int, bool> spend)
{
    private const int DepthLimit = 40;
    private const int Rounds = 24;
    private static readonly string[] Keywords =
        ["if", "elseif", "else", "while", "until", "do", "for", "switch", "try", "catch", "finally", "return", "throw", "param", "begin", "process", "end", "trap", "exit", "break", "continue", "using", "workflow", "parallel", "sequence", "data", "class", "enum", "default"];

    private int _at;
    private int _depth;

    /// <summary>What is wrong with the text; null when nothing is.</summary>
    public string? Problem { get; private set; }

    public Value Run()
    {
        var output = Statements('\0');
        if (Problem is null && _at < text.Length)
        {
            Fail($"unexpected `{text[_at]}`");
        }

        return output;
    }

    private char Here => _at < text.Length ? text[_at] : '\0';

    private char Next => _at + 1 < text.Length ? text[_at + 1] : '\0';

    private void Fail(string problem)
    {
        Problem ??= problem;
        _at = text.Length;
    }

    private Value Statements(char close)
    {
        var output = Value.Empty;
        if (++_depth > DepthLimit)
        {
            Fail($"more than {DepthLimit} levels deep");
        }

        while (true)
        {
            SkipSeparators();
            if (_at >= text.Length || Here == close || !spend(2))
            {
                break;
            }

            if (Here is '}' or ')')
            {
                Fail($"unexpected `{Here}`");
                break;
            }

            var before = _at;
            output = Value.Concat(output, Statement());
            if (_at == before)
            {
                Fail($"unexpected `{Here}`");
            }
        }

        _depth--;
        return output;
    }

    private void SkipSeparators()
    {
        while (_at < text.Length)
        {
            SkipBlanks();
            if (Here is '\n' or '\r' or ';' || (Here is '&' && Next == '&') || (Here is '|' && Next == '|') || (Here == '&' && Next is '\0' or '\n'))
            {
                _at += Here is '&' or '|' && Next is '&' or '|' ? 2 : 1;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (Here is ' ' or '\t' || (Here == '`' && Next is '\n' or '\r'))
            {
                _at += Here == '`' ? Next == '\r' && _at + 2 < text.Length && text[_at + 2] == '\n' ? 3 : 2 : 1;
            }
            else if (Here == '#')
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else if (Here == '<' && Next == '#')
            {
                var end = text.IndexOf("#>", _at, StringComparison.Ordinal);
                if (end < 0)
                {
                    Fail("a comment is not closed");
                    return;
                }

                _at = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private Value Statement()
    {
        var word = PeekWord();
        if (word is "function" or "filter")
        {
            return Function(word.Length);
        }

        if (word == "foreach" && After(word.Length) == '(')
        {
            return ForEach();
        }

        if (Array.IndexOf(Keywords, word) >= 0 && (word == "catch" || After(word.Length) is '(' or '{' or '\n' or '\r' or ';' or '\0' or '}' or '$' or '[' || word is "return" or "throw" or "exit"))
        {
            _at += word.Length;
            SkipBlanks();
            while (word == "catch" && Here is '[' or ',')
            {
                var close = Here == ',' ? _at : text.IndexOf(']', _at);
                _at = close < 0 ? text.Length : close + 1;
                SkipSeparators();
            }

            return Here == '{' ? RunBlock(Block()) : Here is ';' or '\n' or '\r' or '}' or '\0' ? Value.Empty : Here == '(' ? Condition() : Pipeline();
        }

        if (Here == '{')
        {
            return RunBlock(Block());
        }

        return Assignment() ? Value.Empty : Pipeline();
    }

    // The parenthesis of `if`, `while`, `switch`, `for`, `catch [Type]`; what it computes runs.
    private Value Condition()
    {
        _at++;
        var output = Statements(')');
        Expect(')');
        SkipBlanks();
        return Here == '{' ? Value.Concat(output, RunBlock(Block())) : output;
    }

    private Value Function(int length)
    {
        _at += length;
        SkipBlanks();
        var start = _at;
        while (_at < text.Length && Here is not ('{' or '(' or ' ' or '\n' or '\r' or '\t'))
        {
            _at++;
        }

        var name = text[start.._at].ToLowerInvariant();
        SkipSeparators();
        if (Here == '(')
        {
            _at++;
            Statements(')');
            Expect(')');
            SkipSeparators();
        }

        if (Here != '{')
        {
            Fail("a function needs a body");
            return Value.Empty;
        }

        variables["function:" + name] = new PowerShellValue([], Block());
        return Value.Empty;
    }

    private Value ForEach()
    {
        _at += 7;
        SkipBlanks();
        _at++;
        SkipBlanks();
        var name = Here == '$' ? VariableName() : "";
        SkipBlanks();
        if (PeekWord() == "in")
        {
            _at += 2;
        }

        var items = new List<Value>();
        while (_at < text.Length && Here != ')')
        {
            var before = _at;
            items.AddRange(Elements().Items);
            SkipSeparators();
            if (_at == before)
            {
                Fail("`foreach` is not whole");
            }
        }

        Expect(')');
        SkipSeparators();
        if (Here != '{')
        {
            Fail("`foreach` needs a block");
            return Value.Empty;
        }

        var block = Block();
        var output = Value.Empty;
        for (var i = 0; i < Math.Max(1, Math.Min(items.Count, Rounds)); i++)
        {
            variables[name] = items.Count == 0 ? PowerShellValue.Unknown(name) : PowerShellValue.Of(items[i]);
            output = Value.Concat(output, RunBlock(block));
        }

        return output;
    }

    /// <summary>Runs a block in the variables of this text.</summary>
    private Value RunBlock(string block)
    {
        if (!spend(block.Length))
        {
            return Value.Empty;
        }

        var inner = new PowerShellReader(block, variables, run, spend) { _depth = _depth + 1 };
        var output = inner._depth > DepthLimit ? Value.Empty : inner.Run();
        if (inner.Problem is not null || inner._depth > DepthLimit)
        {
            Fail(inner.Problem ?? $"more than {DepthLimit} levels deep");
        }

        return output;
    }

    private bool Assignment()
    {
        var start = _at;
        while (Here == '[' && _at < text.Length)
        {
            var close = text.IndexOf(']', _at);
            if (close < 0)
            {
                break;
            }

            _at = close + 1;
            SkipBlanks();
        }

        if (Here != '$' || Next is '(' or '\0')
        {
            _at = start;
            return false;
        }

        var name = VariableName();
        while (Here == '.' && char.IsAsciiLetter(Next))
        {
            _at++;
            while (char.IsAsciiLetterOrDigit(Here))
            {
                _at++;
            }
        }

        SkipBlanks();
        var append = Here == '+' && Next == '=';
        if (!append && !(Here == '=' && Next != '=') && !(Here is '-' or '*' or '?' && Next == '='))
        {
            _at = start;
            return false;
        }

        _at += Here == '=' ? 1 : 2;
        SkipSeparators();
        var value = Here == '{' ? new PowerShellValue([], Block()) : Assigned();
        variables[name] = append && variables.TryGetValue(name, out var before) ? Sum(before, value) : value;
        return true;
    }

    // What is assigned is a pipeline: an expression keeps what it is, a command gives its output.
    private PowerShellValue Assigned()
    {
        var word = PeekWord();
        if (Array.IndexOf(Keywords, word) >= 0 || (word == "foreach" && After(word.Length) == '('))
        {
            return PowerShellValue.Of(Statement());
        }

        if (!StartsExpression())
        {
            return PowerShellValue.Of(Pipeline());
        }

        var value = Elements();
        SkipBlanks();
        return Here == '|' && Next != '|' ? PowerShellValue.Of(Piped(value.Whole)) : value;
    }

    private void Expect(char c)
    {
        SkipSeparators();
        if (Here == c)
        {
            _at++;
        }
        else
        {
            Fail(_at >= text.Length ? $"the end comes before `{c}`" : $"`{c}` is expected before `{Here}`");
        }
    }

    private string PeekWord()
    {
        var end = _at;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '-'))
        {
            end++;
        }

        return text[_at..end].ToLowerInvariant();
    }

    private char After(int length)
    {
        var at = _at + length;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }
}
