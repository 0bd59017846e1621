using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Undoes escapes: <c>\u0041 \x41 \n \"</c> of strings, <c>%41</c> of URLs, <c>&amp;#65;</c> of HTML.</summary>
internal static class EscapedText
{
    private const int LeastEscapes = 3; // fewer hide nothing that its rule would not find as it stands; personal data stands in addresses and sentences
    private const int Gap = 96; // an escape this far from the last begins another region
    private static readonly SearchValues<byte> Openers = SearchValues.Create("\\%&"u8);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found, bool single)
    {
        var span = text.Span;
        int at = 0, next;
        while (at < span.Length && (next = span[at..].IndexOfAny(Openers)) >= 0)
        {
            at += next;
            if (!Hides(span, at) || !Escape.TryRead(span[at..], out _, out _))
            {
                at += span[at] == '\\' ? 2 : 1;
                continue;
            }

            var (end, count) = Extent(span, at);
            if (count >= LeastEscapes || single && (span[at] != '\\' || span[at + 1] != '"'))
            {
                Decode(text, at, end, found);
            }

            at = end;
        }
    }

    // A line end or tab in a string hides nothing; a letter written as a number does, and a quotation mark inside a quoted text.
    private static bool Hides(ReadOnlySpan<byte> text, int at) =>
        text[at] != '\\' || (at + 1 < text.Length && text[at + 1] is (byte)'u' or (byte)'U' or (byte)'x' or (byte)'"');

    // How far escapes of the same kind follow each other closely, and how many there are.
    private static (int End, int Count) Extent(ReadOnlySpan<byte> text, int first)
    {
        int at = first, end = first + 1, count = 0;
        while (true)
        {
            if (Hides(text, at) && Escape.TryRead(text[at..], out _, out var length))
            {
                count++;
                at += length;
                end = at;
            }
            else
            {
                at += text[at] == '\\' ? 2 : 1;
            }

            var limit = Math.Min(text.Length, end + Gap);
            var next = at < limit ? text[at..limit].IndexOf(text[first]) : -1;
            if (next < 0)
            {
                return (end, count);
            }

            at += next;
        }
    }

    private static void Decode(ReadOnlyMemory<byte> text, int first, int last, List<DecodedText> found)
    {
        var span = text.Span;
        var opener = span[first];
        var builder = new DecodedBuilder(text);
        Span<byte> utf8 = stackalloc byte[4];
        var copied = LineStart(span, first);
        for (var at = first; at < last;)
        {
            if (span[at] == opener && Escape.TryRead(span[at..], out var rune, out var length))
            {
                builder.Copy(copied, at);
                builder.Add(utf8[..rune.EncodeToUtf8(utf8)], new TextSpan(at, length));
                copied = at += length;
            }
            else
            {
                at++;
            }
        }

        builder.Copy(copied, RegionEnd(span, copied));
        found.Add(builder.Build(opener switch { (byte)'%' => "percent encoding", (byte)'&' => "HTML entities", _ => "string escapes" }));
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
