using System.Text;
using Sallyport.Syntax.Shell.Tree;

namespace Sallyport.Syntax.Shell.Parsing;

/// <summary>Collects the parts of a word; text of one kind becomes one part.</summary>
internal sealed class WordBuilder(int start)
{
    private readonly List<WordPart> _parts = [];
    private readonly StringBuilder _text = new();
    private bool _quoted;

    /// <summary>The last character of unquoted text, if that is what came last.</summary>
    public char Last => _text.Length > 0 && !_quoted ? _text[^1] : '\0';

    public void Add(char c, bool quoted)
    {
        if (quoted != _quoted)
        {
            Flush();
            _quoted = quoted;
        }

        _text.Append(c);
    }

    public void Add(ReadOnlySpan<char> text, bool quoted)
    {
        // An empty pair of quotes is a part, too: it makes a word where there would be none.
        if (quoted != _quoted || text.IsEmpty)
        {
            Flush();
            _quoted = quoted;
        }

        if (text.IsEmpty)
        {
            _parts.Add(new LiteralPart("", quoted));
        }

        _text.Append(text);
    }

    public void Add(WordPart part)
    {
        Flush();
        _parts.Add(part);
    }

    public void Add(Word word)
    {
        Flush();
        _parts.AddRange(word.Parts);
    }

    public Word Build(int end)
    {
        Flush();
        return new Word(_parts, start, end);
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _parts.Add(new LiteralPart(_text.ToString(), _quoted));
            _text.Clear();
        }
    }
}
