using System.Runtime.CompilerServices;

namespace Sallyport.Core.Text.Decoding;

/// <summary>Decodes runs of base64 and hexadecimal digits that hold text, or text compressed with gzip or zlib.</summary>
internal static class EncodedRuns
{
    private const int Least = 20;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlyMemory<byte> text, List<DecodedText> found)
    {
        var runs = new LongRuns(text.Span, Least);
        while (runs.MoveNext())
        {
            var run = runs.Current;
            var bytes = text.Span.Slice(run.Start, run.Length);
            if (!HexText.TryDecode(text, run, bytes, found))
            {
                Base64Text.TryDecode(text, run, bytes, found);
            }
        }
    }
}
