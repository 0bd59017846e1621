using Sallyport.Core.Findings;
using Sallyport.Rules.Patterns;

namespace Sallyport.Rules.Compiled;

/// <summary>A rule in the form that detectors run.</summary>
public sealed class Rule
{
    private readonly Func<TokenPattern?> _readPattern;
    private readonly Func<string> _readHelp;
    private TokenPattern? _pattern;

    internal Rule(Func<TokenPattern?> readPattern, Func<string> readHelp) => (_readPattern, _readHelp) = (readPattern, readHelp);

    /// <summary>Path of its page without extension.</summary>
    public required string Id { get; init; }

    /// <summary>What was found.</summary>
    public required string Title { get; init; }

    /// <summary>Of the weakness.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Of a match before its evidence is weighed.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>How settled.</summary>
    public required Pages.RuleStatus Status { get; init; }

    /// <summary>Earlier ids.</summary>
    public required IReadOnlyList<string> Was { get; init; }

    /// <summary>CWE numbers.</summary>
    public required IReadOnlyList<int> Cwe { get; init; }

    /// <summary>Ids of threats.</summary>
    public required IReadOnlyList<string> Threats { get; init; }

    /// <summary>Words of which one must name the value, in lower case without separators.</summary>
    public required IReadOnlyList<string> Near { get; init; }

    /// <summary>Globs of the files looked at; empty for all.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Name of a checksum or structure; null for none.</summary>
    public required string? Verify { get; init; }

    /// <summary>Name of a detector's own analysis; null where a pattern stands.</summary>
    public required string? Analysis { get; init; }

    /// <summary>What the analysis must find.</summary>
    public required string? Kind { get; init; }

    /// <summary>The keys of the rule's own family with their values, such as <c>taint</c>: <c>sql</c>.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Literals of which every match holds one; empty where only <see cref="Near"/> leads to a match.</summary>
    public required IReadOnlyList<Anchor> Anchors { get; init; }

    /// <summary>Least length of a match in bytes.</summary>
    public required int MinLength { get; init; }

    /// <summary>Greatest length of a match in bytes, at most <see cref="TokenPattern.WindowLimit"/>.</summary>
    public required int MaxLength { get; init; }

    /// <summary>The automaton, read from the rule set when first asked for; null for an analysis.</summary>
    public TokenPattern? Pattern => _pattern ??= _readPattern();

    /// <summary>The page's text in Markdown.</summary>
    public string Help => _readHelp();

    /// <summary>First part of the id.</summary>
    public string Family => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What reports say of it.</summary>
    public RuleDescription Describe() => new(Id, Title, Severity, Confidence, Cwe, Threats, Help);
}
