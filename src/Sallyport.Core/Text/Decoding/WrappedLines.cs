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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        var span = text.Span;
        var group = new Group(0, 0, 0);
        for (var start = 0; start < span.Length;)
        {
            var feed = span[start..].IndexOf((byte)'\n');
            var end = feed < 0 ? span.Length : start + feed;
            var width = Trim(span, start, end).Length;
            if (group.Count > 0 && width == group.Width)
            {
                group = group with { Count = group.Count + 1 };
            }
            else
            {
                var ends = width > 0 && width < group.Width;
                Join(text, ends ? group with { Count = group.Count + 1 } : group, found);
                group = width is >= Narrowest and <= Widest ? new(start, width, 1) : default;
            }

            start = end + 1;
        }

        Join(text, group, found);
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

    // `Count` lines of `Width` bytes from `Start` on; the last may be shorter.
    private readonly record struct Group(int Start, int Width, int Count);
}
