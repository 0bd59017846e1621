using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;

namespace Sallyport.Engine;

/// <summary>Names findings so that they are recognised after lines moved.</summary>
/// <remarks>
/// The path is the one in the project, so that the name does not depend on the folder a scan was started in.
/// The name hashes rule, path, the masked line and how often that came before in the file. Of a sensitive value only 16 bits
/// go in: enough to tell that it changed, too few to guess it from a baseline that travels without the tree.
/// </remarks>
internal sealed class Fingerprints(Artifact artifact, string path)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>A hash of the value that starts from this process's random seed: it tells findings of one run apart and nothing else.</summary>
    public int SameValue(Detected detected)
    {
        var hash = default(HashCode);
        hash.AddBytes(artifact.Bytes.Span.Slice(detected.Span.Start, detected.Span.Length));
        return hash.ToHashCode();
    }

    public string Of(Detected detected, string maskedLine)
    {
        var value = artifact.Bytes.Span.Slice(detected.Span.Start, detected.Span.Length);
        var trace = detected.Sensitive ? BinaryPrimitives.ReadUInt16BigEndian(SHA256.HashData(value)) : 0;
        var key = $"{detected.Rule}\n{path}\n{maskedLine.Trim()}\n{trace}";
        var ordinal = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{ordinal}")).AsSpan(0, 8));
    }
}
