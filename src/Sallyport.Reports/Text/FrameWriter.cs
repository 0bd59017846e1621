using System.Globalization;
using System.Text;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>Draws the lines around a finding, with line numbers and a caret line in terminal cells.</summary>
internal sealed class FrameWriter(Pen pen)
{
    private const int TabStop = 4;
    private readonly StringBuilder _line = new();

    /// <summary>Columns that the line numbers of a frame take.</summary>
    public static int Gutter(SourceFrame? frame) =>
        frame is null ? 1 : (frame.FirstLine + frame.Lines.Count - 1).ToString(CultureInfo.InvariantCulture).Length;

    public void Write(SourceFrame frame, Ink ink)
    {
        var gutter = Gutter(frame);
        Edge(gutter, "");
        pen.Line();
        for (var i = 0; i < frame.Lines.Count; i++)
        {
            Edge(gutter, (frame.FirstLine + i).ToString(CultureInfo.InvariantCulture));
            var carets = Render(frame.Lines[i], i == frame.CaretLine ? frame : null);
            if (_line.Length > 0)
            {
                pen.Write(" ");
                pen.Write(_line.ToString());
            }

            pen.Line();
            if (carets.Width > 0)
            {
                Edge(gutter, "");
                pen.Write(new string(' ', carets.Start + 1));
                pen.Write(new string('^', carets.Width), ink);
                pen.Line();
            }
        }
    }

    /// <summary>The empty line under a frame, and the mark before a remark.</summary>
    public void Edge(int gutter, string number)
    {
        pen.Write(number.PadLeft(gutter + 1) + " |", Ink.Gutter);
    }

    // Fills _line with what is shown of a line; says in which cells the caret stands.
    private (int Start, int Width) Render(string text, SourceFrame? caret)
    {
        _line.Clear();
        var (cells, start, end) = (0, -1, -1);
        var runes = new RuneRange(text).GetEnumerator();
        while (runes.MoveNext())
        {
            if (caret is not null && start < 0 && runes.At >= caret.CaretColumn)
            {
                start = cells;
            }

            if (caret is not null && end < 0 && runes.At >= caret.CaretColumn + caret.CaretLength)
            {
                end = cells;
            }

            cells += runes.Current == '\t' ? Tab(cells) : VisibleText.Append(_line, runes.Current);
        }

        if (caret is null)
        {
            return (0, 0);
        }

        start = start < 0 ? cells : start;
        return (start, Math.Max(1, (end < 0 ? cells : end) - start));
    }

    private int Tab(int cells)
    {
        var width = TabStop - (cells % TabStop);
        _line.Append(' ', width);
        return width;
    }
}
