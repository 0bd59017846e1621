namespace Sallyport.Cli.Arguments;

/// <summary>One command: a row of the <see cref="CommandTable"/>. Its options are built only when it is invoked.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="operands">What stands behind the options, as help shows it; empty for nothing.</param>
/// <param name="summary">What it does, in one line.</param>
/// <param name="options">Builds its options.</param>
/// <param name="run">Runs it; gives the exit code.</param>
internal sealed class Command(string name, string operands, string summary, Func<Option[]> options, Func<Given, Terminals.Terminal, int> run)
{
    public readonly string Name = name;

    public readonly string Operands = operands;

    public readonly string Summary = summary;

    public readonly Func<Option[]> Options = options;

    public readonly Func<Given, Terminals.Terminal, int> Run = run;

    /// <summary>Lines that help shows under the options.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The words its first operand may be, for completion and help; null for paths or free text.</summary>
    public string[]? Words { get; init; }

    /// <summary>Whether help and completion leave it out.</summary>
    public bool Hidden { get; init; }
}
