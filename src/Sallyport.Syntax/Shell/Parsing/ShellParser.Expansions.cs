using System.Text;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <content>What begins with <c>$</c>, a back quote or <c>&lt;(</c>.</content>
internal sealed partial class ShellParser
{
    private void ReadDollar(WordBuilder builder, bool quoted)
    {
        var c = Next();
        switch (c)
        {
            case '(':
                Skip(1);
                builder.Add(ReadParenthesis(quoted));
                break;
            case '{':
                Skip(2);
                builder.Add(Here() is ' ' or '\n' or '\t' or '|' ? ReadFunctionSubstitution(quoted) : ReadParameter(quoted));
                break;
            case '[':
                Skip(1);
                builder.Add(ReadSubscript() is { } old ? new ArithmeticPart(old, quoted) : new LiteralPart("$", quoted));
                break;
            case '\'' when !quoted:
                Skip(1);
                builder.Add(AnsiText(), true);
                break;
            case '"' when !quoted:
                Skip(2);
                ReadDouble(builder);
                break;
            case '@' or '*' or '#' or '?' or '-' or '$' or '!':
                Skip(2);
                builder.Add(ParameterPart.Plain(c.ToString(), quoted));
                break;
            default:
                if (IsNameStart(c))
                {
                    Skip(1);
                    builder.Add(ParameterPart.Plain(ReadName(), quoted));
                }
                else if (char.IsAsciiDigit(c))
                {
                    Skip(2);
                    builder.Add(ParameterPart.Plain(c.ToString(), quoted));
                }
                else
                {
                    Skip(1);
                    builder.Add('$', quoted);
                }

                break;
        }
    }

    private WordPart ReadParenthesis(bool quoted)
    {
        var start = _at;
        if (Next() == '(' && !_notArithmetic.Contains(start))
        {
            Skip(2);
            if (ReadArithmeticText() is { } body)
            {
                return new ArithmeticPart(body, quoted);
            }

            _notArithmetic.Add(start);
            _at = start;
        }

        return new SubstitutionPart(ReadEnclosed(), quoted);
    }

    private ProcessPart ReadProcess()
    {
        var output = Here() == '>';
        Skip(1);
        return new ProcessPart(ReadEnclosed(), output);
    }

    // Its here-documents are its own: their text stands before the closing parenthesis.
    private CommandList ReadEnclosed()
    {
        var pending = _pending;
        _pending = [];
        ExpectHere('(');
        var body = Enter() ? ReadList() : new CommandList();
        Leave();
        SkipLines();
        ExpectHere(')');
        pending.AddRange(_pending);
        _pending = pending;
        return body;
    }

    private SubstitutionPart ReadFunctionSubstitution(bool quoted)
    {
        Take('|');
        var body = Enter() ? ReadList() : new CommandList();
        Leave();
        SkipLines();
        ExpectHere('}');
        return new SubstitutionPart(body, quoted);
    }

    private SubstitutionPart ReadBackquoted(bool quoted)
    {
        var text = new StringBuilder();
        _at++;
        while (_at < _length && _text[_at] != '`')
        {
            if (_text[_at] == '\\' && _at + 1 < _length && (_text[_at + 1] is '$' or '`' or '\\' || (quoted && _text[_at + 1] == '"')))
            {
                _at++;
            }

            text.Append(_text[_at++]);
        }

        ExpectHere('`');
        var inner = new ShellParser(text.ToString()) { _depth = _depth };
        var list = inner.Enter() ? inner.ReadList() : new CommandList();
        if (inner.Problem is null && inner._at < inner._length)
        {
            inner.Fail($"unexpected `{inner.Rest()}`");
        }

        if (inner.Problem is { } problem)
        {
            Fail(problem);
        }

        return new SubstitutionPart(list, quoted);
    }

    private ParameterPart ReadParameter(bool quoted)
    {
        var (length, indirect) = (false, false);
        if (Here() == '#' && (IsName(Next()) || Next() is '@' or '*' || (Next() is '#' or '?' or '!' or '$' or '-' && At(2) == '}')))
        {
            length = true;
            _at++;
        }
        else if (Here() == '!' && (IsName(Next()) || (Next() is '@' or '*' or '#' or '?' or '$' or '!' && At(2) != '}')))
        {
            indirect = true;
            _at++;
        }

        var name = IsNameStart(Here()) ? ReadName() : ReadSpecial();
        var subscript = Here() == '[' ? ReadSubscript() : null;
        var op = ParameterOperator();
        Skip(op.Length);
        var argument = Here() == '}' && op.Length == 0 ? null : ReadArgument(quoted, op);
        if (!Take('}'))
        {
            Fail("`${` is not closed");
        }

        return new ParameterPart(name, subscript, indirect, length, op, argument, quoted);
    }

    private string ReadSpecial()
    {
        var start = _at;
        if (char.IsAsciiDigit(Here()))
        {
            return ReadName();
        }

        if (Here() is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _at++;
        }

        return _text[start.._at];
    }

    private string ParameterOperator() => (Here(), Next()) switch
    {
        (':', '-') => ":-",
        (':', '=') => ":=",
        (':', '?') => ":?",
        (':', '+') => ":+",
        ('#', '#') => "##",
        ('%', '%') => "%%",
        ('/', '/') => "//",
        ('/', '#') => "/#",
        ('/', '%') => "/%",
        ('^', '^') => "^^",
        (',', ',') => ",,",
        ('}', _) => "",
        (':' or '-' or '=' or '?' or '+' or '#' or '%' or '/' or '^' or ',' or '@' or '*' or '~', _) => Here().ToString(),
        _ => "",
    };

    private Word ReadArgument(bool quoted, string op)
    {
        var literalQuote = quoted && op is ":-" or "-" or ":=" or "=" or ":?" or "?" or ":+" or "+";
        var builder = new WordBuilder(_at);
        if (!Enter())
        {
            return Word.Empty;
        }

        while (Here() is var c and not End and not '}')
        {
            if (c == '\\' && _at + 1 < _length)
            {
                var escaped = _text[_at + 1];
                if (quoted && escaped is not ('$' or '`' or '"' or '\\' or '}'))
                {
                    builder.Add('\\', true);
                }

                builder.Add(escaped, true);
                _at += 2;
            }
            else if ((c == '\'' && literalQuote) || IsMeta(c))
            {
                builder.Add(c, quoted);
                _at++;
            }
            else if (c == '$' && quoted)
            {
                ReadDollar(builder, true);
            }
            else if (c == '`' && quoted)
            {
                builder.Add(ReadBackquoted(true));
            }
            else
            {
                ReadPiece(builder);
            }
        }

        Leave();
        return builder.Build(_at);
    }

    private string AnsiText()
    {
        var end = _at + 1;
        while (end < _length && _text[end] != '\'')
        {
            end += _text[end] == '\\' ? 2 : 1;
        }

        if (end >= _length)
        {
            Fail("a quote is not closed");
            return "";
        }

        var text = AnsiEscapes.Decode(_text.AsSpan(_at + 1, end - _at - 1));
        _at = end + 1;
        return text;
    }
}
