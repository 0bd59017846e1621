using System.Buffers;
using System.Text;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Undoes escapes: <c>\u0041 \x41 \n \"</c> of strings, <c>%41</c> of URLs, <c>&amp;#65;</c> of HTML.</summary>
internal static class EscapedText
{
    private const int LeastEscapes = 3;
    private const int Gap = 96; // an escape this far from the last begins another region
    private static readonly SearchValues<byte> Openers = SearchValues.Create("\\%&"u8);

    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        var span = text.Span;
        int at = 0, next;
        while (at < span.Length && (next = span[at..].IndexOfAny(Openers)) >= 0)
        {
            at += next;
            at = Escape.TryRead(span[at..], out _, out var length) ? Region(text, at, length, found) : at + 1;
        }
    }

    // Decodes from one escape on while others follow closely; gives back where to go on.
    private static int Region(ReadOnlyMemory<byte> text, int first, int length, List<DecodedText> found)
    {
        var span = text.Span;
        var opener = span[first];
        var start = LineStart(span, first);
        var builder = new DecodedBuilder(text);
        Span<byte> utf8 = stackalloc byte[4];
        int count = 0, copied = start, at = first;
        while (true)
        {
            if (span[at] == opener && Escape.TryRead(span[at..], out var rune, out length))
            {
                builder.Copy(copied, at);
                builder.Add(utf8[..rune.EncodeToUtf8(utf8)], new TextSpan(at, length));
                count++;
                at += length;
                copied = at;
            }
            else
            {
                at++;
            }

            var next = at < span.Length ? span[at..Math.Min(span.Length, at + Gap)].IndexOf(opener) : -1;
            if (next < 0)
            {
                break;
            }

            at += next;
        }

        var end = RegionEnd(span, copied);
        builder.Copy(copied, end);
        if (count >= LeastEscapes && builder.Length >= 12)
        {
            found.Add(builder.Build(opener switch { (byte)'%' => "percent encoding", (byte)'&' => "HTML entities", _ => "string escapes" }));
        }

        return copied;
    }

    // The line's beginning goes along: it names the value.
    private static int LineStart(ReadOnlySpan<byte> text, int at)
    {
        var least = Math.Max(0, at - Gap);
        var feed = text[least..at].LastIndexOf((byte)'\n');
        return feed < 0 ? least : least + feed + 1;
    }

    private static int RegionEnd(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + Gap)];
        var feed = rest.IndexOf((byte)'\n');
        return at + (feed < 0 ? rest.Length : feed);
    }
}
