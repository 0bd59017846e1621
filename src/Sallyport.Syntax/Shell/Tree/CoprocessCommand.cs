namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>coproc [name] command</c>.</summary>
internal sealed class CoprocessCommand : Command
{
    public required Command Body { get; init; }
}
