namespace Sallyport.Cli.Arguments;

/// <summary>One option of a command: the row that parsing, help and completion are made from.</summary>
/// <param name="name">The long name without dashes.</param>
/// <param name="value">What its value is called in help; null for a switch.</param>
/// <param name="help">What it does, in one line.</param>
internal sealed class Option(string name, string? value, string help)
{
    public readonly string Name = name;

    public readonly string? Value = value;

    public readonly string Help = help;

    /// <summary>The one-letter name, or <c>'\0'</c>.</summary>
    public char Short { get; init; }

    /// <summary>Whether it may stand more than once.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether the value may be left out; then it is taken only from <c>--name=value</c>.</summary>
    public bool Optional { get; init; }

    /// <summary>The words that are allowed, or offered for completion where <see cref="Open"/>; null for any text.</summary>
    public string[]? Words { get; init; }

    /// <summary>Whether other words than <see cref="Words"/> are allowed too.</summary>
    public bool Open { get; init; }
}
