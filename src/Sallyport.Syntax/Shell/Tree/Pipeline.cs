namespace Sallyport.Syntax.Shell.Tree;

/// <summary>Commands of which each reads what the one before it writes.</summary>
internal sealed class Pipeline : Command
{
    public List<Command> Stages { get; } = [];

    public bool Negated { get; set; }

    public bool Timed { get; set; }
}
