using System.Text.Json;
using Sallyport.Registries;

namespace Sallyport.Cli.Commands.Judge;

/// <summary>One row of <c>judge package</c>.</summary>
internal ref struct PackageRow
{
    /// <summary>The id as it stood there, a JSON value; <c>null</c> when there was none.</summary>
    public byte[] Id { get; private set; }

    /// <summary>The ecosystem as it was written.</summary>
    public string? Word { get; private set; }

    public Ecosystem Ecosystem { get; private set; }

    public string? Name { get; private set; }

    public string? Version { get; private set; }

    /// <summary>What is wrong with the row; null when nothing is.</summary>
    public string? Error { get; private set; }

    public static PackageRow TooLong => new() { Id = "null"u8.ToArray(), Error = $"the row is longer than {RowReader.Limit >> 20} MiB" };

    public static PackageRow Read(ReadOnlySpan<byte> json)
    {
        var row = new PackageRow { Id = "null"u8.ToArray() };
        try
        {
            row.ReadObject(json);
            row.Ecosystem = Ecosystems.Parse(row.Word);
            row.Error ??= string.IsNullOrWhiteSpace(row.Name) ? "`name` is missing"
                : row.Word is null ? "`ecosystem` is missing"
                : row.Ecosystem == Ecosystem.None ? $"there is no ecosystem `{row.Word}`"
                : null;
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
            var key = reader.GetString();
            reader.Read();
            if (key == "id")
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                Id = json[start..(int)reader.BytesConsumed].ToArray();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                Take(key!, JsonText.Of(ref reader));
            }
            else
            {
                Error = key is "name" or "ecosystem" && reader.TokenType != JsonTokenType.Null ? $"`{key}` is no string" : Error;
                reader.Skip();
            }
        }

        if (reader.Read())
        {
            Error = "more than one JSON value in a row";
        }
    }

    private void Take(string key, string value) => (Word, Name, Version) = key switch
    {
        "ecosystem" => (value, Name, Version),
        "name" => (Word, value, Version),
        "version" => (Word, Name, value),
        _ => (Word, Name, Version),
    };
}
