using System.Text.Json;
using Sallyport.Core.Findings;

namespace Sallyport.Reports.Sarif;

/// <summary>Writes places: the artifact, the region of a finding and the lines around it.</summary>
internal static class SarifLocation
{
    /// <summary>The name that code scanning services give the root of a checkout.</summary>
    public const string Root = "%SRCROOT%";

    /// <summary>Writes the physical location of a finding.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="finding">Whose.</param>
    /// <param name="snippets">Whether to add the (masked) text.</param>
    public static void Physical(Utf8JsonWriter json, Finding finding, bool snippets)
    {
        json.WriteStartObject("physicalLocation");
        Artifact(json, finding.Path);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Start.Line);
        json.WriteNumber("startColumn", finding.Start.Column);
        json.WriteNumber("endLine", finding.End.Line);
        json.WriteNumber("endColumn", finding.End.Column);
        if (!finding.Transcoded)
        {
            json.WriteNumber("byteOffset", finding.Span.Start);
            json.WriteNumber("byteLength", finding.Span.Length);
        }

        if (snippets && Snippet(finding) is { } snippet)
        {
            Text(json, snippet);
        }

        json.WriteEndObject();
        if (snippets && finding.Frame is { } frame && Surrounds(frame, finding))
        {
            json.WriteStartObject("contextRegion");
            json.WriteNumber("startLine", frame.FirstLine);
            json.WriteNumber("endLine", frame.FirstLine + frame.Lines.Count - 1);
            Text(json, string.Join('\n', frame.Lines));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void Artifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriText.Of(path));
        if (!path.StartsWith('/'))
        {
            json.WriteString("uriBaseId", Root);
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("snippet");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // What the caret marks of the masked line; of a place over several lines only the mask is shown.
    private static string? Snippet(Finding finding)
    {
        if (finding.End.Line != finding.Start.Line || finding.Frame is not { } frame)
        {
            return finding.Preview;
        }

        var line = frame.Lines[frame.CaretLine];
        var start = Math.Min(frame.CaretColumn, line.Length);
        return line.Substring(start, Math.Min(frame.CaretLength, line.Length - start));
    }

    // The standard wants a context that holds more than the region.
    private static bool Surrounds(SourceFrame frame, Finding finding) =>
        frame.Lines.Count > 1 && frame.FirstLine <= finding.Start.Line && frame.FirstLine + frame.Lines.Count - 1 >= finding.End.Line;
}
