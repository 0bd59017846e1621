using System.Text;
using Sallyport.Rules.Patterns;
using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <content>Character classes.</content>
internal sealed partial class ExpressionParser
{
    private const int ListedLimit = 256;

    private ExpressionNode ParseClass()
    {
        var runes = new List<Rune>();
        var wide = false;
        var set = ParseClassBody(runes, ref wide);
        if (runes.Count == 0 && !wide)
        {
            return new Set(set);
        }

        var options = new List<ExpressionNode> { new Set(set) };
        options.AddRange(wide ? AnyBeyondAscii : runes.Distinct().Select(Bytes));
        return new Choice(options);
    }

    // The bytes; characters beyond ASCII go to the list, and a long range of them makes the class wide. The position stands behind the bracket.
    private ByteSet ParseClassBody(List<Rune> runes, ref bool wide)
    {
        if (++_depth > DepthLimit)
        {
            throw Error($"classes nest deeper than {DepthLimit}");
        }

        var negate = Take('^');
        var set = default(ByteSet);
        for (var first = true; ; first = false)
        {
            SkipVerbose();
            if (_at >= _text.Length)
            {
                throw Error("`[` without `]`");
            }

            if (_text[_at] == ']' && !first)
            {
                _at++;
                break;
            }

            if (Rust && Take("&&"))
            {
                // All that follows is the other side; it takes the closing bracket with it.
                set &= Fold(ParseClassRest(runes, ref wide));
                break;
            }

            if (Rust && (Ahead("--") || Ahead("~~")))
            {
                throw Error("differences of classes are not supported: write the class out");
            }

            set |= ParseClassItem(runes, ref wide);
        }

        _depth--;
        set = Fold(set);
        if (!negate)
        {
            return set;
        }

        // Beyond ASCII a negated class takes every byte that it does not name as a byte: it may accept too much, and never loses a match.
        runes.Clear();
        wide = false;
        return ~set;
    }

    private ByteSet ParseClassRest(List<Rune> runes, ref bool wide)
    {
        var set = default(ByteSet);
        while (!Take(']'))
        {
            SkipVerbose();
            set |= _at < _text.Length ? ParseClassItem(runes, ref wide) : throw Error("`[` without `]`");
            SkipVerbose();
        }

        return set;
    }

    private ByteSet ParseClassItem(List<Rune> runes, ref bool wide)
    {
        if (Ahead("[:") && _text.IndexOf(":]", _at + 2, StringComparison.Ordinal) is > 0 and var end)
        {
            var name = _text[(_at + 2)..end];
            var negate = name.StartsWith('^');
            var posix = Categories.Posix(negate ? name[1..] : name) ?? throw Error($"there is no class `[:{name}:]`");
            _at = end + 2;
            return negate ? ~posix : posix;
        }

        if (Rust && Take('['))
        {
            return ParseClassBody(runes, ref wide);
        }

        if (_text[_at] == '\\' && _at + 1 < _text.Length)
        {
            _at++;
            if (ParseShorthand() is { } shorthand)
            {
                return shorthand;
            }

            _at--;
        }

        return ParseRange(runes, ref wide);
    }

    private ByteSet ParseRange(List<Rune> runes, ref bool wide)
    {
        var (low, lowIsByte) = ParseClassCharacter();
        var (high, highIsByte) = (low, lowIsByte);
        if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
        {
            _at++;
            (high, highIsByte) = ParseClassCharacter();
        }

        if (high < low)
        {
            throw Error("a range in a class runs upwards");
        }

        if (high < 0x80 || highIsByte)
        {
            return ByteSet.Range(low, high);
        }

        var start = Math.Max(low, 0x80);
        wide |= high - start >= ListedLimit;
        for (var value = start; value <= high && !wide; value++)
        {
            if (Rune.IsValid(value))
            {
                runes.Add(new Rune(value));
                AddOtherCase(new Rune(value), runes);
            }
        }

        return low < 0x80 ? ByteSet.Range(low, 0x7F) : default;
    }

    private void AddOtherCase(Rune rune, List<Rune> runes)
    {
        if (_flags.IgnoreCase)
        {
            runes.Add(Rune.ToLowerInvariant(rune));
            runes.Add(Rune.ToUpperInvariant(rune));
            runes.RemoveAll(r => r.IsAscii);
        }
    }

    private (int Value, bool IsByte) ParseClassCharacter()
    {
        SkipVerbose();
        if (_at >= _text.Length)
        {
            throw Error("`[` without `]`");
        }

        if (_text[_at] != '\\')
        {
            return (ReadRune().Value, false);
        }

        _at++;
        return _at < _text.Length ? ParseCharacter() : throw Error("a backslash ends the expression");
    }

    private static ExpressionNode[] AnyBeyondAscii { get; } =
    [
        Multibyte(0xC2, 0xDF, 1),
        Multibyte(0xE0, 0xEF, 2),
        Multibyte(0xF0, 0xF4, 3),
    ];

    private static Sequence Multibyte(int first, int last, int rest) =>
        new([new Set(ByteSet.Range(first, last)), .. Enumerable.Repeat<ExpressionNode>(new Set(ByteSet.Range(0x80, 0xBF)), rest)]);

    private bool Ahead(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;
}
