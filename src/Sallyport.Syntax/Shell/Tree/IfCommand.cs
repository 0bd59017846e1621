namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>if</c> with its branches.</summary>
internal sealed class IfCommand : Command
{
    public List<(CommandList Condition, CommandList Body)> Branches { get; } = [];

    public CommandList? Else { get; set; }
}
