namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>[[ … ]]</c>: its words and operators.</summary>
internal sealed class TestCommand : Command
{
    public List<Word> Words { get; } = [];
}
