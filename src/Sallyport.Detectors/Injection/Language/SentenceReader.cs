using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Language;

/// <summary>Reads text sentence by sentence, each in plain letters: escapes, entities, styles, look-alikes, invisible characters and spaced letters undone.</summary>
/// <remarks>Linear; a sentence is cut after <see cref="Longest"/> characters.</remarks>
internal ref partial struct SentenceReader
{
    private const int Longest = 480;
    private readonly ReadOnlySpan<byte> _text;
    private readonly ReadOnlySpan<TextSpan> _holes;
    private readonly char[] _letters;
    private int _hole;
    private int _at;
    private int _length;
    private int _first;
    private int _last;
    private int _wordStart;
    private int _split;
    private int _mixed;
    private int _spaced;
    private int _styled;
    private int _upper;
    private int _letterCount;
    private int _dropped;
    private int _alike;
    private bool _latin;
    private bool _foreign;
    private int _feeds;
    private ulong _marks;
    private bool _opensLine;
    private bool _opensParagraph;
    private bool _fence;
    private int _single; // where a row of single letters begins among the letters
    private int _singles;
    private int _gap; // characters between the last word and here

    /// <summary>Reads <paramref name="text"/> except its <paramref name="holes"/>, which are ordered.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="holes">What is read elsewhere.</param>
    /// <param name="letters">Room for a sentence, from <see cref="Room"/>.</param>
    public SentenceReader(ReadOnlySpan<byte> text, ReadOnlySpan<TextSpan> holes, char[] letters)
    {
        _text = text;
        _holes = holes;
        _letters = letters;
        _wordStart = -1;
        _first = -1;
        _opensLine = _opensParagraph = true;
        _single = -1;
    }

    /// <summary>Room for one sentence.</summary>
    public static char[] Room() => new char[Longest + 64];

    /// <summary>Reads the next sentence that has words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next(out Sentence sentence)
    {
        Reset();
        while (_at < _text.Length)
        {
            if (_hole < _holes.Length && _at >= _holes[_hole].Start)
            {
                _at = Math.Max(_at, _holes[_hole++].End);
                if (End(paragraph: true, out sentence))
                {
                    return true;
                }

                continue;
            }

            var ended = Step();
            if ((ended || _length > Longest) && End(paragraph: false, out sentence))
            {
                return true;
            }
        }

        return End(paragraph: true, out sentence);
    }

    // Takes one character; true where a sentence ends.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Step()
    {
        var start = _at;
        var b = _text[_at];
        if (b < 0x80)
        {
            if (char.IsAsciiLetterOrDigit((char)b))
            {
                _at++;
                var lower = (char)(b | 0x20);
                Letter(b >= 'A' ? lower : (char)b, start, b is >= (byte)'A' and <= (byte)'Z');
                return false;
            }

            if (b == '\\' && _at + 1 < _text.Length)
            {
                return Backslash(start);
            }

            if (b == '&' && Entity(out var entity, out var length))
            {
                _at += length;
                return Rune(entity, start);
            }

            _at++;
            return Sign((char)b, start);
        }

        if (System.Text.Rune.DecodeFromUtf8(_text[_at..], out var rune, out var read) != System.Buffers.OperationStatus.Done)
        {
            _at += Math.Max(1, read);
            return false;
        }

        _at += read;
        return Rune(rune.Value, start);
    }

    private bool Rune(int rune, int start)
    {
        var plain = Letters.Plain(rune);
        if (plain == 0)
        {
            _dropped += _wordStart >= 0 ? 1 : 0;
            return false;
        }

        if (Letters.IsWord(plain))
        {
            _styled += rune > 0x2000 && plain < 0x80 && _wordStart < 0 ? 1 : 0;
            Letter(plain, start, rune < 0x10000 && char.IsUpper((char)rune));
            return false;
        }

        return Sign(plain, start);
    }

    private bool Backslash(int start)
    {
        // \i\g\n\o\r\e: no escapes, but letters one by one.
        if (_at >= 2 && _at + 2 < _text.Length && _text[_at - 2] == '\\' && _text[_at + 2] == '\\' && char.IsAsciiLetterOrDigit((char)_text[_at + 1]))
        {
            _at++;
            return Sign('/', start);
        }

        switch (_text[_at + 1])
        {
            case (byte)'n' or (byte)'r':
                _at += 2;
                return Sign('\n', start);
            case (byte)'t':
                _at += 2;
                return Sign(' ', start);
            case (byte)'u' when Hex(_at + 2, 4, out var value):
                _at += 6;
                return Rune(value, start);
            case (byte)'x' when Hex(_at + 2, 2, out var value):
                _at += 4;
                return Rune(value, start);
            case var next when next < 0x80 && !char.IsAsciiLetterOrDigit((char)next):
                _at += 2;
                return next == '\n' ? Sign(' ', start) : Sign((char)next, start);
            default:
                _at++;
                return Sign(' ', start);
        }
    }

    private readonly bool Hex(int at, int digits, out int value)
    {
        value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (at + i >= _text.Length || !char.IsAsciiHexDigit((char)_text[at + i]))
            {
                return false;
            }

            var b = _text[at + i];
            value = value << 4 | (b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
        }

        return true;
    }

    private readonly bool Entity(out int value, out int length)
    {
        var rest = _text[_at..Math.Min(_text.Length, _at + 12)];
        var close = rest.IndexOf((byte)';');
        (value, length) = (0, close + 1);
        if (close < 3)
        {
            return false;
        }

        var name = rest[1..close];
        if (name[0] == '#')
        {
            var good = name[1] is (byte)'x' or (byte)'X'
                ? System.Buffers.Text.Utf8Parser.TryParse(name[2..], out value, out var used, 'x') && used == name.Length - 2
                : System.Buffers.Text.Utf8Parser.TryParse(name[1..], out value, out used) && used == name.Length - 1;
            return good && System.Text.Rune.IsValid(value);
        }

        value = name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>' : name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("quot"u8) ? '"' : name.SequenceEqual("apos"u8) ? '\'' : name.SequenceEqual("nbsp"u8) ? ' ' : 0;
        return value != 0;
    }

    // Ends the sentence; false when it has no words, and reading goes on.
    private bool End(bool paragraph, out Sentence sentence)
    {
        FinishWord();
        FinishSingles(_length);
        var length = _length > 0 && _letters[_length - 1] == ' ' ? _length - 1 : _length;
        if (length == 0)
        {
            sentence = default;
            _opensLine = true;
            _opensParagraph |= paragraph;
            _marks = 0;
            return false;
        }

        if (_upper > 8 && _upper * 10 > _letterCount * 7)
        {
            _marks |= Mark.Capitals;
        }

        var disguises = new Disguises(_split, _mixed, _spaced, _styled);
        if (disguises.Sum > 1)
        {
            _marks |= Mark.Disguise;
        }

        if (_fence)
        {
            _marks |= Mark.Code;
        }

        sentence = new Sentence
        {
            Text = _letters.AsSpan(0, length),
            Span = TextSpan.Between(_first, _last),
            Marks = _marks,
            Disguises = disguises,
            OpensLine = _opensLine,
            OpensParagraph = _opensParagraph,
        };
        _opensParagraph = paragraph;
        _opensLine = _feeds > 0 || paragraph;
        return true;
    }

    private void Reset()
    {
        (_length, _first, _upper, _letterCount, _marks) = (0, -1, 0, 0, 0);
        (_split, _mixed, _spaced, _styled) = (0, 0, 0, 0);
    }
}
