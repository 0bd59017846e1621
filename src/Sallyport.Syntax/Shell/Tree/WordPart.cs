namespace Sallyport.Syntax.Shell.Tree;

/// <summary>A part of a <see cref="Word"/>.</summary>
internal abstract record WordPart(bool Quoted);
