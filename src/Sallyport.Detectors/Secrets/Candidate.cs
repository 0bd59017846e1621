using Sallyport.Core.Text;
using Sallyport.Detectors.Secrets.Context;
using Sallyport.Rules.Compiled;

namespace Sallyport.Detectors.Secrets;

/// <summary>A value that a rule matched in the text under scan, before its evidence is weighed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">The secret itself.</param>
/// <param name="Named">How the near word that led here stands to the value.</param>
/// <param name="NameLength">Length of that word; 0 where the token gave itself away.</param>
internal readonly record struct Candidate(Rule Rule, TextSpan Span, NameKind Named = NameKind.Assigned, int NameLength = 0);
