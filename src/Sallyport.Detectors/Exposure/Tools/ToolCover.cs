using Sallyport.Core.Detection;
using Sallyport.Core.Text;

namespace Sallyport.Detectors.Exposure.Tools;

/// <summary>What the files of a tool say: what it may read, and what is wrong with them.</summary>
/// <param name="of">Whether a file is covered.</param>
internal sealed class ToolCover(Func<NameFact, string, ToolCover.Verdict> of)
{
    /// <summary>Whether the tool may read a file.</summary>
    public enum State
    {
        /// <summary>No.</summary>
        Covered,

        /// <summary>Yes: nothing speaks of it.</summary>
        Open,

        /// <summary>Yes: a line that covers it is taken back by another.</summary>
        TakenBack,
    }

    /// <summary>How a shell of the tool's gets at what is covered.</summary>
    public enum ShellAccess
    {
        /// <summary>It does not: there is no shell, or the system holds it back.</summary>
        None,

        /// <summary>It does, and the tool has a setting against it.</summary>
        Closable,

        /// <summary>It does, and no setting of the project is against it.</summary>
        Open,
    }

    /// <summary>What is wrong in the files.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Whether a shell reads what is covered.</summary>
    public ShellAccess Shell { get; init; }

    /// <summary>The setting that closes the shell.</summary>
    public string ShellChange { get; init; } = "";

    /// <summary>The fact at which the shell's access is reported; null for the covered file itself.</summary>
    public Fact? ShellAt { get; init; }

    /// <summary>The setting that keeps the tool from loading the project's environment file; null where it does not, or is kept from it.</summary>
    public string? EnvironmentChange { get; init; }

    /// <summary>Lines of the project's own list that the tool's file should hold and does not; only asked where there are own lines.</summary>
    public Func<PrivateList, IReadOnlyList<string>>? OutOfStep { get; init; }

    /// <summary>The file in which they are missing.</summary>
    public Fact? ListAt { get; init; }

    /// <summary>Whether a file is covered.</summary>
    /// <param name="name">The file.</param>
    /// <param name="place">Its path in the project.</param>
    public Verdict Of(NameFact name, string place) => of(name, place);

    /// <summary>Whether a file is covered.</summary>
    /// <param name="State">Whether.</param>
    /// <param name="By">The line that takes it back.</param>
    internal readonly record struct Verdict(State State, Problem? By = null);

    /// <summary>Something wrong in a file of the tool's.</summary>
    /// <param name="Rule">The rule, without its family.</param>
    /// <param name="At">The file.</param>
    /// <param name="Span">Where.</param>
    /// <param name="Title">What.</param>
    /// <param name="Change">What mends it.</param>
    internal sealed record Problem(string Rule, Fact At, TextSpan Span, string Title, string Change);
}
