namespace Sallyport.Cli.Help;

/// <summary>What <c>sallyport --help</c> says.</summary>
internal static class OverviewHelp
{
    public static void Write(TextWriter to)
    {
        to.WriteLine("Sallyport: one security gate for AI-assisted software development");
        to.WriteLine();
        to.WriteLine("Usage: sallyport COMMAND [OPTIONS]");
        to.WriteLine();
        to.WriteLine("Commands:");
        foreach (var command in CommandTable.Shown())
        {
            to.WriteLine($"  {command.Name,-12} {command.Summary}");
        }

        to.WriteLine();
        to.WriteLine("Options:");
        to.WriteLine("  -h, --help     Show this, or the help of a command");
        to.WriteLine("  -V, --version  Show the version");
        to.WriteLine();
        to.WriteLine("Exit codes: 0 clean, 1 findings at or above the threshold, 2 error");
        to.WriteLine("Begin with `sallyport scan .`");
    }
}
