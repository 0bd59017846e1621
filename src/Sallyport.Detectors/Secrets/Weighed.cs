using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;

namespace Sallyport.Detectors.Secrets;

/// <summary>A candidate whose evidence was weighed.</summary>
/// <param name="Candidate">What matched.</param>
/// <param name="Place">Where it stands in the artifact.</param>
/// <param name="Severity">How bad, after weighing.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Surety">Orders claims on the same value: 1 proved, 0 by shape, -1 refuted.</param>
/// <param name="Evidence">What was decisive, in plain words.</param>
internal readonly record struct Weighed(Candidate Candidate, TextSpan Place, Severity Severity, Confidence Confidence, int Surety, IReadOnlyList<string> Evidence)
{
    /// <summary>How many times something was decoded on the way to it: what stands there in the clear is surer than what pieces of it make when joined.</summary>
    public int Depth { get; init; }

    /// <summary>The layer it was read in; set once the layer was scanned.</summary>
    public TextLayer? Layer { get; init; }
}
