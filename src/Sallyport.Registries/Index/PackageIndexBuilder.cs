using System.Globalization;
using System.IO.Compression;
using System.Text;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.Index;

/// <summary>Collects names and writes the compact form that <see cref="PackageIndex"/> reads. The same lists give the same bytes.</summary>
public sealed class PackageIndexBuilder
{
    private readonly SortedDictionary<Ecosystem, Part> _parts = [];

    /// <summary>Adds popular names, the most popular first; a name that is known already keeps its place.</summary>
    public void AddPopular(Ecosystem ecosystem, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var part = Of(ecosystem);
        foreach (var name in names)
        {
            var normal = PackageName.Normalize(ecosystem, name);
            if (normal.Length is > 0 and < 256 && !normal.Contains('\n', StringComparison.Ordinal) && part.Known.Add(normal))
            {
                part.Names.Add(normal);
            }
        }
    }

    /// <summary>Adds the name of a package that is malicious in every version.</summary>
    public void AddMalicious(Ecosystem ecosystem, string name) => Of(ecosystem).Malicious.Add(PackageIndex.Hash(ecosystem, name));

    /// <summary>Adds lines of 16 hexadecimal digits: hashes of malicious names.</summary>
    public void AddMaliciousHashes(Ecosystem ecosystem, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var line in lines)
        {
            if (ulong.TryParse(line.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash))
            {
                Of(ecosystem).Malicious.Add(hash);
            }
        }
    }

    /// <summary>Says which package provides a module.</summary>
    public void AddImport(Ecosystem ecosystem, string module, string package) => Of(ecosystem).Imports[module] = package;

    /// <summary>Writes the index.</summary>
    public byte[] Build(DateOnly made)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(PackageIndex.Magic);
        writer.Write(made.DayNumber);
        writer.Write(_parts.Count);
        foreach (var (ecosystem, part) in _parts)
        {
            var names = Text(part.Names);
            var imports = Text(part.Imports.Select(p => $"{p.Key}\t{p.Value}"));
            var (packed, packedImports) = (Pack(names), Pack(imports));
            writer.Write((byte)ecosystem);
            writer.Write(20 + packed.Length + packedImports.Length + (part.Malicious.Count * 8));
            writer.Write(part.Names.Count);
            writer.Write(names.Length);
            writer.Write(packed.Length);
            writer.Write(imports.Length);
            writer.Write(packedImports.Length);
            writer.Write(packed);
            writer.Write(packedImports);
            foreach (var hash in part.Malicious)
            {
                writer.Write(hash);
            }
        }

        return stream.ToArray();
    }

    private Part Of(Ecosystem ecosystem) => _parts.TryGetValue(ecosystem, out var part) ? part : _parts[ecosystem] = new Part();

    private static byte[] Text(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    private static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(text);
        }

        return packed.ToArray();
    }

    private sealed class Part
    {
        public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

        public List<string> Names { get; } = [];

        public SortedSet<ulong> Malicious { get; } = [];

        public SortedDictionary<string, string> Imports { get; } = new(StringComparer.Ordinal);
    }
}
