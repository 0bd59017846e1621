using System.Buffers;
using System.Text;
using System.Text.Json;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine;

namespace Sallyport.Cli.Commands.Judge;

/// <summary>Judges rows of text, one at a time.</summary>
internal sealed class TextJudge(Gate gate, Policy policy, TimeProvider time) : IRowJudge
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _line = new(512);

    /// <summary>Whether the rows are shell commands.</summary>
    public bool Commands { get; init; }

    /// <inheritdoc/>
    public bool Judge(ReadOnlyMemory<byte> json, RowReader from, Stream output)
    {
        var row = from.TooLong ? TextRow.TooLong : TextRow.Read(json.Span);
        _line.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_line, Plain))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id"u8);
            writer.WriteRawValue(row.Id);
            if (row.Error is { } error)
            {
                writer.WriteString("error"u8, $"line {from.Line}: {error}");
            }
            else
            {
                Write(writer, Commands ? Action(row) : new Artifact("<text>", Encoding.UTF8.GetBytes(row.Text!), row.Kind, Origin.ThirdParty) { Carrier = row.Carrier });
            }

            writer.WriteEndObject();
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
        return row.Error is null;
    }

    // A row without a folder is judged as if it ran in a project of its own, so that the answer does not depend on where one asks.
    private static Artifact Action(TextRow row)
    {
        var folder = row.Folder ?? "/project";
        return new Artifact("<command>", Encoding.UTF8.GetBytes(row.Text!), ArtifactKind.Command, Origin.Assistant) { Scene = new Scene(folder, folder) { Shell = row.Shell } };
    }

    private void Write(Utf8JsonWriter writer, Artifact artifact)
    {
        var started = time.GetTimestamp();
        var decision = gate.Decide(artifact, new DecisionContext(policy));
        var elapsed = time.GetElapsedTime(started);
        writer.WriteString("decision"u8, Word(decision.Kind));
        writer.WriteNumber("score"u8, Math.Max(Score.Of(decision.Findings), Math.Round(decision.Suspicion, 4)));
        writer.WriteStartArray("rules"u8);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in decision.Findings)
        {
            if (named.Add(finding.Rule))
            {
                writer.WriteStringValue(finding.Rule);
            }
        }

        writer.WriteEndArray();
        writer.WriteNumber("us"u8, Math.Round(elapsed.TotalMicroseconds, 1));
        writer.WriteString("policy"u8, decision.Policy);
        if (decision.Kind == DecisionKind.Rewrite)
        {
            writer.WriteString("text"u8, decision.Rewritten.Span);
        }
    }

    private static string Word(DecisionKind kind) => kind switch
    {
        DecisionKind.Allow => "allow",
        DecisionKind.Rewrite => "rewrite",
        DecisionKind.Ask => "ask",
        _ => "deny",
    };
}
