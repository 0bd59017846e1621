using System.Text;

namespace Sallyport.Rules.Imports.Kingfisher;

/// <summary>A checksum that a kingfisher rule describes by two templates: what the secret shows, and what it should show.</summary>
public sealed class TemplateChecksum
{
    private readonly Template _shown;
    private readonly Template _computed;
    private readonly string _requires;
    private readonly bool _mayMiss;

    internal TemplateChecksum(Template shown, Template computed, string requires, bool mayMiss) =>
        (_shown, _computed, _requires, _mayMiss) = (shown, computed, requires, mayMiss);

    /// <summary>Compares the two for a match.</summary>
    /// <param name="match">The match.</param>
    /// <param name="marks">Start and end of every group.</param>
    /// <param name="names">The names of the groups.</param>
    public ChecksumOutcome Check(in ImportedMatch match, ReadOnlySpan<int> marks, IReadOnlyList<string?> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["MATCH"] = Encoding.UTF8.GetString(match.Slice(match.Secret)),
            ["FULL_MATCH"] = Encoding.UTF8.GetString(match.Slice(match.Match)),
        };
        for (var i = 1; i < names.Count; i++)
        {
            if (names[i] is { } name && marks[i * 2] >= 0)
            {
                values[name] = Encoding.UTF8.GetString(match.Text[marks[i * 2]..marks[(i * 2) + 1]]);
            }
        }

        var missing = _requires.Length > 0 && !values.ContainsKey(_requires);
        if (missing || _shown.Render(values) is not { } shown || _computed.Render(values) is not { } computed)
        {
            return _mayMiss ? ChecksumOutcome.Unknown : ChecksumOutcome.Wrong;
        }

        return shown == computed ? ChecksumOutcome.Right : ChecksumOutcome.Wrong;
    }
}
