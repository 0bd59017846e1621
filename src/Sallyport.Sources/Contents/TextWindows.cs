using System.Buffers;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Sources.Contents;

/// <summary>Hands on a text of any length in overlapping windows, each knowing where in the whole it stands.</summary>
internal sealed class TextWindows(IArtifactSink sink, ArtifactFrame frame)
{
    private const int Share = ReadingLimits.Overlap / 2;

    /// <summary>Reads <paramref name="text"/> (UTF-8) to its end.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="text">The text.</param>
    /// <param name="offset">How many bytes of the whole came before (a byte order mark).</param>
    public void Read(string path, Stream text, long offset)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadingLimits.Window);
        try
        {
            Read(path, text, offset, buffer.AsMemory(0, ReadingLimits.Window));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Read(string path, Stream text, long offset, Memory<byte> buffer)
    {
        var position = new Position(1, 1);
        int filled = 0, owned = 0;
        while (true)
        {
            filled += text.ReadAtLeast(buffer.Span[filled..], buffer.Length - filled, throwOnEndOfStream: false);
            var last = filled < buffer.Length;
            var end = last ? filled : End(buffer.Span[..filled]);
            var own = TextSpan.Between(owned, last ? end : end - Share);
            sink.Take(frame.Make(path, buffer[..end], new Window(offset, position, own)));
            if (last)
            {
                return;
            }

            if (offset > ReadingLimits.Text)
            {
                sink.Skip(new Skipped(path, $"longer than {ReadingLimits.Text >> 20} MB; the rest was not read"));
                return;
            }

            var next = Next(buffer.Span[..end], own.End);
            position = Advance(position, buffer.Span[..next]);
            offset += next;
            owned = own.End - next;
            buffer.Span[next..filled].CopyTo(buffer.Span);
            filled -= next;
        }
    }

    // A window ends with a line where one ends near, else with a whole character.
    private static int End(ReadOnlySpan<byte> full)
    {
        var line = full[^Share..].LastIndexOf((byte)'\n');
        if (line >= 0)
        {
            return full.Length - Share + line + 1;
        }

        var end = full.Length - 1;
        while (end > full.Length - 4 && (full[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return full[end] >= 0xC0 ? end : full.Length;
    }

    // The next one begins with a line where one begins near.
    private static int Next(ReadOnlySpan<byte> window, int ownEnd)
    {
        var earliest = ownEnd - Share;
        var line = window[earliest..ownEnd].IndexOf((byte)'\n');
        if (line >= 0)
        {
            return earliest + line + 1;
        }

        while ((window[earliest] & 0xC0) == 0x80 && earliest > ownEnd - Share - 4)
        {
            earliest--;
        }

        return earliest;
    }

    private static Position Advance(Position from, ReadOnlySpan<byte> passed)
    {
        var lines = passed.Count((byte)'\n');
        var column = Encoding.UTF8.GetCharCount(passed[(passed.LastIndexOf((byte)'\n') + 1)..]);
        return lines == 0 ? new Position(from.Line, from.Column + column) : new Position(from.Line + lines, column + 1);
    }
}
