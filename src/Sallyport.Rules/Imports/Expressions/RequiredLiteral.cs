namespace Sallyport.Rules.Imports.Expressions;

/// <summary>A text of which every match holds at least one, in any case of its ASCII letters.</summary>
/// <param name="Text">The text in lower case; at least <see cref="Shortest"/> bytes.</param>
/// <param name="MinOffset">Least distance from the match's start.</param>
/// <param name="MaxOffset">Greatest distance; null without bound.</param>
public sealed record RequiredLiteral(string Text, int MinOffset, int? MaxOffset)
{
    /// <summary>The shortest text worth looking for.</summary>
    public const int Shortest = 3;
}
