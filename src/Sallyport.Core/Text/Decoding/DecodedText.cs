namespace Sallyport.Core.Text.Decoding;

/// <summary>A text that stood encoded, escaped or in pieces inside another.</summary>
/// <param name="Bytes">The readable text in UTF-8.</param>
/// <param name="Map">Leads back to the text it stood in.</param>
/// <param name="How">The way it was hidden, for people: "base64", "joined string literals".</param>
/// <param name="Cut">Whether it is only the beginning: what was compressed grew over the limit.</param>
public sealed record DecodedText(ReadOnlyMemory<byte> Bytes, SpanMap Map, string How, bool Cut = false)
{
    internal const string Base64 = "base64";
    internal const string Hexadecimal = "hexadecimal digits";

    /// <summary>Writes another value in place of one, encoded as that is.</summary>
    /// <param name="span">The value, in <see cref="Bytes"/>.</param>
    /// <param name="replacement">What comes instead.</param>
    /// <param name="written">What to write into the outer text.</param>
    /// <returns>Where in the outer text; null where only the whole could be replaced.</returns>
    public TextSpan? Write(TextSpan span, ReadOnlySpan<byte> replacement, out byte[] written)
    {
        written = [];
        return How switch
        {
            Base64 => WriteBase64(span, replacement, out written),
            Hexadecimal => WriteHexadecimal(span, replacement, out written),
            _ when How.StartsWith(Base64, StringComparison.Ordinal) || How.StartsWith(Hexadecimal, StringComparison.Ordinal) => null,
            _ => Map.Write(Bytes.Span, span, replacement, out written),
        };
    }

    // Whole groups of three bytes; where the length changes, all that follows moves and is written anew.
    private TextSpan WriteBase64(TextSpan span, ReadOnlySpan<byte> replacement, out byte[] written)
    {
        var inner = Bytes.Span;
        var whole = Map.ToOuter(new TextSpan(0, inner.Length));
        var first = span.Start / 3 * 3;
        var last = replacement.Length == span.Length ? Math.Min(inner.Length, (span.End + 2) / 3 * 3) : inner.Length;
        byte[] bytes = [.. inner[first..span.Start], .. replacement, .. inner[span.End..last]];
        var outer = Map.Outer.Span;
        var start = whole.Start + (first / 3 * 4);
        var end = last == inner.Length ? whole.End : whole.Start + (last / 3 * 4);
        var padded = end;
        while (last == inner.Length && padded < outer.Length && outer[padded] == '=' && padded - end < 2)
        {
            padded++;
        }

        var text = Convert.ToBase64String(bytes);
        var url = outer.Slice(whole.Start, whole.Length).IndexOfAny((byte)'-', (byte)'_') >= 0;
        text = url ? text.Replace('+', '-').Replace('/', '_') : text;
        written = System.Text.Encoding.ASCII.GetBytes(padded > end || last < inner.Length ? text : text.TrimEnd('='));
        return TextSpan.Between(start, padded);
    }

    private TextSpan WriteHexadecimal(TextSpan span, ReadOnlySpan<byte> replacement, out byte[] written)
    {
        var place = Map.ToOuter(span);
        var capital = Map.Outer.Span.Slice(place.Start, place.Length).IndexOfAnyInRange((byte)'A', (byte)'F') >= 0;
        written = System.Text.Encoding.ASCII.GetBytes(capital ? Convert.ToHexString(replacement) : Convert.ToHexStringLower(replacement));
        return place;
    }
}
