using System.Buffers.Binary;
using System.Text;

namespace Sallyport.Proxy.Egress;

/// <summary>Reads the name that a TLS client asks for.</summary>
internal static class ClientHello
{
    /// <summary>The name; null when the bytes are no complete greeting, or it names none.</summary>
    public static string? ServerName(ReadOnlySpan<byte> bytes)
    {
        // record header, handshake header, version, random
        if (bytes.Length < 43 || bytes[0] != 22 || bytes[5] != 1)
        {
            return null;
        }

        var rest = bytes[43..];
        return Skip(ref rest, 1) && Skip(ref rest, 2) && Skip(ref rest, 1) && rest.Length > 2 ? Name(rest[2..]) : null;
    }

    /// <summary>Whether the first byte is that of a TLS record with a handshake.</summary>
    public static bool Begins(byte first) => first == 22;

    /// <summary>How many bytes the first record has with its header; 0 when they are not yet known.</summary>
    public static int Length(ReadOnlySpan<byte> bytes) => bytes.Length < 5 ? 0 : 5 + BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]);

    private static string? Name(ReadOnlySpan<byte> extensions)
    {
        while (extensions.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16BigEndian(extensions);
            var length = BinaryPrimitives.ReadUInt16BigEndian(extensions[2..]);
            if (extensions.Length < 4 + length)
            {
                return null;
            }

            var body = extensions.Slice(4, length);
            if (kind == 0 && length > 5 && body[2] == 0 && BinaryPrimitives.ReadUInt16BigEndian(body[3..]) == length - 5)
            {
                return Encoding.ASCII.GetString(body[5..]);
            }

            extensions = extensions[(4 + length)..];
        }

        return null;
    }

    private static bool Skip(ref ReadOnlySpan<byte> rest, int size)
    {
        if (rest.Length < size)
        {
            return false;
        }

        var length = size == 1 ? rest[0] : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (rest.Length < size + length)
        {
            return false;
        }

        rest = rest[(size + length)..];
        return true;
    }
}
