using System.IO.Compression;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Containers;

/// <summary>Opens what holds other files and reads each of them, itself perhaps a container, to a bounded depth and size.</summary>
internal sealed class ContainerReader(IArtifactSink sink, ArtifactFrame frame, int depth, InflationBudget budget)
{
    private const string BreaksOff = "damaged: breaks off before its end";

    /// <summary>Reads a container.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="path">Where it lies.</param>
    /// <param name="content">Its bytes; seekable for what needs it.</param>
    public void Read(ContainerKind kind, string path, Stream content)
    {
        if (ContainerSign.Unopened(kind) is { } format)
        {
            sink.Skip(new Skipped(path, $"{format} archives are not opened"));
            return;
        }

        if (depth == ReadingLimits.Depth)
        {
            sink.Skip(new Skipped(path, $"more than {ReadingLimits.Depth} archives inside each other"));
            return;
        }

        try
        {
            var failure = kind switch
            {
                ContainerKind.Zip => Zip(path, content),
                ContainerKind.Tar => Tar(path, content),
                _ => Gzip(path, content),
            };
            failure = budget.Exhausted ? budget.Reason : failure;
            if (failure is not null)
            {
                sink.Skip(new Skipped(path, failure));
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            sink.Skip(new Skipped(path, "damaged: " + e.Message));
        }
    }

    private string? Zip(string path, Stream content) =>
        ZipReader.Read(content, (name, entry, length) => Entry(path + "!/" + name, entry, length), s => sink.Skip(s with { Path = path + "!/" + s.Path }));

    private string? Tar(string path, Stream content) => TarReader.Read(content, (name, entry, length) => Entry(path + "!/" + name, entry, length));

    private string? Gzip(string path, Stream content)
    {
        using var packed = new TailStream(content);
        using var unpacked = new EntryStream(new GZipStream(packed, CompressionMode.Decompress), budget);
        var head = new byte[TarHeader.Size];
        var length = unpacked.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        using var whole = new PrefixedStream(head.AsMemory(0, length), unpacked);
        var failure = TarHeader.Fits(head.AsSpan(0, length)) ? Tar(path, whole) : Single(path, whole);
        var rest = unpacked.Failure is null && unpacked.Read(stackalloc byte[1]) == 0 && packed.Tail > unpacked.Unpacked;
        return unpacked.Failure ?? failure ?? (rest ? BreaksOff : null);
    }

    private string? Single(string path, Stream content)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        var name = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        new ContentReader(sink, frame, depth + 1, budget).ReadStream(path + "!/" + name, content);
        return null;
    }

    private bool Entry(string path, Stream content, long length)
    {
        using var entry = new EntryStream(content, budget);
        new ContentReader(sink, frame, depth + 1, budget).ReadStream(path, entry);
        var breaksOff = !budget.Exhausted && entry.Unpacked < length && entry.Read(stackalloc byte[1]) == 0;
        if ((entry.Failure ?? (breaksOff ? BreaksOff : null)) is { } failure)
        {
            sink.Skip(new Skipped(path, failure));
        }

        return !budget.Exhausted;
    }
}
