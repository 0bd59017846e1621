namespace Sallyport.Cli;

/// <summary>What a run ends with; never dependent on the output format.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the threshold.</summary>
    public const int Clean = 0;

    /// <summary>A finding at or above the threshold, or a control that does not hold.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage, nothing readable, anything unread with <c>--strict</c>.</summary>
    public const int Error = 2;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
