using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sallyport.Engine.Configuration;

/// <summary>The published JSON schema of <c>sallyport.yml</c>, made from the table of keys.</summary>
public static class ConfigurationSchema
{
    /// <summary>The schema.</summary>
    public static string Json()
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema"u8, "http://json-schema.org/draft-07/schema#"u8);
            writer.WriteString("$id"u8, "sallyport/configuration"u8);
            writer.WriteString("title"u8, "sallyport.yml"u8);
            writer.WriteString("description"u8, "Configuration of Sallyport; organisation and user have the same keys in policy.yml."u8);
            WriteObject(writer, "");
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    /// <summary>The table of the documentation.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("| key | value | meaning |\n|---|---|---|\n");
        foreach (var key in ConfigurationKey.All)
        {
            text.Append($"| `{key.Name}` | {Word(key.Kind)}{(key.Required ? ", required" : "")} | {key.Help.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return text.ToString();
    }

    private static void WriteObject(Utf8JsonWriter writer, string prefix)
    {
        var keys = ConfigurationKey.All.Where(k => k.Name.StartsWith(prefix, StringComparison.Ordinal) && !k.Name.AsSpan(prefix.Length).Contains('.')).ToArray();
        writer.WriteString("type"u8, "object"u8);
        writer.WriteBoolean("additionalProperties"u8, false);
        if (Array.Exists(keys, k => k.Required))
        {
            writer.WriteStartArray("required"u8);
            foreach (var key in keys.Where(k => k.Required))
            {
                writer.WriteStringValue(key.Name[prefix.Length..]);
            }

            writer.WriteEndArray();
        }

        writer.WriteStartObject("properties"u8);
        foreach (var key in keys)
        {
            writer.WriteStartObject(key.Name[prefix.Length..]);
            writer.WriteString("description"u8, key.Help);
            WriteValue(writer, key);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, ConfigurationKey key)
    {
        switch (key.Kind)
        {
            case ConfigurationKey.Form.Level:
                writer.WriteStartArray("enum"u8);
                writer.WriteStringValue("error"u8);
                writer.WriteStringValue("warning"u8);
                writer.WriteStringValue("note"u8);
                writer.WriteEndArray();
                break;
            case ConfigurationKey.Form.Switch:
                writer.WriteString("type"u8, "boolean"u8);
                break;
            case ConfigurationKey.Form.Rules or ConfigurationKey.Form.Files:
                writer.WriteStartArray("type"u8);
                writer.WriteStringValue("string"u8);
                writer.WriteStringValue("array"u8);
                writer.WriteEndArray();
                writer.WriteStartObject("items"u8);
                writer.WriteString("type"u8, "string"u8);
                writer.WriteEndObject();
                break;
            case ConfigurationKey.Form.Map:
                WriteObject(writer, key.Name + ".");
                break;
            case ConfigurationKey.Form.Entries:
                writer.WriteString("type"u8, "array"u8);
                writer.WriteStartObject("items"u8);
                WriteObject(writer, key.Name + ".");
                writer.WriteEndObject();
                break;
            case ConfigurationKey.Form.Minutes:
                writer.WriteString("type"u8, "integer"u8);
                writer.WriteNumber("minimum"u8, 1);
                writer.WriteNumber("maximum"u8, 1440);
                break;
            case ConfigurationKey.Form.Day:
                writer.WriteString("type"u8, "string"u8);
                writer.WriteString("pattern"u8, "^\\d{4}-\\d{2}-\\d{2}$"u8);
                break;
            default:
                writer.WriteString("type"u8, "string"u8);
                writer.WriteNumber("minLength"u8, 1);
                break;
        }
    }

    private static string Word(ConfigurationKey.Form kind) => kind switch
    {
        ConfigurationKey.Form.Level => "error, warning or note",
        ConfigurationKey.Form.Switch => "true or false",
        ConfigurationKey.Form.Rules => "rules or families",
        ConfigurationKey.Form.Files => "files",
        ConfigurationKey.Form.Rule => "a rule or family",
        ConfigurationKey.Form.Pattern => "a pattern",
        ConfigurationKey.Form.Minutes => "minutes",
        ConfigurationKey.Form.Day => "a day",
        ConfigurationKey.Form.Map => "keys",
        ConfigurationKey.Form.Entries => "entries",
        _ => "text",
    };
}
