using System.Net;
using System.Net.Sockets;

namespace Sallyport.Proxy.Egress;

/// <summary>Which addresses lie on the open internet, and not in this machine, its network or its cloud's own services.</summary>
public static class PublicAddress
{
    /// <summary>Ranges of IPv4 that are nobody's on the internet: network and length.</summary>
    private static readonly (uint Network, int Length)[] Closed =
    [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12), (0xC0000000, 24), (0xC0000200, 24), (0xC0586300, 24),
        (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24), (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4), (0xA83F8110, 32),
    ];

    /// <summary>Whether a connection may go to <paramref name="address"/>.</summary>
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.AddressFamily == AddressFamily.InterNetwork ? Four(address.GetAddressBytes()) : address.AddressFamily == AddressFamily.InterNetworkV6 && Six(address.GetAddressBytes());
    }

    private static bool Four(ReadOnlySpan<byte> bytes)
    {
        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes);
        foreach (var (network, length) in Closed)
        {
            if ((value ^ network) >> (32 - length) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // Only what is handed out globally, 2000::/3, and of that nothing that carries an IPv4 address or is for documentation.
    private static bool Six(ReadOnlySpan<byte> bytes) =>
        bytes[0] >> 5 == 1
        && !bytes.StartsWith((ReadOnlySpan<byte>)[0x20, 0x02]) // 6to4
        && !bytes.StartsWith((ReadOnlySpan<byte>)[0x20, 0x01, 0x00]) // Teredo, ORCHID and other special uses
        && !bytes.StartsWith((ReadOnlySpan<byte>)[0x20, 0x01, 0x0D, 0xB8])
        && !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10);
}
