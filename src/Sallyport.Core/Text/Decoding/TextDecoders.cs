namespace Sallyport.Core.Text.Decoding;

/// <summary>Finds everything in a text that reads differently once it is decoded. Linear in the text; never fails.</summary>
public static class TextDecoders
{
    /// <summary>Adds what is encoded in <paramref name="text"/>, one layer deep.</summary>
    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        EncodedRuns.Find(text, found);
        EscapedText.Find(text, found);
        JoinedLiterals.Find(text, found);
        WrappedLines.Find(text, found);
        WrappedArmour.Find(text, found);
    }
}
