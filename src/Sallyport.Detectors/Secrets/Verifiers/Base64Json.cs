using System.Text;
using Sallyport.Detectors.Secrets.Encodings;

namespace Sallyport.Detectors.Secrets.Verifiers;

/// <summary>
/// A token with base64 of a JSON object in it (from "ey" on, up to a dot or underscore) whose top has the named
/// properties: <c>base64-json:o,n,k</c>.
/// </summary>
internal sealed class Base64Json(string names) : ITokenVerifier
{
    private readonly string[] properties = names.Split(',');

    public string Name => $"base64-json:{names}";

    public Verification Check(ReadOnlySpan<byte> token)
    {
        var start = token.IndexOf("ey"u8);
        if (start < 0)
        {
            return Verification.Unfit;
        }

        var text = token[start..];
        var end = text.IndexOfAny((byte)'.', (byte)'_');
        text = end < 0 ? text : text[..end];
        using var scratch = new Scratch(Base64Text.MaxBytes(text.Length));
        var length = Base64Text.Decode(text, scratch.Span);
        if (length < 0)
        {
            return Verification.Unfit;
        }

        foreach (var property in properties)
        {
            if (!JsonText.Has(scratch.Span[..length], property))
            {
                return Verification.Unfit;
            }
        }

        return Verification.Right;
    }

    public string Complete(string drawn, Random random)
    {
        var start = drawn.IndexOf("ey", StringComparison.Ordinal);
        var end = drawn.IndexOfAny(['.', '_'], start);
        var json = new StringBuilder();
        foreach (var property in properties)
        {
            json.Append(json.Length == 0 ? '{' : ',').Append('"').Append(property).Append("\":");
            json.Append(property is "iat" or "id" ? $"{random.Next(1_600_000_000, 1_900_000_000)}" : $"\"{Draw.Text(random, Alphabets.Base62, 30)}\"");
        }

        var text = Convert.ToBase64String(Encoding.ASCII.GetBytes(json.Append('}').ToString())).TrimEnd('=');
        return string.Concat(drawn.AsSpan(0, start), text, end < 0 ? "" : drawn.AsSpan(end));
    }

    public string Spoil(string genuine, Random random)
    {
        var at = genuine.IndexOf("ey", StringComparison.Ordinal) + 12;
        return string.Concat(genuine.AsSpan(0, at), "AAAA", genuine.AsSpan(at + 4)); // NULs, which JSON has no place for
    }
}
