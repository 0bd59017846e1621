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

    /// <summary>How many bytes the place takes that a summary goes to; what would not fit is counted instead. Null for a place without limit.</summary>
    public int? Room { get; init; }

    /// <summary>The version of this program.</summary>
    public string Version { get; init; } = "0.0.0";
}
