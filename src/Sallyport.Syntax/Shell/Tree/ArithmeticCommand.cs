namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>((…))</c>.</summary>
internal sealed class ArithmeticCommand : Command
{
    public required Word Body { get; init; }
}
