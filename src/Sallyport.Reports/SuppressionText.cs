using Sallyport.Core.Findings;

namespace Sallyport.Reports;

/// <summary>The words for where a finding was accepted.</summary>
internal static class SuppressionText
{
    /// <summary>For people.</summary>
    public static string Where(this Suppression suppression) => suppression.Kind switch
    {
        SuppressionKind.InSource => "comment",
        SuppressionKind.Configuration => "configuration",
        _ => "baseline",
    };

    /// <summary>For programs.</summary>
    public static string Key(this Suppression suppression) => suppression.Kind switch
    {
        SuppressionKind.InSource => "inSource",
        SuppressionKind.Configuration => "configuration",
        _ => "baseline",
    };
}
