using Sallyport.Core.Text;

namespace Sallyport.Detectors.Injection.Language;

/// <summary>One sentence, its words in plain letters with one blank between them. Valid until the next is read.</summary>
internal readonly ref struct Sentence
{
    /// <summary>The words.</summary>
    public required ReadOnlySpan<char> Text { get; init; }

    /// <summary>Where it stands in the bytes that were read.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What it shows beside words.</summary>
    public required ulong Marks { get; init; }

    /// <summary>How many words were written so that a person reads them and a filter does not.</summary>
    public required Disguises Disguises { get; init; }

    /// <summary>Whether it begins a line.</summary>
    public required bool OpensLine { get; init; }

    /// <summary>Whether a blank line, a tag or a hole lies before it.</summary>
    public required bool OpensParagraph { get; init; }
}
