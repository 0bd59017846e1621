namespace Sallyport.Core.Findings;

/// <summary>One figure for a set of findings, for ranking and for measuring: 0 for nothing, towards 1 for certain harm.</summary>
public static class Score
{
    /// <summary>The score of findings; suppressed ones do not count. Several weaknesses add up, none reaches 1 alone.</summary>
    public static double Of(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var rest = 1.0;
        foreach (var finding in findings)
        {
            if (finding.Suppression is null)
            {
                rest *= 1 - (Weight(finding.Severity) * Weight(finding.Confidence));
            }
        }

        return Math.Round(1 - rest, 4);
    }

    private static double Weight(Severity severity) => severity switch
    {
        Severity.Critical => 0.95,
        Severity.High => 0.85,
        Severity.Medium => 0.6,
        Severity.Low => 0.25,
        _ => 0.1,
    };

    private static double Weight(Confidence confidence) => confidence switch
    {
        Confidence.High => 1,
        Confidence.Medium => 0.9,
        _ => 0.7,
    };
}
