using Sallyport.Syntax.Shell;

namespace Sallyport.Detectors.Commands.Programs;

/// <summary>A line of <c>programs.txt</c>.</summary>
/// <param name="Words">Subcommands, each with its alternatives.</param>
/// <param name="With">Groups of options of which each must be there.</param>
/// <param name="Without">Options of which none may be there.</param>
/// <param name="Equal">Arguments of which one must be there; empty for no such condition.</param>
/// <param name="Containing">Texts of which an argument must hold one; empty for no such condition.</param>
/// <param name="Least">Least number of operands.</param>
/// <param name="Most">Greatest number of operands.</param>
/// <param name="Kind">The effect; <c>tag</c> and <c>none</c> as the file says.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Target">Which arguments it happens to; empty for none.</param>
internal sealed record ProgramLine(
    IReadOnlyList<string[]> Words,
    IReadOnlyList<string[]> With,
    IReadOnlyList<string> Without,
    IReadOnlyList<string> Equal,
    IReadOnlyList<string> Containing,
    int Least,
    int Most,
    string Kind,
    IReadOnlyList<string> Tags,
    string Target)
{
    /// <summary>Whether the command fits; gives the operands behind the subcommand.</summary>
    public bool Fits(CommandWords command, out IReadOnlyList<Value> operands)
    {
        operands = command.Operands;
        if (Words.Count > 0 && !command.Subcommand(Words, out operands))
        {
            return false;
        }

        foreach (var group in With)
        {
            if (!Array.Exists(group, command.Has))
            {
                return false;
            }
        }

        foreach (var option in Without)
        {
            if (command.Has(option))
            {
                return false;
            }
        }

        return operands.Count >= Least && operands.Count <= Most &&
            (Equal.Count == 0 || command.AnyArgument(Equal)) &&
            (Containing.Count == 0 || command.AnyContains(Containing));
    }
}
