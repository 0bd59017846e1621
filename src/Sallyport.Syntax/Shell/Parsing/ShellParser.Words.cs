using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <content>Words and quoting.</content>
internal sealed partial class ShellParser
{
    private Word ReadWord()
    {
        var builder = new WordBuilder(_at);
        var patterns = 0;
        while (true)
        {
            var c = Here();
            if (c is '<' or '>' && Next() == '(' && patterns == 0)
            {
                builder.Add(ReadProcess());
                continue;
            }

            if (IsMeta(c))
            {
                if (c == End)
                {
                    if (patterns > 0)
                    {
                        Fail("the end comes inside a pattern list");
                    }

                    break;
                }

                if (c == '(' && (patterns > 0 || builder.Last is '?' or '*' or '+' or '@' or '!'))
                {
                    patterns++;
                }
                else if (patterns == 0)
                {
                    break;
                }
                else if (c == ')')
                {
                    patterns--;
                }

                builder.Add(c, false);
                _at++;
                continue;
            }

            ReadPiece(builder);
        }

        if (builder.Build(_at) is { Parts.Count: > 0 } word)
        {
            return word;
        }

        Fail($"unexpected `{Rest()}`");
        return Word.Empty;
    }

    /// <summary>One character, quotation or expansion outside of quotes.</summary>
    private void ReadPiece(WordBuilder builder)
    {
        var c = Here();
        switch (c)
        {
            case '\\':
                builder.Add(_at + 1 < _length ? _text[_at + 1] : '\\', true);
                _at = Math.Min(_at + 2, _length);
                break;
            case '\'':
                ReadSingle(builder);
                break;
            case '"':
                _at++;
                ReadDouble(builder);
                break;
            case '$':
                ReadDollar(builder, false);
                break;
            case '`':
                builder.Add(ReadBackquoted(false));
                break;
            case End:
                break;
            default:
                builder.Add(c, false);
                _at++;
                break;
        }
    }

    private void ReadSingle(WordBuilder builder)
    {
        var end = _text.IndexOf('\'', _at + 1);
        if (end < 0)
        {
            Fail("a single quote is not closed");
            return;
        }

        builder.Add(_text.AsSpan(_at + 1, end - _at - 1), true);
        _at = end + 1;
    }

    private void ReadDouble(WordBuilder builder)
    {
        var inner = Enter() ? ReadQuotedText('"') : Word.Empty;
        Leave();
        if (inner.Parts.Count == 0)
        {
            builder.Add("", true);
        }

        builder.Add(inner);
        if (!Take('"'))
        {
            Fail("a double quote is not closed");
        }
    }

    /// <summary>Text in which only <c>$</c>, back quotes and some backslashes mean something, up to <paramref name="terminator"/>.</summary>
    private Word ReadQuotedText(char terminator)
    {
        var builder = new WordBuilder(_at);
        while (true)
        {
            var c = Here();
            if (c == End || c == terminator)
            {
                return builder.Build(_at);
            }

            if (!ReadQuotedPiece(builder, c, terminator))
            {
                builder.Add(c, true);
                _at++;
            }
        }
    }

    private bool ReadQuotedPiece(WordBuilder builder, char c, char terminator)
    {
        switch (c)
        {
            case '\\' when _at + 1 < _length && (_text[_at + 1] is '$' or '`' or '\\' || (_text[_at + 1] == terminator && terminator != ')')):
                builder.Add(_text[_at + 1], true);
                _at += 2;
                return true;
            case '\\' when _at + 1 < _length:
                builder.Add('\\', true);
                builder.Add(_text[_at + 1], true);
                _at += 2;
                return true;
            case '$':
                ReadDollar(builder, true);
                return true;
            case '`':
                builder.Add(ReadBackquoted(terminator == '"'));
                return true;
            default:
                return false;
        }
    }

    private Word ReadRegex()
    {
        var builder = new WordBuilder(_at);
        var parentheses = 0;
        while (true)
        {
            var c = Here();
            if (c == End || (parentheses == 0 && (IsBlank(c) || c == ')')))
            {
                return builder.Build(_at);
            }

            if (IsMeta(c))
            {
                parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
                builder.Add(c, false);
                _at++;
                continue;
            }

            ReadPiece(builder);
        }
    }

    /// <summary>What stands in brackets after a name; null when they are not closed.</summary>
    private Word? ReadSubscript()
    {
        var (save, problem) = (_at, Problem);
        _at++;
        var builder = new WordBuilder(_at);
        for (var brackets = 1; ;)
        {
            var c = Here();
            if (c == End || c == '\n')
            {
                (_at, Problem) = (save, problem);
                return null;
            }

            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (brackets == 0)
            {
                _at++;
                return builder.Build(_at);
            }

            ReadPiece(builder);
        }
    }

    /// <summary>The text of an arithmetic expression up to <c>))</c>; null, with nothing taken, where it is no such expression.</summary>
    private Word? ReadArithmeticText()
    {
        var (save, problem, pending) = (_at, Problem, _pending);
        _pending = [];
        var builder = new WordBuilder(_at);
        var parentheses = 0;
        var entered = Enter();
        while (entered)
        {
            var c = Here();
            if (c == End || (c == ')' && parentheses == 0))
            {
                break;
            }

            parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (IsMeta(c))
            {
                builder.Add(c, true);
                _at++;
            }
            else
            {
                ReadPiece(builder);
            }
        }

        Leave();
        _pending = pending;
        if (Problem is null && Here() == ')' && Next() == ')')
        {
            Skip(2);
            return builder.Build(_at);
        }

        (_at, Problem) = (save, problem);
        return null;
    }
}
