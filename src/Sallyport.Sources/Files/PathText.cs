using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Sallyport.Sources.Files;

/// <summary>Shows the bytes of a path as text that is safe on a terminal and says every byte.</summary>
internal static class PathText
{
    /// <summary>The path as it reads; bytes that are no text, control characters and characters that turn the direction of writing become escapes.</summary>
    public static string Of(ReadOnlySpan<byte> path)
    {
        if (Ascii.IsValid(path) && path.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0)
        {
            return Encoding.ASCII.GetString(path);
        }

        return Utf8.IsValid(path) && Plain(Encoding.UTF8.GetString(path)) is { } plain ? plain : Escaped(path);
    }

    private static string? Plain(string text)
    {
        foreach (var c in text)
        {
            if (Hidden(c))
            {
                return null;
            }
        }

        return text;
    }

    private static bool Hidden(int c) =>
        c < ' ' || c is (>= 0x7F and < 0xA0) or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static string Escaped(ReadOnlySpan<byte> path)
    {
        var text = new StringBuilder(path.Length + 16);
        while (!path.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(path, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (!valid || rune.Value < ' ')
            {
                foreach (var b in path[..length])
                {
                    text.Append(valid && b == '\n' ? "\\n" : valid && b == '\t' ? "\\t" : $"\\x{b:x2}");
                }
            }
            else if (rune.Value == '\\')
            {
                text.Append("\\\\");
            }
            else if (Hidden(rune.Value))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
            else
            {
                text.Append(rune.ToString());
            }

            path = path[length..];
        }

        return text.ToString();
    }
}
