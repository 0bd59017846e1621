using System.Buffers.Text;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Containers;

/// <summary>Goes through a tar archive from its start to its end.</summary>
internal static class TarReader
{
    private const int LongestHeader = 1 << 20;

    /// <summary>Hands every file in <paramref name="tar"/> to <paramref name="entry"/>; answers what is wrong with the archive, or null.</summary>
    public static string? Read(Stream tar, Func<string, Stream, long, bool> entry)
    {
        Span<byte> block = stackalloc byte[TarHeader.Size];
        byte[]? longName = null;
        long longSize = -1;
        while (true)
        {
            var read = tar.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            if (read < block.Length || !TarHeader.Fits(block))
            {
                return read == 0 || (read == block.Length && !block.ContainsAnyExcept((byte)0)) ? null : "damaged: no tar header where one belongs";
            }

            var header = new TarHeader(block);
            var size = longSize >= 0 ? longSize : header.Length;
            if (size < 0)
            {
                return "damaged: a size that is no number";
            }

            var part = new PartStream(tar, size);
            if (header.Type is 'L' or 'x')
            {
                var extended = header.Type == 'x';
                if (size > LongestHeader)
                {
                    return "damaged: a header of more than 1 MB";
                }

                var text = new byte[size];
                part.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
                (longName, longSize) = extended ? Extended(text) : (text.AsSpan().TrimEnd((byte)0).ToArray(), -1);
            }
            else
            {
                var isFile = header.Type is '0' or '\0' or '7' or 'S';
                if (isFile && !entry(PathText.Of(longName ?? header.Name()), part, 0))
                {
                    return null;
                }

                longName = header.Type is 'g' or 'K' ? longName : null;
                longSize = -1;
            }

            if (!part.Finish((int)(-size & (TarHeader.Size - 1))))
            {
                return "damaged: ends in the middle of a file";
            }
        }
    }

    // Records of the form `length key=value\n`.
    private static (byte[]? Name, long Size) Extended(ReadOnlySpan<byte> text)
    {
        byte[]? name = null;
        long size = -1;
        while (Utf8Parser.TryParse(text, out int length, out var digits) && length > digits + 2 && length <= text.Length)
        {
            var record = text[(digits + 1)..(length - 1)];
            if (record.StartsWith("path="u8))
            {
                name = record[5..].ToArray();
            }
            else if (record.StartsWith("size="u8) && Utf8Parser.TryParse(record[5..], out long value, out _))
            {
                size = value;
            }

            text = text[length..];
        }

        return (name, size);
    }
}
