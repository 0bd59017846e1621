namespace Sallyport.Reports;

/// <summary>What a door decides about a report; a report decides none of it itself.</summary>
public sealed record ReportOptions
{
    /// <summary>Whether to write colours.</summary>
    public bool Color { get; init; }

    /// <summary>The absolute folder that paths start from, when the output may hold terminal hyperlinks; null for none.</summary>
    public string? LinkRoot { get; init; }

    /// <summary>Whether people's formats list what is suppressed rather than count it; machines' formats always list it.</summary>
    public bool Suppressed { get; init; }

    /// <summary>The version of this program.</summary>
    public string Version { get; init; } = "0.0.0";
}
