using System.Buffers;
using System.Text.Json;
using Sallyport.Registries;
using Sallyport.Registries.Index;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Judge;

/// <summary>Judges rows of package names with the index alone.</summary>
internal sealed class PackageJudge(PackageIndex index, TimeProvider time) : IRowJudge
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly NameJudge _names = new(index);
    private readonly ArrayBufferWriter<byte> _line = new(512);

    public bool Judge(ReadOnlyMemory<byte> json, RowReader from, Stream output)
    {
        var row = from.TooLong ? PackageRow.TooLong : PackageRow.Read(json.Span);
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
                writer.WriteString("ecosystem"u8, row.Word);
                writer.WriteString("name"u8, row.Name);
                if (row.Version is not null)
                {
                    writer.WriteString("version"u8, row.Version);
                }

                var started = time.GetTimestamp();
                var judgement = _names.Judge(row.Ecosystem, row.Name!, row.Version);
                Write(writer, judgement, time.GetElapsedTime(started));
            }

            writer.WriteEndObject();
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
        return row.Error is null;
    }

    private static void Write(Utf8JsonWriter writer, PackageJudgement judgement, TimeSpan elapsed)
    {
        writer.WriteString("decision"u8, judgement.Verdict switch { PackageVerdict.Ok => "allow", PackageVerdict.Blocked => "deny", _ => "ask" });
        writer.WriteString("verdict"u8, PackageJudgement.Word(judgement.Verdict));
        writer.WriteNumber("score"u8, Math.Round(judgement.Score, 4));
        writer.WriteStartArray("rules"u8);
        if (judgement.Rule is not null)
        {
            writer.WriteStringValue(judgement.Rule);
        }

        writer.WriteEndArray();
        if (judgement.Target is not null)
        {
            writer.WriteString("target"u8, judgement.Target);
        }

        writer.WriteStartArray("evidence"u8);
        foreach (var evidence in judgement.Evidence)
        {
            writer.WriteStringValue(evidence);
        }

        writer.WriteEndArray();
        writer.WriteNumber("us"u8, Math.Round(elapsed.TotalMicroseconds, 1));
    }
}
