namespace Sallyport.Core.Findings;

/// <summary>What reports say of a rule.</summary>
/// <param name="Id">Such as <c>secrets/github-token</c>.</param>
/// <param name="Title">What it finds.</param>
/// <param name="Severity">Of the weakness.</param>
/// <param name="Confidence">Before the evidence is weighed.</param>
/// <param name="Cwe">CWE numbers.</param>
/// <param name="Threats">Ids of threats.</param>
/// <param name="Help">The page's text in Markdown.</param>
public sealed record RuleDescription(
    string Id,
    string Title,
    Severity Severity,
    Confidence Confidence,
    IReadOnlyList<int> Cwe,
    IReadOnlyList<string> Threats,
    string Help);
