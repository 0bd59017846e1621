using Sallyport.Core.Artifacts;
using Sallyport.Core.Text;

namespace Sallyport.Sources.Contents;

/// <summary>What all artifacts made of one content have in common.</summary>
/// <param name="Origin">Who wrote it.</param>
/// <param name="Scope">The lines that count; null when all do.</param>
/// <param name="Commit">The commit it stands in.</param>
/// <param name="Transcoded">Whether its text was made from another encoding.</param>
internal sealed record ArtifactFrame(Origin Origin, LineSet? Scope = null, string? Commit = null, bool Transcoded = false)
{
    public Artifact Make(string path, ReadOnlyMemory<byte> bytes, Window? window = null, SpanMap? outer = null) =>
        new(path, bytes, ArtifactKind.File, Origin) { Scope = Scope, Commit = Commit, Transcoded = Transcoded, Window = window, Outer = outer };
}
