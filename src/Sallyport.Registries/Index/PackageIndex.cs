using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.Index;

/// <summary>What is known of packages without asking anybody: popular names, names of known malicious packages as hashes, and import names.</summary>
/// <remarks>An ecosystem's part is unpacked when it is first asked for. Safe for use by several threads.</remarks>
public sealed class PackageIndex
{
    internal const uint Magic = 0x31495053; // "SPI1"
    private static readonly Lazy<PackageIndex> BuiltIn = new(() => Read(Resource()));
    private readonly Dictionary<Ecosystem, Lazy<EcosystemIndex>> _parts = [];

    private PackageIndex(DateOnly made) => Made = made;

    /// <summary>The index that was built into this assembly.</summary>
    public static PackageIndex Shipped => BuiltIn.Value;

    /// <summary>The day its lists were made.</summary>
    public DateOnly Made { get; }

    /// <summary>Reads what <see cref="PackageIndexBuilder"/> wrote; throws <see cref="InvalidDataException"/> when it is something else.</summary>
    public static PackageIndex Read(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(span) != Magic)
        {
            throw new InvalidDataException("not a package index of this version");
        }

        var index = new PackageIndex(DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32LittleEndian(span[4..])));
        var count = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        var at = 12;
        for (var i = 0; i < count; i++)
        {
            var ecosystem = (Ecosystem)span[at];
            var length = BinaryPrimitives.ReadInt32LittleEndian(span[(at + 1)..]);
            var part = data.Slice(at + 5, length);
            index._parts[ecosystem] = new Lazy<EcosystemIndex>(() => EcosystemIndex.Read(ecosystem, part));
            at += 5 + length;
        }

        return index;
    }

    /// <summary>Whether anything is known of this ecosystem.</summary>
    public bool Covers(Ecosystem ecosystem) => _parts.ContainsKey(ecosystem);

    /// <summary>The 1-based rank of a popular name; 0 for a name that is not among them.</summary>
    public int Rank(Ecosystem ecosystem, string name) => _parts.TryGetValue(ecosystem, out var part) ? part.Value.Rank(name) : 0;

    /// <summary>Whether a package of this name is known to be malicious, in every version.</summary>
    public bool IsMalicious(Ecosystem ecosystem, string name) => _parts.TryGetValue(ecosystem, out var part) && part.Value.IsMalicious(name);

    /// <summary>The packages that provide a module, the usual one first; none when nothing is known.</summary>
    public IReadOnlyList<string> PackagesOfImport(Ecosystem ecosystem, string module) => _parts.TryGetValue(ecosystem, out var part) ? part.Value.PackagesOfImport(module) : [];

    internal EcosystemIndex? Part(Ecosystem ecosystem) => _parts.TryGetValue(ecosystem, out var part) ? part.Value : null;

    /// <summary>The hash under which a malicious name is kept.</summary>
    internal static ulong Hash(Ecosystem ecosystem, string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{ecosystem.Word()}:{PackageName.Normalize(ecosystem, name)}"), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    internal static byte[] Unpack(ReadOnlyMemory<byte> packed, int length)
    {
        var result = new byte[length];
        using var source = new MemoryStream(packed.ToArray(), writable: false);
        using var inflate = new DeflateStream(source, CompressionMode.Decompress);
        inflate.ReadExactly(result);
        return result;
    }

    private static byte[] Resource()
    {
        using var stream = typeof(PackageIndex).Assembly.GetManifestResourceStream("packages.bin")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }
}
