using System.Buffers;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Sources.Disks;

namespace Sallyport.Sources.Contents;

/// <summary>Makes artifacts of bytes: tells text from binary content, turns encodings into UTF-8, opens what holds other things.</summary>
internal sealed class ContentReader(IArtifactSink sink, ArtifactFrame frame)
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
            ReadLarge(path, buffer.AsSpan(0, 8192), file.ToStream());
        }
        else
        {
            ReadWhole(path, buffer.AsMemory(0, filled));
        }
    }

    /// <summary>Reads a content that is in memory; the memory is scratch space and may be changed.</summary>
    public void ReadWhole(string path, Memory<byte> bytes)
    {
        var guess = EncodingGuess.Of(bytes.Span);
        switch (guess.Encoding)
        {
            case TextEncoding.Binary:
                sink.Skip(new Skipped(path, "binary", Expected: true));
                break;
            case TextEncoding.Bytes:
                var text = bytes[guess.MarkLength..];
                sink.Take(frame.Make(path, text, guess.MarkLength == 0 ? null : new Window(guess.MarkLength, new Position(1, 1), new TextSpan(0, text.Length))));
                break;
            default:
                ReadTranscoded(path, bytes[guess.MarkLength..], guess.Encoding);
                break;
        }
    }

    private void ReadLarge(string path, ReadOnlySpan<byte> head, Stream stream)
    {
        var guess = EncodingGuess.Of(head);
        if (guess.Encoding == TextEncoding.Binary)
        {
            sink.Skip(new Skipped(path, "binary", Expected: true));
            return;
        }

        try
        {
            stream.ReadExactly(stackalloc byte[guess.MarkLength]);
            var text = guess.Encoding == TextEncoding.Bytes ? stream : new TranscodingStream(stream, guess.Encoding);
            new TextWindows(sink, frame).Read(path, text, guess.Encoding == TextEncoding.Bytes ? guess.MarkLength : 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            sink.Skip(new Skipped(path, Failures.Reason(e)));
        }
    }

    private void ReadTranscoded(string path, Memory<byte> bytes, TextEncoding encoding)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Transcoder.Bound(bytes.Length));
        var (_, written) = Transcoder.ToUtf8(encoding, bytes.Span, buffer, last: true);
        sink.Take(frame.Make(path, buffer.AsMemory(0, written)));
        ArrayPool<byte>.Shared.Return(buffer);
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
