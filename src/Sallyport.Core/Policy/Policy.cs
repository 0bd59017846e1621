using Sallyport.Core.Findings;

namespace Sallyport.Core.Policy;

/// <summary>What counts and from where on it is too much: the settings in force after all layers are merged.</summary>
public sealed record Policy
{
    /// <summary>The least level that fails a scan.</summary>
    public Level FailOn { get; init; } = Level.Warning;

    /// <summary>Rule families looked for; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Rule ids or families left out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether preview rules run.</summary>
    public bool Preview { get; init; }

    /// <summary>Whether the scanned tree's own suppressions and baseline count.</summary>
    public bool Trusted { get; init; } = true;

    /// <summary>Whether a rule runs.</summary>
    public bool Runs(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (Only.Count == 0 || Only.Any(o => Names(o, rule))) && !Exclude.Any(e => Names(e, rule));
    }

    private static bool Names(string name, string rule) =>
        rule.StartsWith(name, StringComparison.Ordinal) && (rule.Length == name.Length || rule[name.Length] == '/');
}
