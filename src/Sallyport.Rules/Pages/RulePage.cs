using Sallyport.Core.Findings;

namespace Sallyport.Rules.Pages;

/// <summary>A rule as its page says it.</summary>
public sealed record RulePage
{
    /// <summary>The path without <c>.md</c>: <c>secrets/github-token</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was found.</summary>
    public required string Title { get; init; }

    /// <summary>Of the weakness.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Of a match before its evidence is weighed.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>How settled.</summary>
    public RuleStatus Status { get; init; } = RuleStatus.Stable;

    /// <summary>Earlier ids that keep working.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];

    /// <summary>CWE numbers.</summary>
    public IReadOnlyList<int> Cwe { get; init; } = [];

    /// <summary>Ids of threats.</summary>
    public IReadOnlyList<string> Threats { get; init; } = [];

    /// <summary>What it matches.</summary>
    public required RuleMatch Match { get; init; }

    /// <summary>The Markdown text below the front matter without the examples: what, why, how to fix, limits.</summary>
    public required string Help { get; init; }

    /// <summary>The examples.</summary>
    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    /// <summary>The family, first part of the id.</summary>
    public string Family => Id[..Id.IndexOf('/', StringComparison.Ordinal)];
}
