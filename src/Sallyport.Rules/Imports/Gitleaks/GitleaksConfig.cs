namespace Sallyport.Rules.Imports.Gitleaks;

/// <summary>A gitleaks file together with what it extends.</summary>
internal sealed class GitleaksConfig
{
    /// <summary>The rules by their id, in order.</summary>
    public Dictionary<string, GitleaksRule> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>What is no finding of any rule.</summary>
    public List<ImportedAllowlist> Allowlists { get; } = [];

    /// <summary>What is no finding of the rules named.</summary>
    public List<(IReadOnlyList<string> Rules, ImportedAllowlist Allowlist)> Targeted { get; } = [];

    /// <summary>Whether gitleaks' own rules are asked for.</summary>
    public bool UsesDefault { get; set; }

    /// <summary>Puts a config beneath this one.</summary>
    public void Extend(GitleaksConfig extended, IReadOnlyList<string> disabled)
    {
        foreach (var (id, rule) in extended.Rules)
        {
            if (!disabled.Contains(id, StringComparer.Ordinal))
            {
                Rules[id] = Rules.TryGetValue(id, out var own) ? own.Over(rule) : rule;
            }
        }

        Allowlists.AddRange(extended.Allowlists);
        Targeted.AddRange(extended.Targeted);
        UsesDefault |= extended.UsesDefault;
    }
}
