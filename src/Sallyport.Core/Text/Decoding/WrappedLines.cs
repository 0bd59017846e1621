using System.Buffers;
using System.Runtime.CompilerServices;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Joins lines that one long value was wrapped into: equally long lines, and a last one that may be shorter.</summary>
internal static class WrappedLines
{
    private const int Narrowest = 12;
    private const int Widest = 200;
    private const int Longest = 64 * 1024;
    private static readonly SearchValues<byte> Code = SearchValues.Create("(){}<>;,"u8);

    // Where a value breaks, a run of its characters meets the line end, or it is an address: only such lines are looked at closely.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        var span = text.Span;
        var done = 0;
        var address = NextAddress(span, 0);
        var runs = new LongRuns(span, Narrowest);
        while (runs.MoveNext())
        {
            for (; address < runs.Current.Start; address = NextAddress(span, Math.Max(address + 1, done)))
            {
                done = JoinAround(text, address, found);
            }

            var end = runs.Current.End;
            if (runs.Current.Start < done || end >= span.Length || span[end] is not ((byte)'\n' or (byte)'\r'))
            {
                continue;
            }

            done = JoinAround(text, runs.Current.Start, found);
        }

        for (; address < span.Length; address = NextAddress(span, Math.Max(address + 1, done)))
        {
            done = JoinAround(text, address, found);
        }
    }

    // The place of the next `://`, or the end of the text.
    private static int NextAddress(ReadOnlySpan<byte> text, int from)
    {
        var at = from < text.Length ? text[from..].IndexOf("://"u8) : -1;
        return at < 0 ? text.Length : from + at;
    }

    private static int JoinAround(ReadOnlyMemory<byte> text, int at, List<DecodedText> found)
    {
        var group = GroupAround(text.Span, at);
        Join(text, group, found);
        return group.End;
    }

    // The lines of equal width around a place, and the shorter one behind them.
    private static Group GroupAround(ReadOnlySpan<byte> text, int at)
    {
        var floor = Math.Max(0, at - Longest);
        var start = floor + text[floor..at].LastIndexOf((byte)'\n') + 1;
        var next = start;
        var width = LineAt(text, ref next).Length;
        if (width is < Narrowest or > Widest)
        {
            return new(start, width, 1, next);
        }

        var first = start;
        while (first > floor && text[first - 1] == '\n')
        {
            var above = Math.Max(floor, text[floor..(first - 1)].LastIndexOf((byte)'\n') + 1 + floor);
            var line = above;
            if (LineAt(text, ref line).Length != width)
            {
                break;
            }

            first = above;
        }

        var count = 0;
        var last = 0;
        for (next = first; next < text.Length && count * width <= Longest;)
        {
            var line = next;
            last = LineAt(text, ref line).Length;
            if (last != width)
            {
                break;
            }

            count++;
            next = line;
        }

        if (last > 0 && last < width && next < text.Length)
        {
            LineAt(text, ref next);
            count++;
        }

        return new(first, width, count, Math.Min(next, text.Length));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Join(ReadOnlyMemory<byte> text, Group group, List<DecodedText> found)
    {
        if (group.Count < 2 || group.Count * group.Width > Longest || !IsValue(text.Span, group))
        {
            return;
        }

        var span = text.Span;
        var builder = new DecodedBuilder(text);
        if (group.Start > 0)
        {
            // The line above names the value.
            builder.Copy(span[..(group.Start - 1)].LastIndexOf((byte)'\n') + 1, group.Start - 1);
            builder.Add(" "u8, new TextSpan(group.Start - 1, 1));
        }

        for (int i = 0, at = group.Start; i < group.Count; i++)
        {
            var line = LineAt(span, ref at);
            builder.Copy(line.Start, line.End);
        }

        found.Add(builder.Build("wrapped lines"));
    }

    // Prose and code have blanks; a wrapped value has none or few.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsValue(ReadOnlySpan<byte> text, Group group)
    {
        var most = group.Count * group.Width / (group.Count > 3 ? 16 : 32);
        var blanks = 0;
        for (int i = 0, at = group.Start; i < group.Count && blanks <= most; i++)
        {
            var line = LineAt(text, ref at);
            var bytes = text.Slice(line.Start, line.Length);
            if (group.Count < 4 && bytes.IndexOfAny(Code) >= 0)
            {
                return false;
            }

            blanks += bytes.Count((byte)' ');
        }

        return blanks <= most;
    }

    private static TextSpan LineAt(ReadOnlySpan<byte> text, ref int at)
    {
        var feed = text[at..].IndexOf((byte)'\n');
        var end = feed < 0 ? text.Length : at + feed;
        var line = Trim(text, at, end);
        at = end + 1;
        return line;
    }

    private static TextSpan Trim(ReadOnlySpan<byte> text, int start, int end)
    {
        while (start < end && text[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && text[end - 1] is (byte)'\r' or (byte)' ')
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }

    // `Count` lines of `Width` bytes from `Start` to `End`; the last may be shorter.
    private readonly record struct Group(int Start, int Width, int Count, int End);
}
