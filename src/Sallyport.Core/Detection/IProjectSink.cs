using Sallyport.Core.Findings;

namespace Sallyport.Core.Detection;

/// <summary>Takes what the analysis of a whole project finds.</summary>
public interface IProjectSink
{
    /// <summary>Reports a weakness in the artifact that noted <paramref name="at"/>.</summary>
    /// <param name="at">One of the facts that were given to the analysis.</param>
    /// <param name="detected">What was found; its range is in the bytes of the artifact that was read, also where the fact was noted in a derived one.</param>
    void Report(Fact at, Detected detected);

    /// <summary>Says that a part was not looked at.</summary>
    void Skip(Skipped skipped);
}
