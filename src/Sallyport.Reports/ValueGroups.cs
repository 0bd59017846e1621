using System.Globalization;
using Sallyport.Core.Findings;

namespace Sallyport.Reports;

/// <summary>Numbers the values that findings hold, so that a report can say "the same one" without showing it.</summary>
internal sealed class ValueGroups
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Equal for findings of one rule that hold the same value; null for one that holds none.</summary>
    public static string? Key(Finding finding) =>
        finding.SameValue is { } value ? finding.Rule + "\n" + finding.Preview + "\n" + value.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The number of a finding's value, from 1; null when it holds none.</summary>
    public int? Of(Finding finding)
    {
        if (Key(finding) is not { } key)
        {
            return null;
        }

        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = _numbers.Count + 1);
        }

        return number;
    }
}
