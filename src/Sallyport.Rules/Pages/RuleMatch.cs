namespace Sallyport.Rules.Pages;

/// <summary>The <c>match:</c> of a rule, as written on its page.</summary>
/// <param name="Token">The expression, or null where something else stands instead.</param>
/// <param name="Near">Words of which one must name the value.</param>
/// <param name="Path">Globs of the files looked at; empty for all.</param>
/// <param name="Verify">Name of a checksum or structure.</param>
/// <param name="Shape">The expression that examples are drawn from, where it is narrower.</param>
/// <param name="Analysis">Name of a detector's own analysis.</param>
/// <param name="Kind">What the analysis must find for this rule, where it tells several kinds apart.</param>
/// <param name="Settings">The keys of the rule's own family (<see cref="MatchKeys"/>), such as <c>taint</c>.</param>
public sealed record RuleMatch(
    string? Token,
    IReadOnlyList<string> Near,
    IReadOnlyList<string> Path,
    string? Verify,
    string? Shape,
    string? Analysis,
    string? Kind,
    IReadOnlyDictionary<string, string> Settings);
