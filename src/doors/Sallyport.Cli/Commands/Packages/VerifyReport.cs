using System.Buffers;
using System.Text.Json;
using Sallyport.Cli.Terminals;
using Sallyport.Registries;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>Shows verdicts with what they rest on.</summary>
internal static class VerifyReport
{
    public static void Text(List<PackageJudgement> judgements, Terminal terminal)
    {
        foreach (var judgement in judgements)
        {
            var version = judgement.Version is { } wanted ? $" {wanted}" : "";
            terminal.Out.WriteLine($"{PackageJudgement.Word(judgement.Verdict)}: {judgement.Ecosystem.Word()} {judgement.Name}{version}{(judgement.Hallucinated ? " does not exist" : "")}");
            foreach (var evidence in judgement.Evidence)
            {
                terminal.Out.WriteLine($"  {evidence}");
            }

            if (judgement.Target is { } target && target != judgement.Name)
            {
                terminal.Out.WriteLine($"  did you mean `{target}`?");
            }
        }

        var counts = judgements.GroupBy(j => j.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {PackageJudgement.Word(g.Key)}");
        terminal.Error.WriteLine(string.Join(", ", counts));
    }

    public static void Json(List<PackageJudgement> judgements, Terminal terminal)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var judgement in judgements)
            {
                writer.WriteStartObject();
                writer.WriteString("ecosystem"u8, judgement.Ecosystem.Word());
                writer.WriteString("name"u8, judgement.Name);
                if (judgement.Version is not null)
                {
                    writer.WriteString("version"u8, judgement.Version);
                }

                Write(writer, judgement);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        buffer.Write("\n"u8);
        terminal.Flush();
        terminal.Output.Write(buffer.WrittenSpan);
    }

    /// <summary>Writes a judgement's properties.</summary>
    public static void Write(Utf8JsonWriter writer, PackageJudgement judgement)
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
        if (judgement.Hallucinated)
        {
            writer.WriteBoolean("hallucinated"u8, true);
        }

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
    }
}
