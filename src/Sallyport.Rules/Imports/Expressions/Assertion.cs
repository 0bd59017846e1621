namespace Sallyport.Rules.Imports.Expressions;

/// <summary>What must hold between two bytes.</summary>
internal enum Assertion
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
