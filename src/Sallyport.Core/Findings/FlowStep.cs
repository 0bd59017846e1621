using Sallyport.Core.Text;

namespace Sallyport.Core.Findings;

/// <summary>One place that a value passes.</summary>
/// <param name="Path">Path of the artifact.</param>
/// <param name="Span">Range of bytes in it.</param>
/// <param name="Start">Where the range begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Message">What happens there.</param>
public sealed record FlowStep(string Path, TextSpan Span, Position Start, Position End, string Message);
