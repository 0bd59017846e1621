using System.Runtime.CompilerServices;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>Whether a line of prose stands among lines that are something else: a table, a log, code, headers.</summary>
internal static class LineShape
{
    private const int Seen = 240; // bytes of a line that are looked at

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsLone(ReadOnlySpan<byte> text, TextSpan sentence)
    {
        var floor = Math.Max(0, sentence.Start - Seen);
        var start = floor + text[floor..sentence.Start].LastIndexOf((byte)'\n') + 1;
        if (!IsProse(Line(text, start)))
        {
            return false;
        }

        var before = Above(text, start);
        var feed = text[sentence.End..Math.Min(text.Length, sentence.End + (2 * Seen))].IndexOf((byte)'\n');
        var after = feed < 0 ? default : Below(text, sentence.End + feed + 1);
        return (before.IsEmpty || !IsProse(before)) && (after.IsEmpty || !IsProse(after)) && !(before.IsEmpty && after.IsEmpty);
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text, int start)
    {
        var rest = text[start..Math.Min(text.Length, start + Seen)];
        var feed = rest.IndexOf((byte)'\n');
        return feed < 0 ? rest : rest[..feed];
    }

    private static ReadOnlySpan<byte> Above(ReadOnlySpan<byte> text, int start)
    {
        for (var tries = 0; tries < 3 && start > 0; tries++)
        {
            var end = start - 1;
            var floor = Math.Max(0, end - Seen);
            start = floor + text[floor..end].LastIndexOf((byte)'\n') + 1;
            var line = text[start..end].Trim(" \t\r"u8);
            if (!line.IsEmpty)
            {
                return line;
            }
        }

        return default;
    }

    private static ReadOnlySpan<byte> Below(ReadOnlySpan<byte> text, int start)
    {
        for (var tries = 0; tries < 3 && start < text.Length; tries++)
        {
            var line = Line(text, start);
            start += line.Length + 1;
            line = line.Trim(" \t\r"u8);
            if (!line.IsEmpty)
            {
                return line;
            }
        }

        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsProse(ReadOnlySpan<byte> line)
    {
        int letters = 0, blanks = 0, others = 0;
        foreach (var b in line)
        {
            letters += char.IsAsciiLetter((char)b) || b >= 0x80 ? 1 : 0;
            blanks += b == ' ' ? 1 : 0;
            others += b is (byte)',' or (byte)'.' or (byte)'\'' or (byte)'?' or (byte)'!' or (byte)'\r' ? 1 : 0;
        }

        return line.Length > 12 && blanks >= 2 && line[0] != ' ' && (letters + blanks + others) * 100 >= line.Length * 92 && letters > blanks * 2;
    }
}
