using System.Text.Encodings.Web;
using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Cli.Commands.Reporting;

/// <summary>The summary for programs.</summary>
internal static class ExposureJson
{
    public static void Write(ExposureSummary summary, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("version"u8, 1);
        json.WriteNumber("looked"u8, summary.Looked);
        json.WriteStartArray("tools"u8);
        foreach (var tool in summary.Tools)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, tool.Id);
            json.WriteString("name"u8, tool.Name);
            json.WriteNumber("reads"u8, summary.Files.Count(f => f.Readers.Contains(tool.Name)));
            json.WriteString("change"u8, tool.Change);
            json.WriteString("limit"u8, tool.Limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files"u8);
        foreach (var file in summary.Files)
        {
            WriteFile(json, file);
        }

        json.WriteEndArray();
        json.WriteStartArray("holes"u8);
        foreach (var hole in summary.Holes)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, hole.Rule);
            json.WriteString("level"u8, hole.Level.Name());
            json.WriteString("path"u8, hole.Path);
            json.WriteNumber("line"u8, hole.Start.Line);
            json.WriteString("title"u8, hole.Title);
            json.WriteString("change"u8, hole.Evidence.Count > 0 ? hole.Evidence[0] : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unread"u8);
        foreach (var gap in summary.Unread)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, gap.Path);
            json.WriteString("reason"u8, gap.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void WriteFile(Utf8JsonWriter json, ExposureSummary.File file)
    {
        json.WriteStartObject();
        json.WriteString("path"u8, file.Path);
        json.WriteString("privateBy"u8, file.PrivateBy);
        Kinds(json, "secrets"u8, file.Secrets);
        Kinds(json, "personal"u8, file.Personal);
        Kinds(json, "places"u8, file.Places);
        json.WriteStartArray("readers"u8);
        foreach (var reader in file.Readers)
        {
            json.WriteStringValue(reader);
        }

        json.WriteEndArray();
        json.WriteString("change"u8, file.Change);
        json.WriteEndObject();
    }

    private static void Kinds(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<(string Rule, int Count)> kinds)
    {
        json.WriteStartObject(name);
        foreach (var (rule, count) in kinds)
        {
            json.WriteNumber(rule, count);
        }

        json.WriteEndObject();
    }
}
