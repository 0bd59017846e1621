using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Engine;

/// <summary>Cuts the lines around findings out of an artifact, with every sensitive value on them masked.</summary>
internal sealed class FrameBuilder
{
    private const int Context = 1;
    private const int Width = 160;
    private const int LongLine = 4096;
    private readonly Artifact _artifact;
    private readonly ReadOnlyMemory<byte> _text;
    private readonly TextSpan[] _sensitive;
    private readonly int _longest;

    public FrameBuilder(Artifact artifact, IEnumerable<Detected> detected)
    {
        _artifact = artifact;
        _text = artifact.Outer?.Outer ?? artifact.Bytes;
        _sensitive = [.. detected.SelectMany(d => d.Sensitive ? d.Masked.Prepend(d.Span) : d.Masked).Select(s => artifact.Outer?.ToOuter(s) ?? s).OrderBy(s => s.Start)];
        _longest = _sensitive.Length == 0 ? 0 : _sensitive.Max(s => s.Length);
    }

    public string Preview(Detected detected)
    {
        var value = _artifact.Bytes.Span.Slice(detected.Span.Start, Math.Min(detected.Span.Length, 256));
        return Mask.Preview(Encoding.UTF8.GetString(value).ReplaceLineEndings(" "));
    }

    /// <summary>The line that <paramref name="around"/> begins on, masked; of a very long one the part around it.</summary>
    public string MaskedLine(int line, TextSpan around) => Masked(Near(_artifact.Lines.Line(line), around.Start));

    public SourceFrame Frame(TextSpan span)
    {
        var (start, end) = (_artifact.Lines.At(span.Start), _artifact.Lines.At(span.End));
        var first = Math.Max(1, start.Line - Context);
        var last = Math.Min(_artifact.Lines.Count, start.Line + Context);
        var near = Near(_artifact.Lines.Line(start.Line), span.Start);
        var column = Units(near.Start, span.Start);
        var cut = Math.Max(0, column - (Width / 4));
        var lines = new List<string>(last - first + 1);
        for (var line = first; line <= last; line++)
        {
            lines.Add(line == start.Line ? Cut(Masked(near), cut) : Cut(Masked(Near(_artifact.Lines.Line(line), 0)), 0));
        }

        var width = end.Line == start.Line ? end.Column - start.Column : lines[start.Line - first].Length - (column - cut);
        var offset = (_artifact.Window?.Start.Line ?? 1) - 1;
        return new SourceFrame(first + offset, lines, start.Line - first, column - cut, Math.Clamp(width, 1, Width));
    }

    // A line can be as long as its file and hold as many findings as it has words: only so much of it is decoded for each.
    private TextSpan Near(TextSpan line, int at)
    {
        if (line.Length <= LongLine)
        {
            return line;
        }

        var text = _text.Span;
        var start = Math.Clamp(at - (LongLine / 4), line.Start, line.End - (LongLine / 2));
        var end = start + (LongLine / 2);
        for (var i = 0; i < 3 && start > line.Start && (text[start] & 0xC0) == 0x80; i++)
        {
            start--;
        }

        for (var i = 0; i < 3 && end < line.End && (text[end] & 0xC0) == 0x80; i++)
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }

    private string Masked(TextSpan span)
    {
        var text = Encoding.UTF8.GetString(_text.Span.Slice(span.Start, span.Length));
        var hidden = new List<(int, int, bool)>();
        for (var i = FirstThatMayReach(span.Start); i < _sensitive.Length && _sensitive[i].Start < span.End; i++)
        {
            var secret = _sensitive[i];
            if (secret.Overlaps(span))
            {
                var from = Units(span.Start, Math.Max(secret.Start, span.Start));
                var to = Units(span.Start, Math.Min(secret.End, span.End));
                hidden.Add((from, to, secret.Start >= span.Start));
            }
        }

        return hidden.Count == 0 ? text : Mask.Hide(text, hidden);
    }

    private int FirstThatMayReach(int offset)
    {
        int low = 0, high = _sensitive.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = _sensitive[middle].Start < offset - _longest ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // A cut shows: its place in the line holds an ellipsis, so that columns stay what they are.
    private static string Cut(string line, int from)
    {
        var shown = from < line.Length ? line[from..] : "";
        var end = Math.Min(Width, shown.Length);
        if (end == shown.Length && from == 0)
        {
            return shown;
        }

        var chars = shown.AsSpan(0, end).ToArray();
        if (from > 0 && end > 0)
        {
            chars[0] = '…';
        }

        if (end < shown.Length)
        {
            chars[end - 1] = '…';
        }

        return new string(chars);
    }

    private int Units(int lineStart, int offset) => Encoding.UTF8.GetCharCount(_text.Span[lineStart..offset]);
}
