using System.Text;

namespace Sallyport.Detectors.Injection.Views;

/// <summary>Turns text round, character by character.</summary>
internal static class Backwards
{
    public static byte[] Of(ReadOnlySpan<byte> text)
    {
        var turned = new byte[text.Length];
        for (var at = 0; at < text.Length;)
        {
            var good = Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done;
            length = Math.Max(1, good ? length : 1);
            text.Slice(at, length).CopyTo(turned.AsSpan(text.Length - at - length));
            at += length;
        }

        return turned;
    }
}
