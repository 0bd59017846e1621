using Sallyport.Core.Text.Decoding;

namespace Sallyport.Detectors.Injection.Views;

/// <summary>Text that is written in base64, hexadecimal or percent encoding and holds words once it is decoded.</summary>
internal static class EncodedText
{
    private const int LeastBlanks = 2;

    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        TextDecoders.Find(text, found);
        found.RemoveAll(d => !IsProse(d));
    }

    // Escapes and entities are read where they stand; joined and wrapped values are no prose.
    private static bool IsProse(DecodedText decoded)
    {
        if (decoded.How is "string escapes" or "HTML entities" or "joined string literals" or "wrapped lines")
        {
            return false;
        }

        var bytes = decoded.Bytes.Span;
        return bytes.Count((byte)' ') >= LeastBlanks || bytes.ContainsAnyInRange((byte)0xE2, (byte)0xF4);
    }
}
