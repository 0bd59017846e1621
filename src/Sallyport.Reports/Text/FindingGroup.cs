using Sallyport.Core.Findings;

namespace Sallyport.Reports.Text;

/// <summary>One weakness as a person thinks of it: a finding and the other places where the same value stands.</summary>
internal sealed class FindingGroup(Finding first)
{
    public Finding First => first;

    public List<Finding> Others { get; } = [];

    /// <summary>Groups the findings of a result that count, the worst first, otherwise in their order.</summary>
    public static List<FindingGroup> Of(ScanResult result)
    {
        var groups = new List<FindingGroup>();
        var byValue = new Dictionary<string, FindingGroup>(StringComparer.Ordinal);
        for (var level = Level.Error; level >= Level.Note; level--)
        {
            foreach (var finding in result.Findings)
            {
                if (finding.Suppression is null && finding.Level == level)
                {
                    Add(finding, groups, byValue);
                }
            }

            byValue.Clear();
        }

        return groups;
    }

    private static void Add(Finding finding, List<FindingGroup> groups, Dictionary<string, FindingGroup> byValue)
    {
        if (ValueGroups.Key(finding) is not { } key)
        {
            groups.Add(new FindingGroup(finding));
            return;
        }

        if (byValue.TryGetValue(key, out var group))
        {
            group.Others.Add(finding);
            return;
        }

        group = new FindingGroup(finding);
        byValue.Add(key, group);
        groups.Add(group);
    }
}
