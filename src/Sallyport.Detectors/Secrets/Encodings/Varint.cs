namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Numbers of variable length, seven bits a byte, as protocol buffers and macaroons write them.</summary>
internal static class Varint
{
    public static bool TryRead(scoped ref ReadOnlySpan<byte> data, out ulong value)
    {
        value = 0;
        for (var i = 0; i < data.Length && i < 10; i++)
        {
            value |= (ulong)(data[i] & 0x7F) << (7 * i);
            if (data[i] < 0x80)
            {
                data = data[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
