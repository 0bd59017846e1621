namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>case word in … esac</c>.</summary>
internal sealed class CaseCommand : Command
{
    public required Word Subject { get; init; }

    public List<(List<Word> Patterns, CommandList Body)> Arms { get; } = [];
}
