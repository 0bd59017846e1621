using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sallyport.Core;

namespace Sallyport.Detectors.Exposure.Settings;

/// <summary>Puts texts into a list of a JSON file and takes them out, without touching a byte of anything else.</summary>
internal static class JsonList
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The file with <paramref name="texts"/> in the list under <paramref name="keys"/>; objects and the list are made where they are missing.</summary>
    public static string Add(string json, string[] keys, IEnumerable<string> texts)
    {
        var at = Find(json, keys);
        var added = texts.Except(at.Texts).ToArray();
        if (added.Length == 0)
        {
            return json;
        }

        var indent = new string(' ', 2 * (at.Depth + 1));
        var open = new StringBuilder();
        var close = new StringBuilder();
        foreach (var key in keys[at.Depth..])
        {
            var last = key == keys[^1];
            open.Append($"\n{indent}\"{key}\": {(last ? '[' : '{')}");
            close.Insert(0, $"\n{indent}{(last ? ']' : '}')}");
            indent += "  ";
        }

        var items = string.Join(',', added.Select(t => $"\n{indent}\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(t)}\""));
        var whole = at.Depth == keys.Length
            ? $"{(at.Empty ? "" : ",")}{items}{(at.Empty ? "\n" + indent[2..] : "")}"
            : $"{open}{items}{close}{(at.Empty ? "\n" + new string(' ', 2 * at.Depth) : ",")}";
        return json.Insert(at.Insert, whole);
    }

    /// <summary>The file without the texts of that list that are <paramref name="gone"/>; null when nothing but what <see cref="Add"/> makes was in it.</summary>
    public static string? Remove(string json, string[] keys, Func<string, bool> gone)
    {
        var at = Find(json, keys);
        if (at.Depth < keys.Length || !at.Texts.Any(gone))
        {
            return json;
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        for (var i = at.Spans.Count - 1; i >= 0; i--)
        {
            if (gone(at.Texts[i]))
            {
                var from = i > 0 ? at.Spans[i - 1].End : at.Spans[i].Start;
                var to = i > 0 ? at.Spans[i].End : i + 1 < at.Spans.Count && at.Spans.Count > 1 ? at.Spans[1].Start : at.Spans[i].End;
                bytes = [.. bytes[..from], .. bytes[to..]];
                at.Spans.RemoveAt(i);
                at.Texts.RemoveAt(i);
            }
        }

        var left = Encoding.UTF8.GetString(bytes);
        return left.Where(c => !char.IsWhiteSpace(c)).SequenceEqual($"{{{string.Concat(keys[..^1].Select(k => $"\"{k}\":{{"))}\"{keys[^1]}\":[]{new string('}', keys.Length)}") ? null : left;
    }

    private static Place Find(string json, string[] keys)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, Lenient);
        var place = new Place();
        try
        {
            Read(ref reader, keys, place);
        }
        catch (JsonException e)
        {
            throw new UserException($"this is no JSON: {e.Message}", "mend the file first");
        }

        place.Insert = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, place.Insert));
        return place;
    }

    // Follows the keys as deep as they lead; the insert position is behind the last opening bracket, or behind the list's last text.
    private static void Read(ref Utf8JsonReader reader, string[] keys, Place place)
    {
        var (depth, expected, open) = (0, 0, false);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    if (depth == expected && (open || depth == 0))
                    {
                        (place.Depth, place.Insert, place.Empty) = (expected, (int)reader.BytesConsumed, true);
                        expected++;
                    }

                    (depth, open) = (depth + 1, false);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    depth--;
                    if (depth < expected)
                    {
                        expected = int.MaxValue;
                    }

                    break;
                case JsonTokenType.PropertyName:
                    place.Empty &= depth != expected;
                    open = depth == expected && place.Depth < keys.Length && reader.ValueTextEquals(keys[place.Depth]);
                    break;
                case JsonTokenType.String when place.Depth == keys.Length && depth == expected:
                    place.Spans.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
                    place.Texts.Add(reader.GetString()!);
                    (place.Insert, place.Empty) = ((int)reader.BytesConsumed, false);
                    break;
            }
        }
    }

    private sealed class Place
    {
        public int Depth { get; set; }

        public int Insert { get; set; }

        public bool Empty { get; set; }

        public List<(int Start, int End)> Spans { get; } = [];

        public List<string> Texts { get; } = [];
    }
}
