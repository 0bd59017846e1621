namespace Sallyport.Syntax.Shell.Tree;

/// <summary>Commands one after the other.</summary>
internal sealed class CommandList : Command
{
    public List<ListEntry> Entries { get; } = [];
}
