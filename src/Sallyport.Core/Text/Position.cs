namespace Sallyport.Core.Text;

/// <summary>A place in a text as people count it.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in UTF-16 code units.</param>
public readonly record struct Position(int Line, int Column);
