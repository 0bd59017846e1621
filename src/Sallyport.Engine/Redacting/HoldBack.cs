using System.Buffers;

namespace Sallyport.Engine.Redacting;

/// <summary>How much of an unfinished text can be passed on: all but what may still become part of a value, or whose name may still follow.</summary>
internal static class HoldBack
{
    private const int LongestRun = 64 * 1024;
    private const int RunOverlap = 16 * 1024;
    private const int NameReach = 256;
    private const int ChainReach = 80;
    private const int LineReach = 512;
    private const int BlockReach = 64 * 1024;
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789@"u8);

    /// <summary>The offset before which <paramref name="text"/> is settled; not before <paramref name="done"/>.</summary>
    public static int From(ReadOnlySpan<byte> text, int done)
    {
        var cut = text.LastIndexOfAny(Blanks) + 1;
        cut = Math.Max(cut, text.Length - LongestRun);
        cut = Math.Min(cut, Line(text));
        cut = Math.Min(cut, Candidate(text, done));
        cut = Chain(text, cut);
        cut = Joined(text, cut, done);
        cut = Armour(text, cut, done);

        // A run without end is passed on in parts that overlap; the cut keeps groups of four together.
        if (text.Length - done > LongestRun + BlockReach)
        {
            cut = Math.Max(cut, done + ((text.Length - RunOverlap - done) & ~3));
        }

        return Math.Max(cut, done);
    }

    // The value behind a sign on the last line may hold blanks, or be named by what follows.
    private static int Line(ReadOnlySpan<byte> text)
    {
        var start = Math.Max(text.LastIndexOf((byte)'\n') + 1, text.Length - LineReach);
        var sign = text[start..].IndexOfAny((byte)'=', (byte)':', (byte)'"');
        return sign < 0 ? text.Length : start + sign;
    }

    // What looks like a value waits for the words behind it.
    private static int Candidate(ReadOnlySpan<byte> text, int done)
    {
        var at = Math.Max(done, text.Length - NameReach);
        while (at > done && !Blanks.Contains(text[at - 1]))
        {
            at--;
        }

        var digit = text[at..].IndexOfAny(Digits);
        if (digit < 0)
        {
            return text.Length;
        }

        digit += at;
        while (digit > done && !Blanks.Contains(text[digit - 1]))
        {
            digit--;
        }

        return digit;
    }

    // Groups of a number with blanks between them, and the letters in front: GB29 NWBK 6016.
    private static int Chain(ReadOnlySpan<byte> text, int cut)
    {
        var least = Math.Max(0, cut - ChainReach);
        while (cut > least && Blanks.Contains(text[cut - 1]) && cut - 2 > least && text[cut - 1] == ' ')
        {
            var start = cut - 1;
            while (start > least && !Blanks.Contains(text[start - 1]))
            {
                start--;
            }

            var word = text[start..(cut - 1)];
            if (word.Length > 24 || word.IndexOfAny(Digits) < 0 && word.Length > 6)
            {
                break;
            }

            cut = start;
        }

        return cut;
    }

    // Lines that a run meets the end of, and pieces of text in quotes, may go on on the next line.
    private static int Joined(ReadOnlySpan<byte> text, int cut, int done)
    {
        var least = Math.Max(done, text.Length - BlockReach);
        while (cut > least)
        {
            var end = cut;
            while (end > least && Blanks.Contains(text[end - 1]))
            {
                end--;
            }

            if (text[end..cut].IndexOf((byte)'\n') < 0 || end == least)
            {
                return cut;
            }

            var start = text[..end].LastIndexOf((byte)'\n') + 1;
            if (!GoesOn(text[start..end]))
            {
                return cut;
            }

            cut = Math.Max(least, start);
        }

        return cut;
    }

    private static bool GoesOn(ReadOnlySpan<byte> line)
    {
        var run = 0;
        while (run < line.Length && !Blanks.Contains(line[^(run + 1)]))
        {
            run++;
        }

        return run >= 12 || line[^1] is (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'+' or (byte)'.' or (byte)'&' or (byte)'\\' or (byte)',' or (byte)'(' or (byte)'{' or (byte)'[' or (byte)':' or (byte)'=';
    }

    // A key is one value up to its last line.
    private static int Armour(ReadOnlySpan<byte> text, int cut, int done)
    {
        var from = Math.Max(done, text.Length - BlockReach);
        var rest = text[from..];
        var begin = rest.LastIndexOf("-----BEGIN "u8);
        begin = begin < 0 ? rest.LastIndexOf("PuTTY-User-Key-File"u8) : begin;
        if (begin >= 0 && rest[begin..].IndexOf("-----END "u8) is var end && (end < 0 || rest[(begin + end + 9)..].IndexOf("-----"u8) < 0) && rest[begin..].IndexOf("Private-MAC"u8) < 0)
        {
            cut = Math.Min(cut, from + begin);
        }

        return cut;
    }
}
