namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>for ((a; b; c))</c>.</summary>
internal sealed class ArithmeticFor : Command
{
    public required Word Header { get; init; }

    public required CommandList Body { get; init; }
}
