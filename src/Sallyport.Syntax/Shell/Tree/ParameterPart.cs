namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>$name</c>, <c>${name:-word}</c> and their kin.</summary>
/// <param name="Name">The parameter: a name, a digit or a special character.</param>
/// <param name="Subscript">What stands in brackets after the name.</param>
/// <param name="Indirect">Whether <c>!</c> stands before the name.</param>
/// <param name="Length">Whether <c>#</c> stands before the name.</param>
/// <param name="Operator">The operator; empty when there is none.</param>
/// <param name="Argument">What follows the operator.</param>
/// <param name="Quoted">Whether it stands in double quotes.</param>
internal sealed record ParameterPart(string Name, Word? Subscript, bool Indirect, bool Length, string Operator, Word? Argument, bool Quoted) : WordPart(Quoted)
{
    /// <summary>A plain <c>$name</c>.</summary>
    public static ParameterPart Plain(string name, bool quoted) => new(name, null, false, false, "", null, quoted);
}
