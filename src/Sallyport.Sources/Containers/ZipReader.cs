using System.Buffers.Binary;
using System.IO.Compression;
using Sallyport.Core.Findings;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Containers;

/// <summary>Goes through a zip archive by its central directory, holding nothing but that.</summary>
internal static class ZipReader
{
    private const int LargestDirectory = 64 << 20;
    private const int HeaderSize = 30;

    /// <summary>Hands every file in <paramref name="zip"/> to <paramref name="entry"/>, until that answers false, and what cannot be unpacked to <paramref name="skip"/>; answers what is wrong with the archive, or null.</summary>
    public static string? Read(Stream zip, Func<string, Stream, long, bool> entry, Action<Skipped> skip)
    {
        if (ZipDirectory.Find(zip) is not { } place)
        {
            return "damaged: no zip directory at its end";
        }

        if (place.Length > LargestDirectory)
        {
            return "zip directory of more than 64 MB";
        }

        var directory = new byte[place.Length];
        zip.Position = place.Start;
        zip.ReadExactly(directory);
        var rest = directory.AsSpan();
        while (ZipEntry.TryRead(rest, out var record))
        {
            rest = rest[record.Size..];
            if (record.IsFolder)
            {
                continue;
            }

            var name = PathText.Of(record.Name);
            if (record.IsEncrypted || record.Method is not (0 or 8))
            {
                skip(new Skipped(name, record.IsEncrypted ? "encrypted" : $"zip compression method {record.Method} is not supported"));
            }
            else if (!Locate(zip, place.Before + record.HeaderAt))
            {
                skip(new Skipped(name, "damaged: no zip header where one belongs"));
            }
            else
            {
                Stream content = new PartStream(zip, record.Packed);
                using var unpacked = record.Method == 0 ? content : new DeflateStream(content, CompressionMode.Decompress);
                if (!entry(name, unpacked, record.Unpacked))
                {
                    return null;
                }
            }
        }

        return rest.IsEmpty ? null : "damaged: the zip directory breaks off";
    }

    // Leaves the stream where the entry's packed content begins.
    private static bool Locate(Stream zip, long at)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (at < 0 || at > zip.Length - HeaderSize)
        {
            return false;
        }

        zip.Position = at;
        zip.ReadExactly(header);
        zip.Position = at + HeaderSize + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return header.StartsWith("PK\x03\x04"u8);
    }
}
