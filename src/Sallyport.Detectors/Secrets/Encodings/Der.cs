namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Just enough DER to walk a key: tag, length, content.</summary>
internal static class Der
{
    public const byte Integer = 0x02, BitString = 0x03, OctetString = 0x04, Oid = 0x06, Sequence = 0x30;

    /// <summary>Takes the next element off the front of <paramref name="data"/>.</summary>
    public static bool TryRead(scoped ref ReadOnlySpan<byte> data, out byte tag, out ReadOnlySpan<byte> content)
    {
        tag = 0;
        content = default;
        if (data.Length < 2)
        {
            return false;
        }

        tag = data[0];
        int length = data[1], start = 2;
        if (length >= 0x80)
        {
            var count = length & 0x7F;
            if (count is 0 or > 3 || data.Length < 2 + count)
            {
                return false;
            }

            length = 0;
            for (var i = 0; i < count; i++)
            {
                length = (length << 8) | data[start++];
            }
        }

        if (data.Length - start < length)
        {
            return false;
        }

        content = data.Slice(start, length);
        data = data[(start + length)..];
        return true;
    }

    public static bool TryRead(scoped ref ReadOnlySpan<byte> data, byte wanted, out ReadOnlySpan<byte> content) =>
        TryRead(ref data, out var tag, out content) && tag == wanted;
}
