using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;

namespace Sallyport.Core.Detection;

/// <summary>Takes what a detector finds in one artifact.</summary>
public interface IDetectionSink
{
    /// <summary>Reports a weakness.</summary>
    void Report(Detected detected);

    /// <summary>Hands in an artifact that lies inside this one; the engine queues it, to a bounded depth.</summary>
    void Derive(Artifact inner);

    /// <summary>Notes what this artifact tells about the project, for <see cref="IProjectAnalysis"/>.</summary>
    void Note(Fact fact);

    /// <summary>Says how much speaks against the artifact, from 0 to 1, also where it is too little to report.</summary>
    void Suspect(double degree)
    {
    }

    /// <summary>Says that a part was not looked at.</summary>
    void Skip(Skipped skipped);
}
