using System.Text.Json;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Exposure.Settings;

/// <summary>The values of a JSON file with the keys that lead to them; lists are passed over: <c>permissions.deny</c> stands once for each of its values.</summary>
internal sealed class JsonEntries
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };
    private readonly List<Entry> _all = [];

    private JsonEntries()
    {
    }

    /// <summary>The values in order.</summary>
    public IReadOnlyList<Entry> All => _all;

    /// <summary>Reads a file; of a broken one what stands before the break.</summary>
    public static JsonEntries Of(byte[] text)
    {
        var entries = new JsonEntries();
        var start = text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(text.AsSpan(start), Lenient);
        try
        {
            entries.Read(ref reader, start);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return entries; // The tool does not read on either.
        }

        return entries;
    }

    /// <summary>The texts under a key.</summary>
    public IEnumerable<Entry> Under(string key) => _all.Where(e => e.Key == key);

    /// <summary>Whether a key says <paramref name="value"/>.</summary>
    public bool Says(string key, string value) => _all.Exists(e => e.Key == key && e.Value == value);

    private void Read(ref Utf8JsonReader reader, int start)
    {
        var path = new Stack<string>();
        var key = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = path.TryPeek(out var outer) && outer.Length > 0 ? $"{outer}.{reader.GetString()}" : reader.GetString()!;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(key);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.Pop();
                    key = path.TryPeek(out var around) ? around : "";
                    break;
                default:
                    var value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                    _all.Add(new Entry(key, value, TextSpan.Between(start + (int)reader.TokenStartIndex, start + (int)reader.BytesConsumed)));
                    break;
            }
        }
    }

    /// <summary>A value.</summary>
    /// <param name="Key">The keys that lead to it, with points between.</param>
    /// <param name="Value">As text.</param>
    /// <param name="Span">Where it stands.</param>
    internal sealed record Entry(string Key, string Value, TextSpan Span);
}
