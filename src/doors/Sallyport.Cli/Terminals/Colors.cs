namespace Sallyport.Cli.Terminals;

/// <summary>Whether to colour, as the conventions of terminals say it.</summary>
internal static class Colors
{
    /// <summary>Decides for a stream that <paramref name="isTerminal"/> or not; <paramref name="choice"/> is <c>always</c>, <c>never</c> or <c>auto</c>.</summary>
    public static bool Wanted(string? choice, Terminal terminal, bool isTerminal) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => Ambient(terminal, isTerminal),
    };

    /// <summary>Whether a line may be drawn over and over: on a terminal that can, and not in a log.</summary>
    public static bool Progress(Terminal terminal) =>
        terminal.ErrorIsTerminal && terminal.Environment("CI") is null && terminal.Environment("TERM") != "dumb";

    private static bool Ambient(Terminal terminal, bool isTerminal)
    {
        if (terminal.Environment("NO_COLOR") is not null)
        {
            return false;
        }

        if ((terminal.Environment("FORCE_COLOR") ?? terminal.Environment("CLICOLOR_FORCE")) is { } force)
        {
            return force != "0";
        }

        return isTerminal && terminal.Environment("TERM") != "dumb" && terminal.Environment("CLICOLOR") != "0";
    }
}
