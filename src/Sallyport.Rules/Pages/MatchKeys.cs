namespace Sallyport.Rules.Pages;

/// <summary>What may stand in the <c>match:</c> of a page.</summary>
internal static class MatchKeys
{
    private static readonly string[] Shared = ["token", "near", "path", "verify", "shape", "analysis", "kind"];

    /// <summary>The keys that only one family has; their values reach the detector as <see cref="Compiled.Rule.Settings"/>.</summary>
    public static string[] Own(string family) => family switch
    {
        "actions" => ["effect", "when", "decision"],
        "code" => ["taint", "from", "use"],
        _ => [],
    };

    public static string[] All(string family) => [.. Shared, .. Own(family)];
}
