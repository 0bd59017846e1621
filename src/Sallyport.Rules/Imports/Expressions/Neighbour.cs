namespace Sallyport.Rules.Imports.Expressions;

/// <summary>All that an assertion asks about the byte on either side. Words are ASCII, as in RE2: a letter of another script ends one.</summary>
internal enum Neighbour
{
    None,
    LineFeed,
    Word,
    Other,
}
