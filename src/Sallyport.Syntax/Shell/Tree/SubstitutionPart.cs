namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>$(…)</c> or back quotes.</summary>
internal sealed record SubstitutionPart(CommandList Body, bool Quoted) : WordPart(Quoted);
