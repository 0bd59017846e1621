namespace Sallyport.Detectors.Secrets.PrivateKeys;

/// <summary>
/// Reads the letters of an armoured block out of whatever carries it: wrapped lines, escapes of JSON and source code,
/// concatenated literals, indentation, and the mark of a comment, quotation or diff in front of each line.
/// </summary>
internal ref struct ArmourBody
{
    /// <summary>A "Proc-Type" header said that the body is encrypted.</summary>
    public bool Encrypted { get; private set; }

    /// <summary>The four letters behind a line that begins with "=": OpenPGP's checksum.</summary>
    public int ChecksumAt { get; private set; }

    /// <summary>The number of letters written, or -1 where something stands that no key has, such as an ellipsis.</summary>
    public int Read(ReadOnlySpan<byte> body, ReadOnlySpan<byte> linePrefix, Span<byte> letters)
    {
        ChecksumAt = -1;
        var written = 0;
        bool lineStart = false, outside = false, stripped = false;
        byte quote = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var c = body[i];
            if (lineStart && !outside && c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                if (!stripped && linePrefix.Length > 0 && body[i..].StartsWith(linePrefix))
                {
                    i += linePrefix.Length - 1;
                    stripped = true;
                    continue;
                }

                lineStart = stripped = false;
                if (HeaderLength(body[i..], out var encrypted) is var header and > 0)
                {
                    Encrypted |= encrypted;
                    i += header - 1;
                    continue;
                }

                if (c == '=' && written > 4)
                {
                    ChecksumAt = written;
                    continue;
                }
            }

            if (c == '\\')
            {
                if (i + 1 < body.Length && body[i + 1] is (byte)'n' or (byte)'r' or (byte)'t')
                {
                    lineStart |= !outside;
                    i++;
                }
            }
            else if (c is (byte)'"' or (byte)'\'' or (byte)'`')
            {
                if (quote == 0 || c == quote)
                {
                    quote = c;
                    outside = !outside;
                    lineStart = !outside;
                }
            }
            else if (c is (byte)'\n')
            {
                lineStart = true;
                stripped = false;
            }
            else if (!outside && (IsLetter(c) || c == '='))
            {
                if (written == letters.Length)
                {
                    return -1;
                }

                letters[written++] = c;
            }
            else if (!outside && c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)','))
            {
                return -1;
            }
        }

        return written;
    }

    private static bool IsLetter(byte c) => Encodings.Base64Text.Value(c) >= 0 && c is not ((byte)'-' or (byte)'_');

    /// <summary>The length of a "Name: value" line at the front, or 0; lines without a space behind the colon are none.</summary>
    private static int HeaderLength(ReadOnlySpan<byte> text, out bool encrypted)
    {
        encrypted = false;
        var line = text[..Math.Min(text.Length, 200)];
        if (line.IndexOf((byte)'\n') is var end and >= 0)
        {
            line = line[..end];
        }

        if (line.IndexOf("\\n"u8) is var escaped and >= 0)
        {
            line = line[..escaped];
        }

        var colon = line.IndexOf(": "u8);
        if (colon is <= 0 or > 24 || line[..colon].ContainsAny((byte)'"', (byte)'\'', (byte)' '))
        {
            return 0;
        }

        encrypted = line.StartsWith("Proc-Type"u8) && line.IndexOf("ENCRYPTED"u8) > 0;
        return line.Length;
    }
}
