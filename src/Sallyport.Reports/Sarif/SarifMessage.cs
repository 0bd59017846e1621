using System.Text.Json;

namespace Sallyport.Reports.Sarif;

/// <summary>Writes messages. Brackets make links and braces placeholders in a SARIF message, so they are written as the standard quotes them.</summary>
internal static class SarifMessage
{
    public static void Write(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Quote(text));
        json.WriteEndObject();
    }

    private static string Quote(string text) => text.AsSpan().IndexOfAny("[]{}\\") < 0
        ? text
        : text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
            .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
