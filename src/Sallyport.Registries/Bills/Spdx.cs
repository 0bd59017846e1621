using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Registries.Bills;

/// <summary>Writes a bill of materials as SPDX 2.3. The same components give the same bytes; the time that the format wants is the index's day.</summary>
public static class Spdx
{
    /// <summary>The document.</summary>
    /// <param name="subject">What the bill is of.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="made">The day of the lists behind the verdicts.</param>
    /// <param name="components">The packages, sorted by package URL.</param>
    public static byte[] Write(string subject, string version, DateOnly made, IReadOnlyList<Component> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        var time = made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        using (var writer = new Utf8JsonWriter(buffer, BillText.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("spdxVersion", "SPDX-2.3");
            writer.WriteString("dataLicense", "CC0-1.0");
            writer.WriteString("SPDXID", "SPDXRef-DOCUMENT");
            writer.WriteString("name", subject);
            writer.WriteString("documentNamespace", $"https://spdx.org/spdxdocs/sallyport-{Digest(string.Join('\n', components.Select(c => $"{c.Purl} {c.Package.Integrity} {c.Judgement.Verdict} {string.Join(' ', c.Files)}").Prepend(subject)))}");
            writer.WriteStartObject("creationInfo");
            writer.WriteString("created", time);
            writer.WriteStartArray("creators");
            writer.WriteStringValue($"Tool: sallyport-{version}");
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteStartArray("packages");
            foreach (var component in components)
            {
                Write(writer, component, time);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("relationships");
            foreach (var component in components)
            {
                writer.WriteStartObject();
                writer.WriteString("spdxElementId", "SPDXRef-DOCUMENT");
                writer.WriteString("relationshipType", "DESCRIBES");
                writer.WriteString("relatedSpdxElement", Id(component));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter writer, Component component, string time)
    {
        writer.WriteStartObject();
        writer.WriteString("SPDXID", Id(component));
        writer.WriteString("name", component.Package.Name);
        if (component.Package.Version is { Length: > 0 } version)
        {
            writer.WriteString("versionInfo", version);
        }

        writer.WriteString("downloadLocation", "NOASSERTION");
        writer.WriteBoolean("filesAnalyzed", false);
        if (Integrity.Read(component.Package.Integrity) is { } hash)
        {
            writer.WriteStartArray("checksums");
            writer.WriteStartObject();
            writer.WriteString("algorithm", hash.Algorithm.Replace("-", "", StringComparison.Ordinal));
            writer.WriteString("checksumValue", hash.Hex);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteStartArray("externalRefs");
        writer.WriteStartObject();
        writer.WriteString("referenceCategory", "PACKAGE-MANAGER");
        writer.WriteString("referenceType", "purl");
        writer.WriteString("referenceLocator", component.Purl);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("annotations");
        Annotation($"sallyport:verdict={PackageJudgement.Word(component.Judgement.Verdict)}");
        if (component.Judgement.Rule is { } rule)
        {
            Annotation($"sallyport:rule={rule}");
        }

        foreach (var file in component.Files)
        {
            Annotation($"sallyport:file={file}");
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        void Annotation(string comment)
        {
            writer.WriteStartObject();
            writer.WriteString("annotationDate", time);
            writer.WriteString("annotationType", "REVIEW");
            writer.WriteString("annotator", "Tool: sallyport");
            writer.WriteString("comment", comment);
            writer.WriteEndObject();
        }
    }

    private static string Id(Component component) => $"SPDXRef-Package-{Digest(component.Purl)[..16]}";

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
