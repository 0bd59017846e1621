namespace Sallyport.Core.Findings;

/// <summary>What a scan found: the one result set that every report format renders.</summary>
public sealed record ScanResult
{
    /// <summary>All findings by path and place, suppressed ones included.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What was not looked at.</summary>
    public required IReadOnlyList<Skipped> Skipped { get; init; }

    /// <summary>The rules that the findings name.</summary>
    public required IReadOnlyDictionary<string, RuleDescription> Rules { get; init; }

    /// <summary>How many artifacts were looked at.</summary>
    public required int Artifacts { get; init; }

    /// <summary>How many bytes they hold.</summary>
    public required long Bytes { get; init; }

    /// <summary>How many rules were looked for.</summary>
    public int RulesRun { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The least level that makes the scan fail; configuration of a folder may say otherwise for what lies in it.</summary>
    public required Level FailOn { get; init; }

    /// <summary>What the baseline accepts and the tree does not hold any more, of the files that were looked at.</summary>
    public IReadOnlyList<BaselineEntry> Absent { get; init; } = [];

    /// <summary>Findings that count.</summary>
    public IEnumerable<Finding> Active => Findings.Where(f => f.Suppression is null);

    /// <summary>Whether a finding reaches the threshold.</summary>
    public bool Fails => Findings.Any(f => f.Fails);
}
