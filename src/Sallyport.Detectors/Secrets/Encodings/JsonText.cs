using System.Text.Json;

namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Questions to a JSON object without building it.</summary>
internal static class JsonText
{
    /// <summary>Whether the text is one whole, well-formed JSON object.</summary>
    public static bool IsObject(ReadOnlySpan<byte> json) => TryFind(json, [], out _);

    /// <summary>Whether the object is well-formed and has a property of this name at its top.</summary>
    public static bool Has(ReadOnlySpan<byte> json, ReadOnlySpan<char> name) => TryFind(json, name, out var found) && found;

    /// <summary>Whether a string property at the top of the object has this value.</summary>
    public static bool Is(ReadOnlySpan<byte> json, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(name))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value);
                }
            }
        }
        catch (JsonException)
        {
            return false; // Scanned content is hostile: no JSON is an answer, not an error.
        }

        return false;
    }

    private static bool TryFind(ReadOnlySpan<byte> json, ReadOnlySpan<char> name, out bool found)
    {
        found = false;
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
                found |= reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(name);
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
