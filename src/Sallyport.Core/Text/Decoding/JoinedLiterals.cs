using System.Buffers;
using System.Runtime.CompilerServices;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Joins string literals that stand in pieces: <c>"ab" + "cd"</c>, <c>"ab" . 'cd'</c>, <c>"ab" "cd"</c>, over lines too.</summary>
internal static class JoinedLiterals
{
    private const int GapLimit = 96;
    private const int PieceLimit = 4096;
    private const int HeadLimit = 96;
    private static readonly SearchValues<byte> Quotes = SearchValues.Create("\"'`"u8);
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n"u8);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        var span = text.Span;
        var at = 0;
        while (at < span.Length)
        {
            var next = span[at..].IndexOfAny(Quotes);
            if (next < 0)
            {
                return;
            }

            at += next;
            at = NextPiece(span, at) is var second and > 0 && at > 0 && IsPieceBefore(span, at, out var first)
                ? Join(text, first, at, second, found)
                : at + 1;
        }
    }

    // Behind a closing quote: the opening quote of the piece that is joined on, or -1.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int NextPiece(ReadOnlySpan<byte> text, int quote)
    {
        var at = SkipBlank(text, quote + 1, out var lines);
        if (at >= text.Length)
        {
            return -1;
        }

        var operators = text[at..] switch
        {
            [(byte)'.', (byte)'.', ..] or [(byte)'<', (byte)'>', ..] or [(byte)'|', (byte)'|', ..] => 2,
            [(byte)'+' or (byte)'.' or (byte)'&', ..] => 1,
            [(byte)'\\', (byte)'\n', ..] => 2,
            _ => 0,
        };
        if (operators == 0 && lines == 0 && at == quote + 1)
        {
            return -1; // "" inside a quoted text, or nothing to join
        }

        at = SkipBlank(text, at + operators, out _);
        return at < text.Length && Quotes.Contains(text[at]) && (operators > 0 || text[at] == text[quote]) ? at : -1;
    }

    // The opening quote of the literal that closes at `quote`; literals hold no quote and no line end.
    private static bool IsPieceBefore(ReadOnlySpan<byte> text, int quote, out int open)
    {
        var least = Math.Max(0, quote - PieceLimit);
        open = least + text[least..quote].LastIndexOf(text[quote]);
        return open >= least && quote - open > 1 && !text[open..quote].Contains((byte)'\n');
    }

    private static int Join(ReadOnlyMemory<byte> text, int open, int close, int next, List<DecodedText> found)
    {
        var span = text.Span;
        var builder = new DecodedBuilder(text);
        builder.Copy(Head(span, open), close);
        var blanks = span[(open + 1)..close].Count((byte)' ');
        var length = close - open;
        var count = 1;
        while (next > 0)
        {
            var rest = span[(next + 1)..Math.Min(span.Length, next + PieceLimit)];
            var end = rest.IndexOf(span[next]);
            if (end < 0 || rest[..end].Contains((byte)'\n'))
            {
                break;
            }

            builder.Copy(next + 1, next + 1 + end);
            blanks += rest[..end].Count((byte)' ');
            length += end;
            close = next + 1 + end;
            count++;
            next = NextPiece(span, close);
        }

        // Prose in pieces is of no interest; values have no blanks, connection strings and armoured keys few.
        if (count > 1 && blanks * 12 <= length)
        {
            builder.Copy(close, close + 1);
            found.Add(builder.Build("joined string literals"));
        }

        return close + 1;
    }

    private static int Head(ReadOnlySpan<byte> text, int open)
    {
        var least = Math.Max(0, open - HeadLimit);
        var feed = text[least..open].LastIndexOf((byte)'\n');
        return feed < 0 ? least : least + feed + 1;
    }

    private static int SkipBlank(ReadOnlySpan<byte> text, int at, out int lines)
    {
        var rest = text[Math.Min(at, text.Length)..Math.Min(text.Length, at + GapLimit)];
        var length = rest.IndexOfAnyExcept(Blank);
        length = length < 0 ? rest.Length : length;
        lines = rest[..length].Count((byte)'\n');
        return at + length;
    }
}
