using Sallyport.Core.Findings;

namespace Sallyport.Core.Artifacts;

/// <summary>Takes what a source reads.</summary>
public interface IArtifactSink
{
    /// <summary>Takes an artifact; its bytes may be reused after the call.</summary>
    void Take(Artifact artifact);

    /// <summary>Takes note of something that was not read.</summary>
    void Skip(Skipped skipped);
}
