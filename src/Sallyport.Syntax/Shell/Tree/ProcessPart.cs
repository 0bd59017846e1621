namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>&lt;(…)</c> or <c>&gt;(…)</c>.</summary>
/// <param name="Body">What runs.</param>
/// <param name="Output">Whether it takes what is written: <c>&gt;(…)</c>.</param>
internal sealed record ProcessPart(CommandList Body, bool Output) : WordPart(false);
