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
                Write(writer, row.Text!, row.Kind, row.Carrier);
            }

            writer.WriteEndObject();
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
        return row.Error is null;
    }

    private void Write(Utf8JsonWriter writer, string text, ArtifactKind kind, Carrier carrier)
    {
        var started = time.GetTimestamp();
        var artifact = new Artifact("<text>", Encoding.UTF8.GetBytes(text), kind, Origin.ThirdParty) { Carrier = carrier };
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
