using System.Text.Json;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Text;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Containers;

/// <summary>Reads a notebook's cells and outputs as the texts they are, and the JSON around them as what it is.</summary>
internal sealed class NotebookReader(IArtifactSink sink, ArtifactFrame frame)
{
    private readonly NotebookText _text = new();
    private readonly List<TextSpan> _taken = [];

    /// <summary>Hands on the texts in <paramref name="json"/>; false when it is no JSON and nothing was handed on.</summary>
    public bool Read(string path, ReadOnlyMemory<byte> json, Window? window)
    {
        try
        {
            // Once through to know that all of it is JSON, once to take the texts.
            var check = new Utf8JsonReader(json.Span);
            while (check.Read())
            {
            }
        }
        catch (JsonException)
        {
            return false;
        }

        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && HoldsText(ref reader) && reader.Read())
            {
                Take(path, json, window, ref reader);
            }
        }

        var rest = json.ToArray();
        foreach (var span in _taken)
        {
            rest.AsSpan(span.Start, span.Length).Fill((byte)' ');
        }

        var whole = new TextSpan(0, rest.Length);
        sink.Take(frame.Make(path, rest, window, new SpanMap(json, [new SpanMap.Segment(whole, whole)])));
        return true;
    }

    // Source and outputs of nbformat 3 and 4. Pictures stay in the rest.
    private static bool HoldsText(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("source"u8) || reader.ValueTextEquals("input"u8) || reader.ValueTextEquals("text"u8)
        || reader.ValueTextEquals("traceback"u8) || reader.ValueTextEquals("evalue"u8)
        || reader.ValueSpan.StartsWith("text/"u8) || reader.ValueSpan.StartsWith("application/"u8);

    private void Take(string path, ReadOnlyMemory<byte> json, Window? window, ref Utf8JsonReader reader)
    {
        _text.Clear();
        if (reader.TokenType == JsonTokenType.String)
        {
            Add(ref reader);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                Add(ref reader);
            }
        }

        if (!_text.IsEmpty)
        {
            sink.Take(frame.Make(path, _text.Bytes, window, _text.Map(json)));
        }
    }

    private void Add(ref Utf8JsonReader reader)
    {
        _text.Add(ref reader);
        _taken.Add(new TextSpan((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
    }
}
