using System.Text.Json;

namespace Sallyport.Detectors.Packages;

/// <summary>Names that TypeScript's configuration maps to folders.</summary>
internal static class PathAliases
{
    public static bool IsConfiguration(ReadOnlySpan<char> path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        return file.EndsWith(".json") && (file.StartsWith("tsconfig") || file.StartsWith("jsconfig"));
    }

    /// <summary>The keys of <c>compilerOptions.paths</c>; none where the file cannot be read.</summary>
    public static List<string> Read(ReadOnlySpan<byte> text)
    {
        var aliases = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("paths"u8) && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                    {
                        aliases.Add(reader.GetString()!);
                        reader.Read();
                        reader.Skip();
                    }
                }
            }
        }
        catch (JsonException)
        {
            return aliases;
        }

        return aliases;
    }
}
