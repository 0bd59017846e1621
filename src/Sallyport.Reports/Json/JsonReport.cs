using System.Globalization;
using System.Text.Json;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Reports.Json;

/// <summary>For programs: everything that is known, as <c>schemas/scan.v1.schema.json</c> says it.</summary>
internal sealed class JsonReport : IReport
{
    private const int FlushAt = 1 << 16;

    public string Name => "json";

    public void Write(ScanResult result, Stream output, ReportOptions options)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("schema", "sallyport/scan/v1");
        json.WriteStartObject("tool");
        json.WriteString("name", "sallyport");
        json.WriteString("version", options.Version);
        json.WriteEndObject();
        Summary(json, result);
        json.WriteStartArray("findings");
        var groups = new ValueGroups();
        foreach (var finding in result.Findings)
        {
            Write(json, finding, groups);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        Absent(json, result.Absent);
        Skips(json, result.Skipped);
        Rules(json, result.Rules.Values);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Summary(Utf8JsonWriter json, ScanResult result)
    {
        var tally = Tally.Of(result);
        json.WriteStartObject("summary");
        json.WriteNumber("files", result.Artifacts);
        json.WriteNumber("bytes", result.Bytes);
        json.WriteNumber("rules", result.RulesRun);
        json.WriteNumber("errors", tally.Errors);
        json.WriteNumber("warnings", tally.Warnings);
        json.WriteNumber("notes", tally.Notes);
        json.WriteNumber("suppressed", tally.Suppressed);
        json.WriteNumber("skipped", result.Skipped.Count);
        json.WriteNumber("unread", tally.Unread);
        json.WriteNumber("milliseconds", (long)result.Duration.TotalMilliseconds);
        json.WriteString("failOn", result.FailOn.Name());
        json.WriteBoolean("fails", result.Fails);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, ValueGroups groups)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("title", finding.Title);
        json.WriteString("level", finding.Level.Name());
        json.WriteString("severity", finding.Severity.Key());
        json.WriteString("confidence", finding.Confidence.Key());
        json.WriteString("path", finding.Path);
        if (finding.Commit is { } commit)
        {
            json.WriteString("commit", commit);
        }

        Place(json, "start", finding.Start);
        Place(json, "end", finding.End);
        json.WriteStartObject("bytes");
        json.WriteNumber("start", finding.Span.Start);
        json.WriteNumber("length", finding.Span.Length);
        json.WriteEndObject();
        json.WriteString("fingerprint", finding.Fingerprint);
        if (finding.Preview is { } preview)
        {
            json.WriteString("preview", preview);
        }

        if (groups.Of(finding) is { } group)
        {
            json.WriteNumber("value", group);
        }

        Texts(json, "evidence", finding.Evidence);
        Frame(json, finding.Frame);
        Fix(json, finding.Fix);
        Suppression(json, finding.Suppression);
        if (finding.Baseline is { } state)
        {
            json.WriteString("baseline", state.Key());
        }

        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, string name, Position position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Frame(Utf8JsonWriter json, SourceFrame? frame)
    {
        if (frame is null)
        {
            return;
        }

        json.WriteStartObject("frame");
        json.WriteNumber("firstLine", frame.FirstLine);
        Texts(json, "lines", frame.Lines);
        json.WriteNumber("caretLine", frame.CaretLine);
        json.WriteNumber("caretColumn", frame.CaretColumn);
        json.WriteNumber("caretLength", frame.CaretLength);
        json.WriteEndObject();
    }

    private static void Fix(Utf8JsonWriter json, Fix? fix)
    {
        if (fix is null)
        {
            return;
        }

        json.WriteStartObject("fix");
        json.WriteString("title", fix.Title);
        json.WriteBoolean("safe", fix.Safe);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            json.WriteNumber("start", edit.Span.Start);
            json.WriteNumber("length", edit.Span.Length);
            json.WriteString("text", edit.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Suppression(Utf8JsonWriter json, Suppression? suppression)
    {
        if (suppression is null)
        {
            return;
        }

        json.WriteStartObject("suppression");
        json.WriteString("kind", suppression.Key());
        json.WriteString("reason", suppression.Reason);
        if (suppression.Until is { } until)
        {
            json.WriteString("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    private static void Absent(Utf8JsonWriter json, IReadOnlyList<BaselineEntry> absent)
    {
        json.WriteStartArray("absent");
        foreach (var entry in absent)
        {
            json.WriteStartObject();
            json.WriteString("fingerprint", entry.Fingerprint);
            json.WriteString("rule", entry.Rule);
            json.WriteString("path", entry.Path);
            json.WriteString("added", entry.Added.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Skips(Utf8JsonWriter json, IReadOnlyList<Skipped> skips)
    {
        json.WriteStartArray("skipped");
        foreach (var skipped in skips)
        {
            json.WriteStartObject();
            json.WriteString("path", skipped.Path);
            json.WriteString("reason", skipped.Reason);
            json.WriteBoolean("expected", skipped.Expected);
            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    private static void Rules(Utf8JsonWriter json, IEnumerable<RuleDescription> rules)
    {
        json.WriteStartObject("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject(rule.Id);
            json.WriteString("title", rule.Title);
            json.WriteString("severity", rule.Severity.Key());
            json.WriteString("confidence", rule.Confidence.Key());
            json.WriteStartArray("cwe");
            foreach (var cwe in rule.Cwe)
            {
                json.WriteNumberValue(cwe);
            }

            json.WriteEndArray();
            Texts(json, "threats", rule.Threats);
            json.WriteString("help", rule.Help);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
