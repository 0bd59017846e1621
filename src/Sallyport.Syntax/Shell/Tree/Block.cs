namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>{ … }</c> or <c>( … )</c>.</summary>
internal sealed class Block : Command
{
    public required CommandList Body { get; init; }

    public bool Subshell { get; init; }
}
