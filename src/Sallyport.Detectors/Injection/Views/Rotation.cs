namespace Sallyport.Detectors.Injection.Views;

/// <summary>Moves letters by thirteen places.</summary>
internal static class Rotation
{
    public static byte[] Of(ReadOnlySpan<byte> text)
    {
        var moved = text.ToArray();
        foreach (ref var b in moved.AsSpan())
        {
            var lower = b | 0x20;
            b = lower is >= 'a' and <= 'z' ? (byte)(b + (lower < 'n' ? 13 : -13)) : b;
        }

        return moved;
    }
}
