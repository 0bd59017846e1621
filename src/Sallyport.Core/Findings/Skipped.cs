namespace Sallyport.Core.Findings;

/// <summary>Something that was not looked at, and why: never silence.</summary>
/// <param name="Path">What was not read.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Expected">Whether that is normal (binary content) rather than a gap (unreadable, over a budget).</param>
public sealed record Skipped(string Path, string Reason, bool Expected = false);
