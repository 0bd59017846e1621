using Sallyport.Core.Artifacts;

namespace Sallyport.Core.Detection;

/// <summary>Finds weaknesses in one artifact at a time. Knows no files, network or clock; safe for use by several threads.</summary>
public interface IDetector
{
    /// <summary>The rule family it reports, such as <c>secrets</c>.</summary>
    string Family { get; }

    /// <summary>Looks at <paramref name="artifact"/> and reports to <paramref name="sink"/>. Work is linear in the artifact's size.</summary>
    void Index(Artifact artifact, IDetectionSink sink);
}
