using System.Text.Json;
using Sallyport.Core.Artifacts;

namespace Sallyport.Cli.Commands.Judge;

/// <summary>One row of <c>judge text</c>.</summary>
internal ref struct TextRow
{
    /// <summary>The id as it stood there, a JSON value; <c>null</c> when there was none.</summary>
    public byte[] Id { get; private set; }

    public string? Text { get; private set; }

    public ArtifactKind Kind { get; private set; }

    public Carrier Carrier { get; private set; }

    /// <summary>Where a command would run; null when the row does not say.</summary>
    public string? Folder { get; private set; }

    /// <summary>The language of a command.</summary>
    public string Shell { get; private set; }

    /// <summary>What is wrong with the row; null when nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>Stands for a row that was not read.</summary>
    public static TextRow TooLong => new() { Shell = "bash", Id = "null"u8.ToArray(), Error = $"the row is longer than {RowReader.Limit >> 20} MiB" };

    public static TextRow Read(ReadOnlySpan<byte> json)
    {
        var row = new TextRow { Shell = "bash", Id = "null"u8.ToArray(), Kind = ArtifactKind.Document };
        try
        {
            row.ReadObject(json);
            row.Error ??= row.Text is null ? "`text` is missing" : null;
        }
        catch (JsonException e)
        {
            row.Error = $"no JSON object: {e.Message.Split('.')[0]}";
        }

        return row;
    }

    private void ReadObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            Error = "the row is no JSON object";
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (id, text, carrier) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("text"u8), reader.ValueTextEquals("carrier"u8));
            var (folder, shell) = (reader.ValueTextEquals("cwd"u8), reader.ValueTextEquals("shell"u8));
            reader.Read();
            if (id)
            {
                ReadId(ref reader, json);
            }
            else if (text && reader.TokenType == JsonTokenType.String)
            {
                Text = JsonText.Of(ref reader);
            }
            else if (text)
            {
                Error = "`text` is no string";
            }
            else if (carrier)
            {
                (Kind, Carrier) = reader.TokenType == JsonTokenType.String ? Known(JsonText.Of(ref reader)) : (Kind, Carrier);
            }
            else if (folder || shell)
            {
                ReadPlace(ref reader, folder);
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.Read())
        {
            Error = "more than one JSON value in a row";
        }
    }

    private void ReadPlace(ref Utf8JsonReader reader, bool folder)
    {
        var value = reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : null;
        if (folder)
        {
            Folder = value?.StartsWith('/') == true ? value : null;
            Error = Folder is null ? "`cwd` is no full path" : Error;
        }
        else
        {
            Shell = value ?? "";
            Error = value is "bash" or "powershell" ? Error : "`shell` is `bash` or `powershell`";
        }

        if (value is null)
        {
            reader.Skip();
        }
    }

    private void ReadId(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            Id = json[start..(int)reader.BytesConsumed].ToArray();
        }
        else
        {
            reader.Skip();
            Error = "`id` is neither string nor number";
        }
    }

    // A carrier that nobody has named yet is text that comes in: the stricter reading.
    private static (ArtifactKind Kind, Carrier Carrier) Known(string word) => word switch
    {
        "prompt" => (ArtifactKind.Prompt, Carrier.Prompt),
        "tool-call" => (ArtifactKind.ToolCall, Carrier.Unsaid),
        "tool-result" or "tool-output" => (ArtifactKind.ToolResult, Carrier.ToolResult),
        "tool-description" => (ArtifactKind.Document, Carrier.ToolDescription),
        "model-output" => (ArtifactKind.ModelOutput, Carrier.ModelOutput),
        "code-comment" => (ArtifactKind.Document, Carrier.CodeComment),
        "agent-rules" => (ArtifactKind.Document, Carrier.AgentRules),
        "skill" => (ArtifactKind.Document, Carrier.Skill),
        "issue" or "pull-request" => (ArtifactKind.Document, Carrier.Issue),
        "file" or "code" => (ArtifactKind.File, Carrier.Unsaid),
        _ => (ArtifactKind.Document, Carrier.Document),
    };
}
