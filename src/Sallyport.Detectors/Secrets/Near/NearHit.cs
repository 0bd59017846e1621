using Sallyport.Detectors.Secrets.Context;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets.Near;

/// <summary>A rule of which a near word names the value.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">How the name stands to the value.</param>
/// <param name="Length">Length of the near word: the longer, the more specific.</param>
internal readonly record struct NearHit(Rule Rule, NameKind Kind, int Length);
