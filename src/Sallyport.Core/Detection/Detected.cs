using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Core.Detection;

/// <summary>What a detector reports: a place and the evidence. The engine makes a <see cref="Finding"/> of it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Title">What was found.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Span">Range in the artifact's own bytes.</param>
/// <param name="Evidence">What speaks for it.</param>
/// <param name="Sensitive">Whether the range holds a value that must be masked wherever it is shown.</param>
/// <param name="Fix">A change that mends it; spans in the artifact's own bytes.</param>
/// <param name="Flow">How the value came there, where it was followed.</param>
public sealed record Detected(
    string Rule,
    string Title,
    Severity Severity,
    Confidence Confidence,
    TextSpan Span,
    IReadOnlyList<string> Evidence,
    bool Sensitive = false,
    Fix? Fix = null,
    Flow? Flow = null)
{
    /// <summary>The value to replace where the text leaves; null where the finding holds none.</summary>
    public SensitiveValue? Value { get; init; }

    /// <summary>Further ranges that hold values of the same kind, to be masked with it wherever they are shown.</summary>
    public IReadOnlyList<TextSpan> Masked { get; init; } = [];
}
