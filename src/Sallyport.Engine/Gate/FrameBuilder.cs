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
    private readonly Artifact _artifact;
    private readonly ReadOnlyMemory<byte> _text;
    private readonly TextSpan[] _sensitive;

    public FrameBuilder(Artifact artifact, IEnumerable<Detected> detected)
    {
        _artifact = artifact;
        _text = artifact.Outer?.Outer ?? artifact.Bytes;
        _sensitive = [.. detected.Where(d => d.Sensitive).Select(d => artifact.Outer?.ToOuter(d.Span) ?? d.Span)];
    }

    public string Preview(Detected detected)
    {
        var value = _artifact.Bytes.Span.Slice(detected.Span.Start, Math.Min(detected.Span.Length, 256));
        return Mask.Preview(Encoding.UTF8.GetString(value).ReplaceLineEndings(" "));
    }

    public string MaskedLine(int line)
    {
        var span = _artifact.Lines.Line(line);
        var bytes = _text.Span.Slice(span.Start, span.Length);
        var text = Encoding.UTF8.GetString(bytes);
        var hidden = new List<(int, int, bool)>();
        foreach (var secret in _sensitive)
        {
            if (secret.Overlaps(span))
            {
                var from = Units(span.Start, Math.Max(secret.Start, span.Start));
                var to = Units(span.Start, Math.Min(secret.End, span.End));
                hidden.Add((from, to, secret.Start >= span.Start));
            }
        }

        return hidden.Count == 0 ? text : Mask.Hide(text, hidden);
    }

    public SourceFrame Frame(TextSpan span)
    {
        var (start, end) = (_artifact.Lines.At(span.Start), _artifact.Lines.At(span.End));
        var first = Math.Max(1, start.Line - Context);
        var last = Math.Min(_artifact.Lines.Count, start.Line + Context);
        var column = start.Column - 1;
        var cut = Math.Max(0, column - (Width / 4));
        var lines = new List<string>(last - first + 1);
        for (var line = first; line <= last; line++)
        {
            lines.Add(Cut(MaskedLine(line), line == start.Line ? cut : 0));
        }

        var width = end.Line == start.Line ? end.Column - start.Column : lines[start.Line - first].Length - (column - cut);
        var offset = (_artifact.Window?.Start.Line ?? 1) - 1;
        return new SourceFrame(first + offset, lines, start.Line - first, column - cut, Math.Clamp(width, 1, Width));
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
