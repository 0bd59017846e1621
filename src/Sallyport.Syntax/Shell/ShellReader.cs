using Sallyport.Syntax.Shell.Evaluation;

namespace Sallyport.Syntax.Shell;

/// <summary>Reads shell commands: parses them and follows, within bounds, what they would run. Nothing is executed.</summary>
public static class ShellReader
{
    /// <summary>The longest text that is read.</summary>
    public const int LengthLimit = 1 << 20;

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <param name="text">The commands.</param>
    /// <param name="shell">Their language.</param>
    /// <param name="files">Gives the content of a script that the commands run, by its path; null for none.</param>
    public static ShellReading Read(string text, ShellKind shell = ShellKind.Bash, Func<string, string?>? files = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > LengthLimit
            ? new ShellReading([], $"it is longer than {LengthLimit >> 20} MiB")
            : new Evaluator(shell, files).Read(text);
    }
}
