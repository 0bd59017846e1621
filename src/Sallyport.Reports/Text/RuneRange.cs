using System.Text;

namespace Sallyport.Reports.Text;

/// <summary>The characters of a text; a surrogate that stands alone comes as minus its value.</summary>
internal readonly ref struct RuneRange(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    public Enumerator GetEnumerator() => new(_text);

    internal ref struct Enumerator(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _next;

        public int Current { get; private set; }

        /// <summary>Where <see cref="Current"/> begins, in UTF-16 units.</summary>
        public int At { get; private set; }

        public bool MoveNext()
        {
            if (_next >= _text.Length)
            {
                return false;
            }

            At = _next;
            var c = _text[_next++];
            if (!char.IsSurrogate(c))
            {
                Current = c;
            }
            else if (char.IsHighSurrogate(c) && _next < _text.Length && char.IsLowSurrogate(_text[_next]))
            {
                Current = new Rune(c, _text[_next++]).Value;
            }
            else
            {
                Current = -c;
            }

            return true;
        }
    }
}
