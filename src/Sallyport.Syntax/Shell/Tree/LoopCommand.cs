namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>while</c> or <c>until</c>.</summary>
internal sealed class LoopCommand : Command
{
    public required CommandList Condition { get; init; }

    public required CommandList Body { get; init; }
}
