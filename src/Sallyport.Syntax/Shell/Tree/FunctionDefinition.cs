namespace Sallyport.Syntax.Shell.Tree;

/// <summary>A function.</summary>
internal sealed class FunctionDefinition : Command
{
    public required string Name { get; init; }

    public required Command Body { get; init; }
}
