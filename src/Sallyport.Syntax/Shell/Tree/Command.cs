namespace Sallyport.Syntax.Shell.Tree;

/// <summary>Anything that runs.</summary>
internal abstract class Command
{
    public int Start { get; init; }

    public int End { get; set; }

    /// <summary>Redirections of the command as a whole.</summary>
    public List<Redirect> Redirects { get; } = [];
}
