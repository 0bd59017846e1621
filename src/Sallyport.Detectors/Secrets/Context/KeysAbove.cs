using System.Runtime.CompilerServices;
using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Context;

/// <summary>Reads the keys, sections and calls a line stands under, by indentation.</summary>
internal static class KeysAbove
{
    private const int LineLimit = 80;
    private const int ByteLimit = 6000;
    private const int LineReach = 2000;
    private const int LevelLimit = 6;
    private const int WidthLimit = 160;

    /// <summary>Adds the lines with less indentation above <paramref name="at"/>, innermost first, and the section header of a flat file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<byte> text, int at, List<Name> names)
    {
        var line = LineStart(text, at);
        var indent = Indent(text, line);
        var floor = Math.Max(0, at - ByteLimit);
        var levels = 0;
        for (var count = 0; line > floor && count < LineLimit && levels < LevelLimit; count++)
        {
            var end = line - 1;
            line = LineStart(text, end);
            var own = Indent(text, line);
            var first = line + own;
            if (first >= end || text[first] is (byte)'\r' or (byte)'\n')
            {
                continue;
            }

            var section = text[first] == '[' && own <= indent;
            if (own < indent || section)
            {
                levels++;
                indent = own;
                names.Add(new Name(NameKind.Above, TextSpan.Between(first, Math.Min(end, first + WidthLimit))));
                if (section)
                {
                    return;
                }
            }
            else if (count == 0 && own == indent && IsComment(text[first..end]))
            {
                names.Add(new Name(NameKind.Line, TextSpan.Between(first, Math.Min(end, first + WidthLimit))));
            }
        }
    }

    /// <summary>The offset of the line that holds <paramref name="at"/>; of a longer line only its last part counts, so that one line of many values stays linear.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LineStart(ReadOnlySpan<byte> text, int at)
    {
        var floor = Math.Max(0, at - LineReach);
        return floor + text[floor..at].LastIndexOf((byte)'\n') + 1;
    }

    // A list item stands as deep as what follows its dash.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Indent(ReadOnlySpan<byte> text, int line)
    {
        var at = line;
        while (at < text.Length && (Bytes.IsBlank(text[at]) || text[at] == '-' && at + 1 < text.Length && text[at + 1] == ' '))
        {
            at++;
        }

        return at - line;
    }

    private static bool IsComment(ReadOnlySpan<byte> line) =>
        line[0] is (byte)'#' or (byte)';' or (byte)'*' || line.StartsWith("//"u8) || line.StartsWith("--"u8) || line.StartsWith("<!--"u8) || line.StartsWith("/*"u8);
}
