using System.Globalization;
using System.Text.Json;
using Sallyport.Core;
using Sallyport.Core.Files;
using Sallyport.Core.Findings;

namespace Sallyport.Engine;

/// <summary>The baseline as it is kept in a project: sorted, one entry a line, so that a diff of it reads well.</summary>
public static class BaselineFile
{
    /// <summary>Where it lies in a project.</summary>
    public const string Place = ".sallyport/baseline.json";

    private const int Version = 1;

    /// <summary>Reads it; null when there is none.</summary>
    /// <param name="files">The disk.</param>
    /// <param name="path">Its full path.</param>
    public static Baseline? Load(IFiles files, string path)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Read(path) is not { } data)
        {
            return null;
        }

        try
        {
            return new Baseline(Read(data));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new UserException($"{Place} is no baseline: {e.Message}", "restore it from version control, or delete it and run `sallyport baseline --accept-new`");
        }
    }

    /// <summary>Writes entries.</summary>
    public static byte[] Write(IEnumerable<BaselineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var memory = new MemoryStream();
        memory.Write("{\n  \"version\": 1,\n  \"entries\": ["u8);
        var first = true;
        foreach (var entry in entries)
        {
            memory.Write(first ? "\n    "u8 : ",\n    "u8);
            first = false;
            using var writer = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            writer.WriteStartObject();
            writer.WriteString("fingerprint"u8, entry.Fingerprint);
            writer.WriteString("rule"u8, entry.Rule);
            writer.WriteString("path"u8, entry.Path);
            writer.WriteString("added"u8, entry.Added.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        memory.Write(first ? "]\n}\n"u8 : "\n  ]\n}\n"u8);
        return memory.ToArray();
    }

    private static List<BaselineEntry> Read(byte[] data)
    {
        using var document = JsonDocument.Parse(data);
        var version = document.RootElement.TryGetProperty("version"u8, out var number) ? number.GetInt32() : 0;
        if (version != Version)
        {
            throw new FormatException($"version {version} is not known here");
        }

        var entries = new List<BaselineEntry>();
        foreach (var entry in Member(document.RootElement, "entries").EnumerateArray())
        {
            entries.Add(new BaselineEntry(Text(entry, "fingerprint"), Text(entry, "rule"), Text(entry, "path"), DateOnly.ParseExact(Text(entry, "added"), "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return entries;
    }

    private static string Text(JsonElement entry, string name) => Member(entry, name).GetString() ?? throw new FormatException($"`{name}` is null");

    private static JsonElement Member(JsonElement entry, string name) => entry.TryGetProperty(name, out var member) ? member : throw new FormatException($"`{name}` is missing");
}
