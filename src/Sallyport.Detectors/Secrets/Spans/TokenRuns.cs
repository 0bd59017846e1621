using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;

namespace Sallyport.Detectors.Secrets.Spans;

/// <summary>Enumerates the places where a token without a literal of its own could begin: long runs of token characters that no word or identifier makes.</summary>
internal ref struct TokenRuns(ReadOnlySpan<byte> text, int minLength)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>The run found last.</summary>
    public TextSpan Current { get; private set; }

    public readonly TokenRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < _text.Length)
        {
            if (!Bytes.IsToken(_text[_at]))
            {
                _at++;
                continue;
            }

            var start = _at;
            var holdsDigit = false;
            for (; _at < _text.Length && Bytes.IsToken(_text[_at]); _at++)
            {
                holdsDigit |= Bytes.IsDigit(_text[_at]);
            }

            // Without a digit only a value that stands behind a quote, an operator or a flag can be a token; anything else is a word.
            if (_at - start >= minLength ? holdsDigit || StandsAsValue(start) : StandsAsValue(start) && GoesOn(start))
            {
                Current = TextSpan.Between(start, _at);
                return true;
            }
        }

        return false;
    }

    private readonly bool StandsAsValue(int start)
    {
        if (_text[start.._at].IndexOf((byte)'=') >= 0)
        {
            return true;
        }

        var before = start > 0 && _text[start - 1] == ' ' ? start - 2 : start - 1;
        return before >= 0 && (Bytes.IsQuote(_text[before]) || Bytes.IsOperator(_text[before]) || before < start - 1 && (FollowsFlag(before) || FollowsSecretWord(before)));
    }

    // acme SECRET abcdefgh
    private readonly bool FollowsSecretWord(int last)
    {
        var start = last + 1;
        while (start > 0 && last - start < 12 && char.IsAsciiLetter((char)_text[start - 1]))
        {
            start--;
        }

        return last - start is >= 2 and < 11 && NameWords.IsSecret(_text[start..(last + 1)]);
    }

    private readonly bool FollowsFlag(int last)
    {
        for (var i = last; i > Math.Max(0, last - 40) && (Bytes.IsAlnum(_text[i]) || _text[i] == '-'); i--)
        {
            if (_text[i] == '-' && _text[i - 1] is (byte)' ' or (byte)'-')
            {
                return true;
            }
        }

        return false;
    }

    // A short run that a colon, a blank or an @ joins to the rest of its value.
    private readonly bool GoesOn(int start)
    {
        if (_at == _text.Length || _text[_at] is not ((byte)':' or (byte)' ' or (byte)'@'))
        {
            return false;
        }

        var end = start + minLength;
        for (var i = _at; i < end; i++)
        {
            if (i >= _text.Length || Bytes.IsQuote(_text[i]) || Bytes.IsLineEnd(_text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
