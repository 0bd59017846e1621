using Sallyport.Core.Findings;

namespace Sallyport.Reports;

/// <summary>The words that rule pages and machine-readable formats use.</summary>
internal static class KeyWords
{
    public static string Key(this Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };

    public static string Key(this Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Key(this BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        _ => "absent",
    };
}
