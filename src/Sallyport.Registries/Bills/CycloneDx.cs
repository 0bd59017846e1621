using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Registries.Bills;

/// <summary>Writes a bill of materials as CycloneDX 1.6. The same components give the same bytes; it carries no time.</summary>
public static class CycloneDx
{
    /// <summary>The document.</summary>
    /// <param name="subject">What the bill is of.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="components">The packages, sorted by package URL.</param>
    public static byte[] Write(string subject, string version, IReadOnlyList<Component> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var writer = new Utf8JsonWriter(buffer, BillText.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            writer.WriteString("bomFormat", "CycloneDX");
            writer.WriteString("specVersion", "1.6");
            writer.WriteString("serialNumber", $"urn:uuid:{Serial(subject, components)}");
            writer.WriteNumber("version", 1);
            writer.WriteStartObject("metadata");
            writer.WriteStartObject("tools");
            writer.WriteStartArray("components");
            writer.WriteStartObject();
            writer.WriteString("type", "application");
            writer.WriteString("name", "sallyport");
            writer.WriteString("version", version);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteStartObject("component");
            writer.WriteString("type", "application");
            writer.WriteString("bom-ref", "subject");
            writer.WriteString("name", subject);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("components");
            foreach (var component in components)
            {
                Write(writer, component);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter writer, Component component)
    {
        var (group, name) = BillText.Split(component.Package);
        writer.WriteStartObject();
        writer.WriteString("type", "library");
        writer.WriteString("bom-ref", component.Purl);
        if (group.Length > 0)
        {
            writer.WriteString("group", group);
        }

        writer.WriteString("name", name);
        if (component.Package.Version is { Length: > 0 } version)
        {
            writer.WriteString("version", version);
        }

        writer.WriteString("scope", component.Package.Development ? "optional" : "required");
        if (Integrity.Read(component.Package.Integrity) is { } hash)
        {
            writer.WriteStartArray("hashes");
            writer.WriteStartObject();
            writer.WriteString("alg", hash.Algorithm);
            writer.WriteString("content", hash.Hex);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteString("purl", component.Purl);
        writer.WriteStartArray("properties");
        Property("sallyport:verdict", PackageJudgement.Word(component.Judgement.Verdict));
        if (component.Judgement.Rule is { } rule)
        {
            Property("sallyport:rule", rule);
        }

        if (component.Judgement.Target is { } target)
        {
            Property("sallyport:target", target);
        }

        foreach (var file in component.Files)
        {
            Property("sallyport:file", file);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        void Property(string key, string value)
        {
            writer.WriteStartObject();
            writer.WriteString("name", key);
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }
    }

    // A UUID of version 8 made of the content, so that it changes when that does.
    private static Guid Serial(string subject, IReadOnlyList<Component> components)
    {
        var text = new StringBuilder(subject);
        foreach (var component in components)
        {
            text.Append('\n').Append(component.Purl).Append(' ').Append(component.Package.Integrity).Append(' ').Append(component.Judgement.Verdict).AppendJoin(' ', component.Files);
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
