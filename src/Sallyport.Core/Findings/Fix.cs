using Sallyport.Core.Text;

namespace Sallyport.Core.Findings;

/// <summary>A change of one artifact that mends a finding.</summary>
/// <param name="Title">What the change does.</param>
/// <param name="Edits">Replacements, ordered and without overlap.</param>
/// <param name="Safe">Whether the program's behaviour stays as it was apart from the weakness.</param>
public sealed record Fix(string Title, IReadOnlyList<Fix.Edit> Edits, bool Safe)
{
    /// <summary>Replaces a range of bytes.</summary>
    /// <param name="Span">What goes.</param>
    /// <param name="Text">What comes.</param>
    public readonly record struct Edit(TextSpan Span, string Text);
}
