using System.Buffers;
using System.Runtime.InteropServices;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Sources.Containers;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Contents;

/// <summary>Makes artifacts of bytes: tells text from binary content, turns encodings into UTF-8, opens what holds other things.</summary>
/// <param name="sink">Takes them.</param>
/// <param name="frame">What they have in common.</param>
/// <param name="depth">How many archives lie around.</param>
/// <param name="budget">What the outermost of them may still unpack to.</param>
internal sealed class ContentReader(IArtifactSink sink, ArtifactFrame frame, int depth = 0, InflationBudget? budget = null)
{
    [ThreadStatic]
    private static byte[]? _scratch;

    /// <summary>Reads an open file.</summary>
    public void Read(string path, OpenFile file)
    {
        // A file of unknown size (/proc) says 0 and still has content.
        var expected = file.Length == 0 ? 64 << 10 : (int)Math.Min(file.Length, ReadingLimits.Window + 1);
        var buffer = Scratch(expected);
        var filled = 0;
        int read;
        while (filled < expected && (read = file.Read(buffer.AsSpan(filled, expected - filled))) != 0)
        {
            if (read < 0)
            {
                sink.Skip(new Skipped(path, file.Failure));
                return;
            }

            filled += read;
            if (filled == file.Length)
            {
                break;
            }
        }

        if (filled > ReadingLimits.Window || (file.Length == 0 && filled == expected))
        {
            ReadLarge(path, buffer.AsSpan(0, 8192), file.ToStream(), file.Length);
        }
        else
        {
            ReadWhole(path, buffer.AsMemory(0, filled));
        }
    }

    /// <summary>Reads a content that comes as a stream of unknown length.</summary>
    public void ReadStream(string path, Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        var filled = 0;
        try
        {
            int read;
            while ((read = stream.Read(buffer.AsSpan(filled))) > 0)
            {
                filled += read;
                if (filled > ReadingLimits.Window)
                {
                    ReadLarge(path, buffer.AsSpan(0, 8192), new PrefixedStream(buffer.AsMemory(0, filled), stream), ReadingLimits.Text);
                    return;
                }

                buffer = filled == buffer.Length ? Grown(buffer) : buffer;
            }

            ReadWhole(path, buffer.AsMemory(0, filled));
        }
        catch (IOException e)
        {
            sink.Skip(new Skipped(path, Failures.Reason(e)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a content that is in memory; the memory is scratch space and may be changed.</summary>
    public void ReadWhole(string path, Memory<byte> bytes)
    {
        var kind = ContainerSign.Of(bytes.Span);
        if (kind != ContainerKind.None)
        {
            _ = MemoryMarshal.TryGetArray<byte>(bytes, out var array);
            ReadContainer(kind, path, new MemoryStream(array.Array!, array.Offset, array.Count, writable: false), bytes.Length);
            return;
        }

        var guess = EncodingGuess.Of(bytes.Span);
        switch (guess.Encoding)
        {
            case TextEncoding.Binary:
                sink.Skip(new Skipped(path, "binary", Expected: true));
                break;
            case TextEncoding.Bytes:
                ReadText(path, bytes[guess.MarkLength..], guess.MarkLength);
                break;
            default:
                ReadTranscoded(path, bytes[guess.MarkLength..], guess.Encoding);
                break;
        }
    }

    private void ReadText(string path, Memory<byte> text, int mark)
    {
        var window = mark == 0 ? (Window?)null : new Window(mark, new Position(1, 1), new TextSpan(0, text.Length));
        if (!path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || !new NotebookReader(sink, frame).Read(path, text, window))
        {
            sink.Take(frame.Make(path, text, window));
        }
    }

    private void ReadContainer(ContainerKind kind, string path, Stream content, long length) =>
        new ContainerReader(sink, frame with { Scope = null }, depth, budget ?? new InflationBudget(length)).Read(kind, path, content);

    private void ReadLarge(string path, ReadOnlySpan<byte> head, Stream stream, long length)
    {
        var kind = ContainerSign.Of(head);
        var guess = kind == ContainerKind.None ? EncodingGuess.Of(head) : default;
        if (guess.Encoding == TextEncoding.Binary)
        {
            sink.Skip(new Skipped(path, "binary", Expected: true));
            return;
        }

        try
        {
            if (kind != ContainerKind.None)
            {
                ReadLargeContainer(kind, path, stream, length);
                return;
            }

            stream.ReadExactly(stackalloc byte[guess.MarkLength]);
            var transcoded = guess.Encoding != TextEncoding.Bytes;
            var text = transcoded ? new TranscodingStream(stream, guess.Encoding) : stream;
            new TextWindows(sink, frame with { Transcoded = transcoded }).Read(path, text, transcoded ? 0 : guess.MarkLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            sink.Skip(new Skipped(path, Failures.Reason(e)));
        }
    }

    private void ReadLargeContainer(ContainerKind kind, string path, Stream stream, long length)
    {
        if (kind != ContainerKind.Zip || stream.CanSeek)
        {
            ReadContainer(kind, path, stream, length);
            return;
        }

        // A zip is read from its end, so one that only streams is kept whole.
        using var kept = new MemoryStream(ReadingLimits.Window * 2);
        var chunk = new byte[64 << 10];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (kept.Length + read > ReadingLimits.InnerArchive)
            {
                sink.Skip(new Skipped(path, $"zip archive of more than {ReadingLimits.InnerArchive >> 20} MB inside another"));
                return;
            }

            kept.Write(chunk, 0, read);
        }

        ReadContainer(kind, path, kept, kept.Length);
    }

    private void ReadTranscoded(string path, Memory<byte> bytes, TextEncoding encoding)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Transcoder.Bound(bytes.Length));
        var (_, written) = Transcoder.ToUtf8(encoding, bytes.Span, buffer, last: true);
        sink.Take((frame with { Transcoded = true }).Make(path, buffer.AsMemory(0, written)));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grown(byte[] buffer)
    {
        var grown = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, ReadingLimits.Window * 2));
        buffer.CopyTo(grown, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return grown;
    }

    private static byte[] Scratch(int length)
    {
        if (_scratch is null || _scratch.Length < length)
        {
            _scratch = new byte[Math.Max(64 << 10, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length))];
        }

        return _scratch;
    }
}
