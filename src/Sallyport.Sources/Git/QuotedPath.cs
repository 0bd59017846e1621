namespace Sallyport.Sources.Git;

/// <summary>A path in the header of a patch, which git quotes as C does when it holds anything unusual.</summary>
internal static class QuotedPath
{
    public static byte[] Read(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '"')
        {
            // A tab ends a name that holds spaces.
            return (text.EndsWith("\t"u8) ? text[..^1] : text).ToArray();
        }

        var path = new List<byte>(text.Length);
        for (var i = 1; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                path.Add(text[i]);
                continue;
            }

            i++;
            if (text[i] is >= (byte)'0' and <= (byte)'3' && i + 2 < text.Length)
            {
                path.Add((byte)(((text[i] - '0') << 6) | ((text[i + 1] - '0') << 3) | (text[i + 2] - '0')));
                i += 2;
            }
            else
            {
                path.Add(text[i] switch { (byte)'a' => 7, (byte)'b' => 8, (byte)'t' => 9, (byte)'n' => 10, (byte)'v' => 11, (byte)'f' => 12, (byte)'r' => 13, var other => other });
            }
        }

        return [.. path];
    }
}
