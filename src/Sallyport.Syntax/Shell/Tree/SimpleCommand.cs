namespace Sallyport.Syntax.Shell.Tree;

/// <summary>Assignments, words and redirections.</summary>
internal sealed class SimpleCommand : Command
{
    public List<Assignment> Assignments { get; } = [];

    public List<Word> Words { get; } = [];
}
