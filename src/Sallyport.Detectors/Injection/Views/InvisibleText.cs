using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Views;

/// <summary>Text in characters that show nothing: tag characters, variation selectors, bits of zero-width characters; and text that is shown in another order.</summary>
internal static class InvisibleText
{
    private const int LeastTags = 4;
    private const int LeastBits = 16;
    private const int LeastTurned = 4;
    private static readonly SearchValues<byte> Leads = SearchValues.Create([0xC2, 0xCD, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3]);

    /// <summary>Whether any byte may begin such a character; most texts end here.</summary>
    public static bool Possible(ReadOnlySpan<byte> text) => text.ContainsAny(Leads);

    /// <summary>Adds a view for every text hidden so in <paramref name="view"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(View view, List<View> found)
    {
        var text = view.Bytes.Span;
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Leads);
            if (next < 0)
            {
                return;
            }

            at += next;
            if (Rune.DecodeFromUtf8(text[at..], out var rune, out var length) != OperationStatus.Done)
            {
                at += Math.Max(1, length);
                continue;
            }

            at = Kind(rune.Value) switch
            {
                Sign.Tag => Tags(view, at, found),
                Sign.Selector => Selectors(view, at, found),
                Sign.Width => Bits(view, at, found),
                Sign.Turn => Turned(view, at, found),
                _ => at + length,
            };
        }
    }

    private enum Sign
    {
        None,
        Tag,
        Selector,
        Width,
        Turn,
    }

    private static Sign Kind(int rune) => rune switch
    {
        >= 0xE0000 and <= 0xE007F => Sign.Tag,
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => Sign.Selector,
        0x202D or 0x202E => Sign.Turn,
        (>= 0x200B and <= 0x200F) or (>= 0x2060 and <= 0x2064) or 0xFEFF or 0x180E or 0x115F or 0x1160 or 0x3164 or 0x034F or 0x00AD or (>= 0x206A and <= 0x206F) => Sign.Width,
        _ => Sign.None,
    };

    // A flag of a region is written in tags, too: it follows a black flag and ends with a cancel tag.
    private static int Tags(View view, int start, List<View> found)
    {
        var text = view.Bytes.Span;
        var letters = new List<byte>();
        var at = start;
        while (Read(text, at, out var value, out var length) && Kind(value) == Sign.Tag)
        {
            at += length;
            if (value is >= 0xE0020 and < 0xE007F)
            {
                letters.Add((byte)(value - 0xE0000));
            }
        }

        var flag = start >= 4 && text[(start - 4)..start].SequenceEqual("\U0001F3F4"u8) && letters.Count <= 6;
        if (letters.Count >= LeastTags && !flag)
        {
            Add(view, TextSpan.Between(start, at), [.. letters], "tag characters", found);
        }

        return at;
    }

    // One selector after an emoji or a letter is ordinary; a row of them carries bytes.
    private static int Selectors(View view, int start, List<View> found)
    {
        var text = view.Bytes.Span;
        var bytes = new List<byte>();
        var at = start;
        while (Read(text, at, out var value, out var length) && Kind(value) == Sign.Selector)
        {
            at += length;
            bytes.Add((byte)(value < 0xE0000 ? value - 0xFE00 : value - 0xE0100 + 16));
        }

        if (bytes.Count >= LeastTags)
        {
            Add(view, TextSpan.Between(start, at), [.. bytes], "variation selectors", found);
        }

        return at;
    }

    private static int Bits(View view, int start, List<View> found)
    {
        var text = view.Bytes.Span;
        var signs = new List<int>();
        var at = start;
        while (Read(text, at, out var value, out var length) && Kind(value) == Sign.Width)
        {
            at += length;
            signs.Add(value);
        }

        if (signs.Count >= LeastBits && signs.Exists(s => s != signs[0]))
        {
            Add(view, TextSpan.Between(start, at), Decode(signs), "zero-width characters", found);
        }

        return at;
    }

    // Two kinds of characters are bits; a third parts them. Which is which is tried out.
    private static byte[] Decode(List<int> signs)
    {
        var kinds = signs.Distinct().Take(4).ToArray();
        byte[] best = [];
        var readable = 0;
        foreach (var (zero, one) in from zero in kinds from one in kinds where zero != one select (zero, one))
        {
            foreach (var width in (int[])[8, 7, 16])
            {
                var bytes = Pack(signs, zero, one, width);
                var good = bytes.Count(b => b is >= 0x20 and < 0x7F);
                (best, readable) = good > readable ? (bytes, good) : (best, readable);
            }
        }

        return best;
    }

    private static byte[] Pack(List<int> signs, int zero, int one, int width)
    {
        var bytes = new List<byte>(signs.Count / width);
        var (value, count) = (0, 0);
        foreach (var sign in signs)
        {
            if (sign != zero && sign != one)
            {
                continue;
            }

            value = value << 1 | (sign == one ? 1 : 0);
            if (++count == width)
            {
                bytes.Add((byte)value);
                (value, count) = (0, 0);
            }
        }

        return [.. bytes];
    }

    // Latin letters under an override are shown from right to left: what is read is not what is shown.
    private static int Turned(View view, int start, List<View> found)
    {
        var text = view.Bytes.Span;
        var from = start + 3;
        var stop = text[from..].IndexOf((byte)'\n');
        var end = stop < 0 ? text.Length : from + stop;
        var pop = text[from..end].IndexOf("\u202C"u8);
        end = pop < 0 ? end : from + pop;
        var inner = text[from..end];
        var letters = 0;
        foreach (var b in inner)
        {
            letters += char.IsAsciiLetter((char)b) || b is (>= 0xC3 and <= 0xD4) or (>= 0xE3 and <= 0xED) ? 1 : 0; // Leads of other scripts that are not written from right to left.
        }

        if (letters >= LeastTurned)
        {
            var turned = text[start + 2] == 0xAE ? Backwards.Of(inner) : inner.ToArray();
            Add(view, TextSpan.Between(start, end), turned, "reordered text", found);
        }

        return Math.Max(end, from);
    }

    private static bool Read(ReadOnlySpan<byte> text, int at, out int value, out int length)
    {
        value = 0;
        length = 0;
        if (at >= text.Length || Rune.DecodeFromUtf8(text[at..], out var rune, out length) != OperationStatus.Done)
        {
            return false;
        }

        value = rune.Value;
        return true;
    }

    private static void Add(View view, TextSpan span, byte[] bytes, string how, List<View> found)
    {
        bytes = bytes.Length == 0 ? "?"u8.ToArray() : bytes;
        found.Add(view.Decoded(bytes, new SpanMap(view.Bytes, [new(new(0, bytes.Length), span)]), Concealment.Invisible, how));
    }
}
