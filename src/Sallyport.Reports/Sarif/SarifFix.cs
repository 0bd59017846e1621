using System.Text.Json;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Reports.Sarif;

/// <summary>Writes the change that mends a finding.</summary>
internal static class SarifFix
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        // Places of a change are known in bytes, which say nothing of a file in another encoding.
        if (finding.Transcoded || finding.Fix is not { } fix)
        {
            return;
        }

        json.WriteStartArray("fixes");
        json.WriteStartObject();
        SarifMessage.Write(json, "description", fix.Title);
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        SarifLocation.Artifact(json, finding.Path);
        json.WriteStartArray("replacements");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            json.WriteStartObject("deletedRegion");
            Region(json, finding, edit.Span);
            json.WriteEndObject();
            json.WriteStartObject("insertedContent");
            json.WriteString("text", edit.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteBoolean("safe", fix.Safe);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Region(Utf8JsonWriter json, Finding finding, TextSpan span)
    {
        if (span == finding.Span)
        {
            json.WriteNumber("startLine", finding.Start.Line);
            json.WriteNumber("startColumn", finding.Start.Column);
            json.WriteNumber("endLine", finding.End.Line);
            json.WriteNumber("endColumn", finding.End.Column);
        }

        json.WriteNumber("byteOffset", span.Start);
        json.WriteNumber("byteLength", span.Length);
    }
}
