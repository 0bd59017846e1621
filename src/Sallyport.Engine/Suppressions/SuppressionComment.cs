using Sallyport.Core.Text;

namespace Sallyport.Engine.Suppressions;

/// <summary>A comment <c>sallyport: ignore[rule] until DATE -- reason</c>, well formed or not.</summary>
internal sealed class SuppressionComment
{
    /// <summary>The comment from its opener on, in the artifact's bytes.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What to take away to remove it: with the blank before, or the whole line where it stands alone.</summary>
    public required TextSpan Removal { get; init; }

    /// <summary>First byte of the line that it speaks for.</summary>
    public required int Target { get; init; }

    public IReadOnlyList<string> Rules { get; init; } = [];

    public DateOnly? Until { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>What is wrong with it; null when it is well formed.</summary>
    public string? Problem { get; init; }
}
