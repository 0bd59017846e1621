using System.Buffers;
using System.Text.Json;
using Sallyport.Cli.Commands.Packages;
using Sallyport.Registries;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Judge;

/// <summary>Judges rows of package names by their names alone, or with their registries.</summary>
internal sealed class PackageJudge(Func<Ecosystem, string, string?, PackageJudgement> judge, TimeProvider time) : IRowJudge
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
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
                var judgement = judge(row.Ecosystem, row.Name!, row.Version);
                var elapsed = time.GetElapsedTime(started);
                VerifyReport.Write(writer, judgement);
                writer.WriteNumber("us"u8, Math.Round(elapsed.TotalMicroseconds, 1));
            }

            writer.WriteEndObject();
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
        return row.Error is null;
    }
}
