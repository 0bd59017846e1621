namespace Sallyport.Syntax.Shell.Tree;

/// <summary>Text; unquoted it may still hold patterns, braces and a tilde.</summary>
internal sealed record LiteralPart(string Text, bool Quoted) : WordPart(Quoted);
