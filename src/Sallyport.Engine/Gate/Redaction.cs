using System.Buffers;
using System.Security.Cryptography;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Engine.Redacting;

namespace Sallyport.Engine;

/// <summary>Writes an artifact anew with every sensitive value replaced by its placeholder.</summary>
internal static class Redaction
{
    private static readonly byte[] ProcessKey = RandomNumberGenerator.GetBytes(Placeholders.KeyLength);

    /// <summary>Replaces what findings say is sensitive; what is encoded goes as a whole.</summary>
    public static ReadOnlyMemory<byte> Of(Artifact artifact, IReadOnlyList<Finding> findings)
    {
        var values = new List<SensitiveValue>();
        foreach (var finding in findings)
        {
            if (finding.Preview is not null)
            {
                values.Add(new SensitiveValue(finding.Rule, artifact.Layer, finding.Span));
            }
        }

        return Of(artifact, values, ProcessKey);
    }

    /// <summary>Replaces values, each encoded as it stood.</summary>
    /// <param name="artifact">The text.</param>
    /// <param name="values">The values in it.</param>
    /// <param name="key">What the placeholders follow from; empty for those of this process.</param>
    public static ReadOnlyMemory<byte> Of(Artifact artifact, IReadOnlyList<SensitiveValue> values, ReadOnlyMemory<byte> key)
    {
        var text = artifact.Bytes.Span;
        var seen = new SeenText();
        seen.Add(text);
        var output = new ArrayBufferWriter<byte>(text.Length + 256);
        Passages.Of(text, values, new Placeholders(key.IsEmpty ? ProcessKey : key.Span), seen).Write(text, 0, text.Length, output);
        return output.WrittenMemory;
    }
}
