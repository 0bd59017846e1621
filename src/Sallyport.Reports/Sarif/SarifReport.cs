using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Sarif;

/// <summary>SARIF 2.1.0, for code scanning services and editors.</summary>
internal sealed class SarifReport : IReport
{
    private const int FlushAt = 1 << 16;

    public string Name => "sarif";

    public void Write(ScanResult result, Stream output, ReportOptions options)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var rules = new SarifRules(result);
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Sallyport");
        json.WriteString("semanticVersion", options.Version);
        rules.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        Base(json);
        SarifInvocation.Write(json, result);
        json.WriteStartArray("results");
        var one = new SarifResult(json, result, rules);
        foreach (var finding in result.Findings)
        {
            one.Write(finding);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    // No absolute URI: a report that travels must not say where on the machine the tree lay.
    private static void Base(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifLocation.Root);
        json.WriteStartObject("description");
        json.WriteString("text", "The folder that was scanned");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
