namespace Sallyport.Core.Text.Decoding;

/// <summary>Joins an armoured block whose very header was wrapped: <c>-----BEGIN RSA PRIVA</c>, <c>TE KEY-----</c>, and so on to its end.</summary>
internal static class WrappedArmour
{
    private const int Longest = 32 * 1024;
    private const int Footer = 80;

    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        var span = text.Span;
        int at = 0, next;
        while ((next = span[at..].IndexOf("-----BEGIN "u8)) >= 0)
        {
            at += next;
            var feed = span[at..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                return;
            }

            if (span.Slice(at + 11, Math.Max(0, feed - 11)).IndexOf("-----"u8) < 0 && Join(text, at) is { } joined)
            {
                found.Add(joined);
            }

            at += feed;
        }
    }

    // Takes line after line until the dashes behind END are complete.
    private static DecodedText? Join(ReadOnlyMemory<byte> text, int start)
    {
        var span = text.Span;
        var builder = new DecodedBuilder(text);
        var end = Math.Min(span.Length, start + Longest);
        for (var at = start; at < end;)
        {
            var feed = span[at..end].IndexOf((byte)'\n');
            var lineEnd = feed < 0 ? end : at + feed;
            builder.Copy(at, lineEnd > at && span[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd);
            at = lineEnd + 1;
            var tail = builder.Tail(Footer);
            if (tail.IndexOf("-----END "u8) is var footer and >= 0 && tail[(footer + 9)..].IndexOf("-----"u8) >= 0)
            {
                return builder.Build("wrapped lines");
            }
        }

        return null;
    }
}
