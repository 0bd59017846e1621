using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets;

/// <summary>A value that a rule matched in the text under scan, before its evidence is weighed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">The secret itself.</param>
internal readonly record struct Candidate(Rule Rule, TextSpan Span);
