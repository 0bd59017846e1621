using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sallyport.Detectors.Packages;

/// <summary>Hosts of the public registries. Kept as hashes: no address stands in this program that it could ask by itself.</summary>
public static class RegistryHosts
{
    // The first 64 bits of SHA-256 of a host, sorted.
    private static readonly ulong[] Known =
    [
        0x00a7dc5a0cc38858, 0x03e390c8d8a6f2cf, 0x0dc11026ac75c015, 0x203bf95e91fb92d4, 0x2c77714df232b07f, 0x317d2d52829b7812,
        0x384fe328e9cc3d5c, 0x386c042daaf7f1eb, 0x3d01f3609be82d98, 0x4189e62695dc2b69, 0x43c04ed1dabe979b, 0x4445b86dcaaff098,
        0x4a932d20f65850d9, 0x4db460c55b85212e, 0x4f247acdba6480ea, 0x5b3097c5c7bd083b, 0x70bb4000cd2fab03, 0x7117c828d2afa4e2,
        0x71741fe2460a6150, 0x75c5f478b8eabe83, 0x789e46d79514e280, 0xa4aa2ac280bb8d1a, 0xb7414beeef75771c, 0xbe549aaf28b65cd0,
        0xc899567ee9068517, 0xd6d7019ca9fcbf07, 0xd94bf49392e68d82, 0xeb7e11c7f9ecbcf4, 0xed81f666b1c47b21, 0xf483c1237e51a1fa,
        0xf5c653675ede2254, 0xfcb9af86680af88f,
    ];

    /// <summary>The host of an address, or of Cargo's one index, its path; empty for what has none.</summary>
    public static string Of(string address)
    {
        var begin = address.IndexOf("://", StringComparison.Ordinal);
        if (begin < 0)
        {
            return "";
        }

        var rest = address[(begin + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var host = (end < 0 ? rest : rest[..end])[(rest.AsSpan(0, end < 0 ? rest.Length : end).LastIndexOf('@') + 1)..].ToLowerInvariant();
        return address.StartsWith("registry+", StringComparison.Ordinal) ? rest.TrimEnd('/').ToLowerInvariant() : host;
    }

    /// <summary>Whether a host is a public registry's.</summary>
    public static bool IsPublic(string host)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(host.Split(':')[0]), hash);
        return Array.BinarySearch(Known, BinaryPrimitives.ReadUInt64BigEndian(hash)) >= 0;
    }
}
