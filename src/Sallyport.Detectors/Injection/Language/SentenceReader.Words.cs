using System.Runtime.CompilerServices;

namespace Sallyport.Detectors.Injection.Language;

/// <content>Words and the signs between them.</content>
internal ref partial struct SentenceReader
{
    private const int LeastSpaced = 6; // letters one by one that make it a spaced word

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Letter(char letter, int start, bool upper)
    {
        if (_wordStart >= 0 && Letters.IsIdeographic(letter) != Letters.IsIdeographic(_letters[_length - 1]))
        {
            FinishWord();
        }

        if (_wordStart < 0)
        {
            BeginWord(start);
        }

        _letters[_length++] = letter;
        _last = _at;
        _letterCount++;
        _upper += upper ? 1 : 0;
        if (letter < 0x80)
        {
            _latin |= letter >= 'a';
        }
        else if (letter > '\u024F')
        {
            _foreign = true;
            _alike += Letters.LooksLike(letter) != 0 ? 1 : 0;
        }

        if (_length > Longest)
        {
            FinishWord(); // A word without an end.
        }
    }

    private void BeginWord(int start)
    {
        if (_first < 0)
        {
            _first = start;
            _opensLine |= _feeds > 0;
            _opensParagraph |= _feeds > 1;
        }
        if (_length > 0 && _letters[_length - 1] != ' ')
        {
            _letters[_length++] = ' ';
        }

        _feeds = 0;
        _wordStart = _length;
        (_latin, _foreign, _alike, _dropped) = (false, false, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FinishWord()
    {
        if (_wordStart < 0)
        {
            return;
        }

        var length = _length - _wordStart;
        if (_foreign && _alike > 0)
        {
            Unmask(length);
        }

        _split += _dropped > 1 && _latin ? 1 : 0;
        if (length == 1 && !Letters.IsIdeographic(_letters[_wordStart]))
        {
            Single();
        }
        else
        {
            FinishSingles(_wordStart);
            if (length >= 5 && char.IsAsciiDigit(_letters[_wordStart]))
            {
                _marks |= Mark.Number;
            }
        }

        _wordStart = -1;
        _gap = 0;
    }

    // Letters of another script in a Latin word, or a whole word of look-alikes beside Latin ones.
    private void Unmask(int length)
    {
        var word = _letters.AsSpan(_wordStart, length);
        if (!_latin && (_alike < length || _wordStart < 2 || _letters[_wordStart - 2] is not (>= 'a' and <= 'z')))
        {
            return;
        }

        foreach (ref var letter in word)
        {
            letter = Letters.LooksLike(letter) is var plain and not '\0' ? plain : letter;
        }

        _mixed++;
    }

    private void Single()
    {
        if (_single < 0 || _gap is 0 or > 5)
        {
            FinishSingles(_wordStart);
            (_single, _singles) = (_wordStart, 0);
        }
        else if (_gap > 1)
        {
            _letters[_wordStart - 1] = '\u0001'; // A wide gap is the end of a word.
        }

        _singles++;
    }

    // Joins letters that stood one by one, up to `end`; a word may have begun behind them.
    private void FinishSingles(int end)
    {
        if (_single < 0)
        {
            return;
        }

        var to = _single;
        if (_singles >= LeastSpaced)
        {
            for (var i = _single; i < end; i++)
            {
                if (_letters[i] != ' ')
                {
                    _letters[to++] = _letters[i] == '\u0001' ? ' ' : _letters[i];
                }
            }

            if (end < _length)
            {
                _letters[to++] = ' ';
                _letters.AsSpan(end, _length - end).CopyTo(_letters.AsSpan(to));
                _wordStart = to;
            }

            _length = to + _length - end;
            _spaced += 2;
        }
        else
        {
            _letters.AsSpan(_single, end - _single).Replace('\u0001', ' ');
        }

        (_single, _singles) = (-1, 0);
    }

    // A sign that belongs to no word; true where it ends the sentence.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Sign(char sign, int start)
    {
        var inWord = _wordStart >= 0;
        FinishWord();
        _gap++;
        switch (sign)
        {
            case ' ' or '\t' or '\r' or ',' or '(' or ')' or '_' or '/' or '-' when sign != '-' || !Row(start, sign):
                return false;
            case '\n':
                return LineFeed();
            case '.':
                return _at >= _text.Length || _text[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'' or (byte)')' or (byte)'<' or (byte)'\\';
            case '!':
                _marks |= Mark.Exclamation;
                return true;
            case '?':
                _marks |= Mark.Question;
                return true;
            case '。' or '！' or '？' or '؟' or '।' or '…' or '．':
                _marks |= sign is '？' or '؟' ? Mark.Question : sign == '！' ? Mark.Exclamation : 0;
                return true;
            case '|':
                return !At('|') && !(start > 0 && _text[start - 1] == '<');
            case '@' when inWord && _at < _text.Length && char.IsAsciiLetterOrDigit((char)_text[_at]):
                _marks |= Mark.Mail;
                return false;
            case ':':
                Colon();
                return false;
            case '<' or '[':
                return Bracket(sign, start);
            case '{' or '}':
                _marks |= At((byte)sign) ? Mark.Placeholder : 0;
                return false;
            case '"' or '“' or '”' or '«' or '»' or '「' or '」':
                _marks |= Mark.Quote;
                return false;
            case '$' or '€' or '£' when _at < _text.Length && char.IsAsciiDigit((char)_text[_at]):
                _marks |= Mark.Number;
                return false;
            case '`':
                Backtick(start);
                return false;
            case '=' or '*' or '+' or '~' or '#' or '>' or '-':
                Row(start, sign);
                return false;
            default:
                return false;
        }
    }

    private readonly bool At(int sign) => _at < _text.Length && _text[_at] == sign;

    // A wrapped line goes on with a small letter; anything else ends a sentence.
    private bool LineFeed()
    {
        _feeds++;
        var next = _text[_at..].IndexOfAnyExcept(" \t\r"u8);
        var continues = _feeds == 1 && _length > 24 && next >= 0 && char.IsAsciiLetterLower((char)_text[_at + next]);
        return !continues;
    }

    private void Colon()
    {
        if (At('/'))
        {
            _marks |= Mark.Address;
        }
        else if (_length is > 0 and < 28)
        {
            var words = _letters.AsSpan(0, _length);
            _marks |= words.StartsWith("system") || words.StartsWith("assistant") || words.StartsWith("user") || words.StartsWith("human") || words.StartsWith("ai ")
                || words.StartsWith("admin") || words.StartsWith("developer") || words.StartsWith("new instruction") || words.StartsWith("note to") ? Mark.Label : 0;
        }
    }

    // Three or more of one sign on a line with words set a text apart: === IMPORTANT ===
    private bool Row(int start, char sign)
    {
        if (_at + 1 >= _text.Length || _text[_at] != sign || _text[_at + 1] != sign || (start > 0 && _text[start - 1] == sign))
        {
            return false;
        }

        var rest = _text[_at..Math.Min(_text.Length, _at + 80)];
        var past = rest.IndexOfAnyExcept((byte)sign);
        var wordsBehind = past >= 0 && past + 1 < rest.Length && (rest[past] == ' ' || char.IsAsciiLetter((char)rest[past]));
        _marks |= (wordsBehind && sign != '#') || (_length > 0 && _feeds == 0) ? Mark.Delimiter : 0;
        return false;
    }

    private void Backtick(int start)
    {
        if (_at + 1 < _text.Length && _text[_at] == '`' && _text[_at + 1] == '`')
        {
            _fence = !_fence;
            _at += 2;
        }
        else if (start == 0 || _text[start - 1] != '`')
        {
            _marks |= Mark.Code;
        }
    }

    // <tag …>, <|token|>, [INST], [PLACEHOLDER]
    private bool Bracket(char sign, int start)
    {
        var rest = _text[_at..Math.Min(_text.Length, _at + 400)];
        if (sign == '[')
        {
            var upper = rest.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
            if (upper > 2 && rest[upper] is (byte)']' or (byte)'_')
            {
                _marks |= rest.StartsWith("INST]"u8) || rest.StartsWith("SYSTEM"u8) ? Mark.Delimiter : Mark.Placeholder;
            }

            return false;
        }

        if (rest.Length == 0 || !(char.IsAsciiLetter((char)rest[0]) || rest[0] is (byte)'/' or (byte)'|' or (byte)'!' or (byte)'<'))
        {
            return false;
        }

        if (rest[0] is (byte)'|' or (byte)'<')
        {
            _marks |= rest[0] == '|' || rest.StartsWith("<SYS"u8) ? Mark.Delimiter : 0;
            return false;
        }

        if (IsAddressee(rest))
        {
            _marks |= Mark.Delimiter;
            return false;
        }

        var close = rest.IndexOf((byte)'>');
        if (close < 0)
        {
            return false;
        }

        _at = start + close + 2;
        _feeds = Math.Max(_feeds, 1);
        return _length > 0 && !IsInline(rest);
    }

    private static bool IsInline(ReadOnlySpan<byte> tag)
    {
        var name = tag[0] == '/' ? tag[1..] : tag;
        var end = name.IndexOfAnyExceptInRange((byte)'0', (byte)'z');
        name = end < 0 ? name : name[..end];
        return name.Length > 0 && (name.Length == 1 || name.SequenceEqual("em"u8) || name.SequenceEqual("strong"u8) || name.SequenceEqual("span"u8) || name.SequenceEqual("code"u8)
            || name.SequenceEqual("font"u8) || name.SequenceEqual("wbr"u8) || name.SequenceEqual("mark"u8)) && name[0] != 'p';
    }

    private static bool IsAddressee(ReadOnlySpan<byte> tag)
    {
        Span<byte> lower = stackalloc byte[12];
        var name = tag[0] == '/' ? tag[1..] : tag;
        var length = 0;
        while (length < name.Length && length < lower.Length && char.IsAsciiLetter((char)name[length]))
        {
            lower[length] = (byte)(name[length++] | 0x20);
        }

        lower = lower[..length];
        return lower.StartsWith("system"u8) || lower.StartsWith("instruction"u8) || lower.StartsWith("important"u8) || lower.StartsWith("information"u8) || lower.StartsWith("assistant"u8)
            || lower.StartsWith("admin"u8) || lower.StartsWith("secret"u8) || lower.StartsWith("override"u8) || lower.SequenceEqual("user"u8) || lower.SequenceEqual("human"u8) || lower.SequenceEqual("inst"u8)
            || lower.SequenceEqual("prompt"u8) || lower.SequenceEqual("task"u8);
    }
}
