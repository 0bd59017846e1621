using System.Globalization;
using System.Text;
using Sallyport.Rules.Patterns;
using static Sallyport.Rules.Imports.Expressions.ExpressionNode;

namespace Sallyport.Rules.Imports.Expressions;

/// <content>Escapes and literals.</content>
internal sealed partial class ExpressionParser
{
    private ExpressionNode ParseEscape()
    {
        if (_at >= _text.Length)
        {
            throw Error("a backslash ends the expression");
        }

        var c = _text[_at];
        switch (c)
        {
            case 'A' or 'z' or 'b' or 'B':
                _at++;
                if (c == 'b' && Rust && _at < _text.Length && _text[_at] == '{')
                {
                    throw Error("`\\b{…}` is not supported: write `\\b`");
                }

                return new Assert(c switch { 'A' => Assertion.TextStart, 'z' => Assertion.TextEnd, 'b' => Assertion.WordBoundary, _ => Assertion.NoWordBoundary });
            case 'Q' when !Rust:
                _at++;
                return ParseQuoted();
            case 'C':
                throw Error("`\\C` is refused: it splits characters");
            case 'Z' or 'G' or 'K' or 'X' or 'R':
                throw Error($"`\\{c}` is part of neither RE2 nor Rust's regex");
        }

        if (ParseShorthand() is { } set)
        {
            return new Set(Fold(set));
        }

        var (value, isByte) = ParseCharacter();
        return isByte ? new Set(ByteSet.Single(value)) : Literal(new Rune(value));
    }

    private Sequence ParseQuoted()
    {
        var end = _text.IndexOf("\\E", _at, StringComparison.Ordinal);
        var items = new List<ExpressionNode>();
        var stop = end < 0 ? _text.Length : end;
        while (_at < stop)
        {
            items.Add(Literal(ReadRune()));
        }

        _at = end < 0 ? stop : end + 2;
        return new Sequence(items);
    }

    // \d \w \s and \p; the position stands behind the backslash and moves only on success.
    private ByteSet? ParseShorthand()
    {
        ByteSet? set = _text[_at] switch
        {
            'd' => ByteSet.Digits,
            'D' => ~ByteSet.Digits,
            'w' => ByteSet.Word,
            'W' => ~ByteSet.Word,
            's' => Spaces,
            'S' => ~Spaces,
            _ => null,
        };
        if (set is not null)
        {
            _at++;
            return set;
        }

        return _text[_at] is 'p' or 'P' ? ParseCategory() : null;
    }

    // RE2's \s leaves the vertical tab out.
    private ByteSet Spaces => Rust ? ByteSet.Space : ByteSet.Range('\t', '\n') | ByteSet.Range('\f', '\r') | ByteSet.Single(' ');

    private ByteSet ParseCategory()
    {
        var negate = _text[_at++] == 'P';
        var name = _at < _text.Length ? _text[_at++].ToString() : throw Error("`\\p` needs a category");
        if (name == "{")
        {
            var close = _text.IndexOf('}', _at);
            name = close < 0 ? throw Error("`\\p{` without `}`") : _text[_at..close];
            _at = close + 1;
        }

        negate ^= name.StartsWith('^');
        return Categories.Find(name.TrimStart('^')) is { } set ? Categories.Set(set, negate) : throw Error($"`\\p{{{name}}}` is not supported");
    }

    // A character that an escape stands for; a byte where the dialect means one.
    private (int Value, bool IsByte) ParseCharacter()
    {
        var c = _text[_at++];
        switch (c)
        {
            case 'n':
                return ('\n', false);
            case 't':
                return ('\t', false);
            case 'r':
                return ('\r', false);
            case 'f':
                return ('\f', false);
            case 'v':
                return ('\v', false);
            case 'a':
                return ('\a', false);
            case 'x':
                return ParseHex(2);
            case 'u' when Rust:
                return ParseHex(4);
            case 'U' when Rust:
                return ParseHex(8);
            case >= '0' and <= '7' when !Rust && (c == '0' || (_at < _text.Length && _text[_at] is >= '0' and <= '7')):
                return (ParseOctal(c - '0'), false);
            case >= '1' and <= '9':
                throw Error("a back-reference is refused: it cannot be matched in linear time");
            case var _ when char.IsAsciiLetterOrDigit(c):
                throw Error($"`\\{c}` is not known");
            default:
                _at--;
                return (ReadRune().Value, false);
        }
    }

    private (int Value, bool IsByte) ParseHex(int digits)
    {
        var (start, end) = (_at, _at + digits);
        var braced = Take('{');
        if (braced)
        {
            end = _text.IndexOf('}', ++start);
        }

        if (end <= start || end > _text.Length
            || !int.TryParse(_text.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
        {
            throw Error("a hexadecimal escape names no character");
        }

        _at = braced ? end + 1 : end;
        return (value, Rust && digits == 2 && value is >= 0x80 and <= 0xFF);
    }

    private int ParseOctal(int value)
    {
        for (var i = 0; i < 2 && _at < _text.Length && _text[_at] is >= '0' and <= '7'; i++)
        {
            value = (value * 8) + (_text[_at++] - '0');
        }

        return value;
    }

    private Rune ReadRune()
    {
        if (!Rune.TryGetRuneAt(_text, _at, out var rune))
        {
            throw Error("half a surrogate pair");
        }

        _at += rune.Utf16SequenceLength;
        return rune;
    }

    private ExpressionNode Literal(Rune rune)
    {
        if (rune.IsAscii)
        {
            return new Set(Fold(ByteSet.Single(rune.Value)));
        }

        var (lower, upper) = (Rune.ToLowerInvariant(rune), Rune.ToUpperInvariant(rune));
        return _flags.IgnoreCase && lower != upper ? new Choice([Bytes(lower), Bytes(upper)]) : Bytes(rune);
    }

    private static Sequence Bytes(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var items = new ExpressionNode[rune.EncodeToUtf8(bytes)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new Set(ByteSet.Single(bytes[i]));
        }

        return new Sequence(items);
    }

    private ByteSet Fold(ByteSet set) => _flags.IgnoreCase ? set.IgnoreCase() : set;
}
