using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <content>Groups, their flags and names, and what no linear engine can do.</content>
internal sealed partial class ExpressionParser
{
    private ExpressionNode ParseGroup()
    {
        var outer = _flags;
        if (!Take('?'))
        {
            return ParseCapture(null, outer);
        }

        if (Take("P<") || (_at + 1 < _text.Length && _text[_at] == '<' && _text[_at + 1] is not ('=' or '!') && Take('<')))
        {
            var close = _text.IndexOf('>', _at);
            if (close <= _at)
            {
                throw Error("the name of a group does not end");
            }

            var name = _text[_at..close];
            _at = close + 1;
            return ParseCapture(name, outer);
        }

        if (Take('#'))
        {
            var close = _text.IndexOf(')', _at);
            _at = close < 0 ? throw Error("a comment does not end") : close + 1;
            return Empty;
        }

        RefuseWhatIsNotLinear();
        return ParseFlags() ? ParseBody(outer) : Empty;
    }

    private Group ParseCapture(string? name, ExpressionFlags outer)
    {
        var index = Names.Count;
        Names.Add(name);
        return new Group(index, ParseBody(outer));
    }

    private ExpressionNode ParseBody(ExpressionFlags outer)
    {
        var node = ParseChoice();
        if (!Take(')'))
        {
            throw Error("`(` without `)`");
        }

        _flags = outer;
        return node;
    }

    private void RefuseWhatIsNotLinear()
    {
        if (Take('=') || Take('!') || Take("<=") || Take("<!"))
        {
            throw Error("look-around is refused: it cannot be matched in linear time");
        }

        if (_at < _text.Length && (_text[_at] is '>' or '|' or '(' or '&' or 'R' or '\'' or '+' || char.IsAsciiDigit(_text[_at]) || _text[_at] == 'P'))
        {
            throw Error("this kind of group is refused: it cannot be matched in linear time");
        }
    }

    // Reads up to the colon (true: a body follows) or the parenthesis (false: the flags hold to the end of the enclosing group).
    private bool ParseFlags()
    {
        for (var on = true; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case ':':
                    _at++;
                    return true;
                case ')':
                    _at++;
                    return false;
                case '-':
                    on = false;
                    break;
                default:
                    _flags = _flags.With(_text[_at], on, _dialect) ?? throw Error($"there is no flag `{_text[_at]}`");
                    break;
            }
        }

        throw Error("`(?` without `)`");
    }
}
