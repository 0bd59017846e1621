using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Sallyport.Registries.LookAlikes;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.Index;

/// <summary>One ecosystem's part of the index: names by rank in one text, a hash table over them, hashes of malicious names, import names.</summary>
internal sealed class EcosystemIndex
{
    private readonly byte[] _names;
    private readonly int[] _starts;
    private readonly int[] _table;
    private readonly ulong[] _malicious;
    private readonly Lazy<Dictionary<string, string[]>> _imports;
    private readonly Lazy<LookAlikeFinder> _lookAlikes;

    private EcosystemIndex(Ecosystem ecosystem, byte[] names, int count, ulong[] malicious, Func<byte[]> imports)
    {
        Ecosystem = ecosystem;
        _names = names;
        _malicious = malicious;
        _starts = Starts(names, count);
        _table = Table();
        _imports = new(() => Pairs(imports()));
        _lookAlikes = new(() => new LookAlikeFinder(this));
    }

    public Ecosystem Ecosystem { get; }

    /// <summary>How many popular names there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many bytes the names have.</summary>
    public int Size => _names.Length;

    /// <summary>Whether the list's order says how popular a name is.</summary>
    public bool Ranked => Ecosystem is not (Ecosystem.Crates or Ecosystem.RubyGems or Ecosystem.Maven or Ecosystem.Actions);

    public LookAlikeFinder LookAlikes => _lookAlikes.Value;

    public static EcosystemIndex Read(Ecosystem ecosystem, ReadOnlyMemory<byte> part)
    {
        var span = part.Span;
        var count = BinaryPrimitives.ReadInt32LittleEndian(span);
        var (names, packed) = (BinaryPrimitives.ReadInt32LittleEndian(span[4..]), BinaryPrimitives.ReadInt32LittleEndian(span[8..]));
        var (imports, packedImports) = (BinaryPrimitives.ReadInt32LittleEndian(span[12..]), BinaryPrimitives.ReadInt32LittleEndian(span[16..]));
        var malicious = MemoryMarshal.Cast<byte, ulong>(span[(20 + packed + packedImports)..]).ToArray();
        return new(ecosystem, PackageIndex.Unpack(part.Slice(20, packed), names), count, malicious, () => PackageIndex.Unpack(part.Slice(20 + packed, packedImports), imports));
    }

    /// <summary>The name at a 1-based rank.</summary>
    public string Name(int rank) => Encoding.UTF8.GetString(Bytes(rank));

    public ReadOnlySpan<byte> Bytes(int rank) => _names.AsSpan(_starts[rank - 1], _starts[rank] - _starts[rank - 1] - 1);

    public int Rank(string name)
    {
        var normal = PackageName.Normalize(Ecosystem, name);
        var rank = Exact(normal);
        return rank > 0 ? rank : Ecosystem switch
        {
            Ecosystem.Crates when normal.Contains('_', StringComparison.Ordinal) || normal.Contains('-', StringComparison.Ordinal)
                => Math.Max(Exact(normal.Replace('_', '-')), Exact(normal.Replace('-', '_'))),
            Ecosystem.Go => Module(normal),
            _ => 0,
        };
    }

    public bool IsMalicious(string name) => Array.BinarySearch(_malicious, PackageIndex.Hash(Ecosystem, name)) >= 0;

    /// <summary>The packages that provide a module, the usual one first.</summary>
    public IReadOnlyList<string> PackagesOfImport(string module) => _imports.Value.GetValueOrDefault(module) ?? [];

    // A later major version and a package inside of a module are that module.
    private int Module(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (path.AsSpan(0, slash).Contains('/') && Exact(path[..slash]) is > 0 and var rank)
            {
                return rank;
            }
        }

        return 0;
    }

    private int Exact(string name)
    {
        Span<byte> bytes = stackalloc byte[1024];
        if (name.Length == 0 || !Encoding.UTF8.TryGetBytes(name, bytes, out var length))
        {
            return 0;
        }

        bytes = bytes[..length];
        for (var at = Hash(bytes) & (_table.Length - 1); _table[at] != 0; at = (at + 1) & (_table.Length - 1))
        {
            if (Bytes(_table[at]).SequenceEqual(bytes))
            {
                return _table[at];
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Starts(byte[] names, int count)
    {
        var starts = new int[count + 1];
        var at = 0;
        for (var i = 1; i <= count; i++)
        {
            at += names.AsSpan(at).IndexOf((byte)'\n') + 1;
            starts[i] = at;
        }

        return starts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Table()
    {
        var table = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, Count * 2))];
        for (var rank = 1; rank <= Count; rank++)
        {
            var at = Hash(Bytes(rank)) & (table.Length - 1);
            while (table[at] != 0)
            {
                at = (at + 1) & (table.Length - 1);
            }

            table[at] = rank;
        }

        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }

    private static Dictionary<string, string[]> Pairs(byte[] text)
    {
        var pairs = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            pairs[line[..tab]] = line[(tab + 1)..].Split('|', StringSplitOptions.RemoveEmptyEntries);
        }

        return pairs;
    }
}
