namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Walks the fields of a protocol buffer message without its schema.</summary>
internal static class ProtocolBuffer
{
    public const int Number = 0, Bytes = 2;

    /// <summary>Takes the next field off the front; fixed-width fields are refused.</summary>
    public static bool TryRead(scoped ref ReadOnlySpan<byte> data, out int field, out int type, out ulong number, out ReadOnlySpan<byte> bytes)
    {
        field = type = 0;
        number = 0;
        bytes = default;
        if (!Varint.TryRead(ref data, out var tag) || tag >> 3 is 0 or > 1000)
        {
            return false;
        }

        (field, type) = ((int)(tag >> 3), (int)(tag & 7));
        if (type is not (Number or Bytes) || !Varint.TryRead(ref data, out number))
        {
            return false;
        }

        if (type == Bytes)
        {
            if (number > (ulong)data.Length)
            {
                return false;
            }

            bytes = data[..(int)number];
            data = data[(int)number..];
        }

        return true;
    }
}
