namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>CRC-24 of OpenPGP's ASCII armour (RFC 9580, section 6.1.1).</summary>
internal static class Crc24
{
    public static uint Compute(ReadOnlySpan<byte> data)
    {
        var crc = 0xB704CEu;
        foreach (var b in data)
        {
            crc ^= (uint)b << 16;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x800000) != 0 ? (crc << 1) ^ 0x1864CFB : crc << 1;
            }
        }

        return crc & 0xFFFFFF;
    }
}
