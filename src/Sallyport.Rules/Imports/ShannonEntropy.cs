namespace Sallyport.Rules.Imports;

/// <summary>Bits of information in a byte of a text.</summary>
internal static class ShannonEntropy
{
    public static double Of(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[256];
        foreach (var value in text)
        {
            counts[value]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }
}
