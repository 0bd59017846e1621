using System.Text;
using System.Text.Json;
using Sallyport.Core.Text;

namespace Sallyport.Registries.Manifests.Trees;

/// <summary>Reads JSON, comments and trailing commas allowed.</summary>
internal static class JsonTree
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };

    /// <summary>The tree; throws <see cref="FormatException"/> for what is no JSON.</summary>
    public static TreeNode Read(ReadOnlySpan<byte> text)
    {
        var skipped = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(text[skipped..], Lenient);
        try
        {
            return reader.Read() ? Value(ref reader, "", default, skipped) : throw new FormatException("empty");
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException(e.Message, e); // half of a surrogate pair
        }
    }

    private static TreeNode Value(ref Utf8JsonReader reader, string key, TextSpan keySpan, int skipped)
    {
        var start = (int)reader.TokenStartIndex + skipped;
        var node = new TreeNode { Key = key, KeySpan = keySpan };
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                node.Open();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    var place = new TextSpan((int)reader.TokenStartIndex + skipped + 1, reader.ValueSpan.Length);
                    reader.Read();
                    node.Add(Value(ref reader, name, place, skipped));
                }

                node.Span = TextSpan.Between(start, (int)reader.BytesConsumed + skipped);
                break;
            case JsonTokenType.StartArray:
                node.Open().IsList = true;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    node.Add(Value(ref reader, "", default, skipped));
                }

                node.Span = TextSpan.Between(start, (int)reader.BytesConsumed + skipped);
                break;
            case JsonTokenType.String:
                node.Text = reader.GetString()!;
                node.IsText = true;
                node.Span = new TextSpan(start + 1, reader.ValueSpan.Length);
                break;
            default:
                node.Text = Encoding.UTF8.GetString(reader.ValueSpan);
                node.Span = new TextSpan(start, reader.ValueSpan.Length);
                break;
        }

        return node;
    }
}
