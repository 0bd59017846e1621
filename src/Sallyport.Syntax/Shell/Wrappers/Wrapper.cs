namespace Sallyport.Syntax.Shell.Wrappers;

/// <summary>A line of <c>wrappers.txt</c>.</summary>
/// <param name="Form">Where the inner command stands.</param>
/// <param name="Skip">Operands before it.</param>
/// <param name="Values">Options that take a value.</param>
/// <param name="Runs">Options whose value runs, and how.</param>
/// <param name="Assigns">Whether assignments may stand before the command.</param>
/// <param name="Surroundings">What it changes.</param>
/// <param name="Start">Where the arguments behind its name begin.</param>
internal sealed record Wrapper(
    string Form,
    int Skip,
    IReadOnlyList<string> Values,
    IReadOnlyList<RunOption> Runs,
    bool Assigns,
    Surroundings Surroundings,
    int Start);
