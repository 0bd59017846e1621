namespace Sallyport.Core.Text.Decoding;

/// <summary>Finds everything in a text that reads differently once it is decoded. Linear in the text; never fails.</summary>
public static class TextDecoders
{
    /// <summary>Adds what is encoded in <paramref name="text"/>, one layer deep.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Receives what it reads as.</param>
    /// <param name="single">Whether a single escape is undone, too: what is on its way out is looked at more closely.</param>
    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found, bool single = false)
    {
        ArgumentNullException.ThrowIfNull(found);
        EncodedRuns.Find(text, found);
        EscapedText.Find(text, found, single);
        JoinedLiterals.Find(text, found);
        WrappedLines.Find(text, found);
        WrappedArmour.Find(text, found);
    }
}
