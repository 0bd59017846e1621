namespace Sallyport.Syntax.Shell.Tree;

/// <summary>A command of a list with what follows it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Operator"><c>;</c>, <c>&amp;</c>, <c>&amp;&amp;</c>, <c>||</c>; a line end counts as <c>;</c>.</param>
internal readonly record struct ListEntry(Command Command, string Operator);
