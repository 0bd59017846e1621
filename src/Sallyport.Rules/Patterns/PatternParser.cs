using System.Globalization;
using static Sallyport.Rules.Patterns.PatternNode;

namespace Sallyport.Rules.Patterns;

/// <summary>Reads the linear dialect of regular expressions that rule pages are written in (rules/README.md).</summary>
internal sealed class PatternParser
{
    private const int RepeatLimit = 2048;
    private readonly string _text;
    private int _at;
    private bool _ignoreCase;
    private bool _captured;

    private PatternParser(string text) => _text = text;

    /// <summary>Parses <paramref name="text"/>; throws <see cref="PatternException"/> with what to write instead.</summary>
    public static PatternNode Parse(string text)
    {
        var parser = new PatternParser(text);
        if (text.StartsWith("(?i)", StringComparison.Ordinal))
        {
            parser._ignoreCase = true;
            parser._at = 4;
        }

        var node = parser.ParseChoice();
        return parser._at == text.Length ? node : throw parser.Error("')' without '('");
    }

    private PatternNode ParseChoice()
    {
        var options = new List<PatternNode> { ParseSequence() };
        while (Take('|'))
        {
            options.Add(ParseSequence());
        }

        return options.Count == 1 ? options[0] : new Choice(options);
    }

    private PatternNode ParseSequence()
    {
        var items = new List<PatternNode>();
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            items.Add(ParseRepeat(ParseAtom()));
        }

        return items.Count == 1 ? items[0] : new Sequence(items);
    }

    private PatternNode ParseAtom()
    {
        var c = _text[_at++];
        return c switch
        {
            '(' => ParseGroup(),
            '[' => new Set(Fold(ParseClass())),
            '.' => new Set(~ByteSet.Single('\n')),
            '\\' => new Set(Fold(ParseEscape())),
            '^' or '$' => throw Error("anchors are not part of the dialect: a match stands alone by itself"),
            '*' or '+' or '?' or '{' => throw Error($"'{c}' has nothing to repeat"),
            > (char)127 => Literal(c),
            _ => new Set(Fold(ByteSet.Single(c))),
        };
    }

    private static Sequence Literal(char c) =>
        new([.. System.Text.Encoding.UTF8.GetBytes(c.ToString()).Select(b => new Set(ByteSet.Single(b)))]);

    private PatternNode ParseGroup()
    {
        var capture = true;
        var outerCase = _ignoreCase;
        if (Take('?'))
        {
            capture = false;
            if (Take('i'))
            {
                _ignoreCase = true;
            }

            if (!Take(':'))
            {
                throw Error("only (…), (?:…) and (?i:…) groups are part of the dialect");
            }
        }

        if (capture && _captured)
        {
            throw Error("only one capture group is allowed: it marks the secret; write (?:…) for the others");
        }

        _captured |= capture;
        var node = ParseChoice();
        if (!Take(')'))
        {
            throw Error("'(' without ')'");
        }

        _ignoreCase = outerCase;
        return capture ? new Capture(node) : node;
    }

    private PatternNode ParseRepeat(PatternNode atom)
    {
        var node = atom;
        while (_at < _text.Length)
        {
            (int Min, int? Max)? range = _text[_at] switch
            {
                '*' => (0, null),
                '+' => (1, null),
                '?' => (0, 1),
                '{' => ParseCounts(),
                _ => null,
            };
            if (range is not { } found)
            {
                break;
            }

            _at++;
            if (_at < _text.Length && _text[_at] is '?' or '+')
            {
                throw Error("lazy and possessive repeats are not part of the dialect: the longest match is taken");
            }

            if (node is Capture)
            {
                throw Error("the capture group may not be repeated");
            }

            node = new Repeat(node, found.Min, found.Max);
        }

        return node;
    }

    // Leaves the position on the closing brace.
    private (int Min, int? Max) ParseCounts()
    {
        var close = _text.IndexOf('}', _at);
        var parts = close < 0 ? [] : _text[(_at + 1)..close].Split(',');
        if (parts.Length is < 1 or > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min))
        {
            throw Error("a repeat is written {n}, {n,} or {n,m}");
        }

        int? max = min;
        if (parts.Length == 2)
        {
            max = parts[1].Length == 0 ? null
                : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var upper) && upper >= min ? upper
                : throw Error("a repeat is written {n}, {n,} or {n,m} with n <= m");
        }

        if (Math.Max(min, max ?? 0) > RepeatLimit)
        {
            throw Error($"a repeat may count to {RepeatLimit}");
        }

        _at = close;
        return (min, max);
    }

    private ByteSet ParseClass()
    {
        var negate = Take('^');
        var set = default(ByteSet);
        var first = true;
        while (true)
        {
            if (_at >= _text.Length)
            {
                throw Error("'[' without ']'");
            }

            var c = _text[_at++];
            if (c == ']' && !first)
            {
                return negate ? ~set : set;
            }

            first = false;
            var low = c == '\\' ? ParseEscape() : ByteSet.Single(Ascii(c));
            if (low.Count == 1 && _at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                _at++;
                var d = _text[_at++];
                var high = d == '\\' ? ParseEscape() : ByteSet.Single(Ascii(d));
                var (from, to) = (low.Values().First(), high.Values().First());
                low = from <= to ? ByteSet.Range(from, to) : throw Error("a range in a class runs upwards");
            }

            set |= low;
        }
    }

    private ByteSet ParseEscape()
    {
        var c = _at < _text.Length ? _text[_at++] : throw Error("a backslash ends the expression");
        return c switch
        {
            'd' => ByteSet.Digits,
            'D' => ~ByteSet.Digits,
            'w' => ByteSet.Word,
            'W' => ~ByteSet.Word,
            's' => ByteSet.Space,
            'S' => ~ByteSet.Space,
            't' => ByteSet.Single('\t'),
            'n' => ByteSet.Single('\n'),
            'r' => ByteSet.Single('\r'),
            'x' => ParseHex(),
            'b' or 'B' => throw Error("\\b is not part of the dialect: a match stands alone by itself"),
            _ when char.IsAsciiLetterOrDigit(c) => throw Error($"\\{c} is not part of the dialect"),
            _ => ByteSet.Single(Ascii(c)),
        };
    }

    private ByteSet ParseHex()
    {
        if (_at + 2 > _text.Length || !byte.TryParse(_text.AsSpan(_at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            throw Error("\\x takes two hexadecimal digits");
        }

        _at += 2;
        return ByteSet.Single(value);
    }

    private char Ascii(char c) => c < 128 ? c : throw Error("classes hold ASCII characters only");

    private ByteSet Fold(ByteSet set) => _ignoreCase ? set.IgnoreCase() : set;

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private PatternException Error(string message) => new($"{message} (at character {_at} of `{_text}`)");
}
