using System.Globalization;
using System.Text;

namespace Sallyport.Rules.Imports.Toml;

/// <content>The four kinds of strings.</content>
internal sealed partial class TomlReader
{
    private string ReadBasic()
    {
        _at++;
        var text = new StringBuilder();
        while (!Take('"'))
        {
            if (Take('\\'))
            {
                ReadEscape(text);
            }
            else
            {
                text.Append(ReadPlain(feeds: false));
            }
        }

        return text.ToString();
    }

    private string ReadLiteral()
    {
        _at++;
        var start = _at;
        while (Current != '\'' || AtEnd)
        {
            ReadPlain(feeds: false);
        }

        return _text[start.._at++];
    }

    private string ReadLongBasic()
    {
        _at += 3;
        TakeFeed();
        var text = new StringBuilder();
        while (!TakeClosing('"', text))
        {
            if (!Take('\\'))
            {
                text.Append(ReadPlain(feeds: true));
            }
            else if (!TakeFolding())
            {
                ReadEscape(text);
            }
        }

        return text.ToString();
    }

    private string ReadLongLiteral()
    {
        _at += 3;
        TakeFeed();
        var text = new StringBuilder();
        while (!TakeClosing('\'', text))
        {
            text.Append(ReadPlain(feeds: true));
        }

        return text.ToString();
    }

    // Three quotes end the string; one or two more in front of them belong to it.
    private bool TakeClosing(char quote, StringBuilder text)
    {
        var count = 0;
        while (_at + count < _text.Length && _text[_at + count] == quote && count < 5)
        {
            count++;
        }

        if (count < 3)
        {
            return false;
        }

        text.Append(quote, count - 3);
        _at += count;
        return true;
    }

    // A backslash at the end of a line swallows all space up to the next character.
    private bool TakeFolding()
    {
        var ahead = _at;
        while (ahead < _text.Length && _text[ahead] is ' ' or '\t')
        {
            ahead++;
        }

        if (ahead >= _text.Length || _text[ahead] != '\n')
        {
            return false;
        }

        do
        {
            SkipSpaces();
        }
        while (TakeFeed());
        return true;
    }

    private char ReadPlain(bool feeds)
    {
        if (AtEnd)
        {
            throw Error("a string does not end");
        }

        var c = Current;
        if (c == '\n' && feeds)
        {
            TakeFeed();
            return c;
        }

        if (IsControl(c))
        {
            throw Error(c == '\n' ? "a string does not end on its line" : $"{Shown()} in a string");
        }

        _at++;
        return c;
    }

    private void ReadEscape(StringBuilder text)
    {
        var c = AtEnd ? throw Error("a string does not end") : Current;
        _at++;
        switch (c)
        {
            case 'b':
                text.Append('\b');
                break;
            case 't':
                text.Append('\t');
                break;
            case 'n':
                text.Append('\n');
                break;
            case 'f':
                text.Append('\f');
                break;
            case 'r':
                text.Append('\r');
                break;
            case '"' or '\\':
                text.Append(c);
                break;
            case 'u':
                text.Append(ReadCodePoint(4));
                break;
            case 'U':
                text.Append(ReadCodePoint(8));
                break;
            default:
                _at--;
                throw Error($"there is no escape `\\{c}`: write `\\\\` for a backslash, or put the text in '…'");
        }
    }

    private string ReadCodePoint(int digits)
    {
        if (_at + digits > _text.Length
            || !uint.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
        {
            throw Error($"`\\{_text[_at - 1]}` takes {digits} hexadecimal digits that name a character");
        }

        _at += digits;
        return new Rune(value).ToString();
    }
}
