using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Syntax.Ir;

/// <summary>Turns offsets of a text into positions when the text is gone. The text is kept only where columns need it: where it is not ASCII.</summary>
internal sealed class LineTable
{
    private readonly int[] _starts;
    private readonly byte[]? _text;

    public LineTable(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (int at = 0, next; (next = text[at..].IndexOf((byte)'\n')) >= 0;)
        {
            at += next + 1;
            starts.Add(at);
        }

        _starts = [.. starts];
        _text = Ascii.IsValid(text) ? null : text.ToArray();
    }

    /// <summary>How many lines there are.</summary>
    public int Count => _starts.Length;

    /// <summary>The 1-based line and column (in UTF-16 units) of an offset.</summary>
    public Position At(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        var start = _starts[line];
        return new Position(line + 1, (_text is null ? offset - start : Encoding.UTF8.GetCharCount(_text.AsSpan(start, Math.Min(offset, _text.Length) - start))) + 1);
    }
}
