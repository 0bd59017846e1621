namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>for name in words</c> or <c>select</c>.</summary>
internal sealed class ForCommand : Command
{
    public required string Name { get; init; }

    /// <summary>What it goes through; null for the positional parameters.</summary>
    public List<Word>? Words { get; init; }

    public required CommandList Body { get; init; }

    public bool Select { get; init; }
}
