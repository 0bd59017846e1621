namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>name=value</c>, <c>name+=value</c>, <c>name[i]=value</c> or <c>name=(…)</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Subscript">What stands in brackets.</param>
/// <param name="Append">Whether it is <c>+=</c>.</param>
/// <param name="Value">The value; null for an array.</param>
/// <param name="Elements">The elements of an array.</param>
internal sealed record Assignment(string Name, Word? Subscript, bool Append, Word? Value, List<Word>? Elements);
