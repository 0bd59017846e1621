using System.Buffers;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Text;
using Sallyport.Sources.Contents;

namespace Sallyport.Sources.Git;

/// <summary>A blob of the history with its content: as a whole, or the parts of it that are new.</summary>
internal sealed class HistoryItem(string path, byte[] pooled, int length, List<TextPart>? parts, ArtifactFrame frame) : IArtifactItem
{
    public string Path => path;

    public void Open(IArtifactSink sink)
    {
        if (parts is null)
        {
            new ContentReader(sink, frame).ReadWhole(path, pooled.AsMemory(0, length));
        }
        else
        {
            foreach (var part in parts)
            {
                var window = part.Span.Length == length
                    ? (Window?)null
                    : new Window(part.Span.Start, new Position(part.FirstLine, 1), new TextSpan(0, part.Span.Length));
                sink.Take((frame with { Scope = part.Added }).Make(path, pooled.AsMemory(part.Span.Start, part.Span.Length), window));
            }
        }

        ArrayPool<byte>.Shared.Return(pooled);
    }
}
