namespace Sallyport.Syntax.Shell.Tree;

/// <summary><c>$((…))</c>; the body is a text in which expansions still happen.</summary>
internal sealed record ArithmeticPart(Word Body, bool Quoted) : WordPart(Quoted);
