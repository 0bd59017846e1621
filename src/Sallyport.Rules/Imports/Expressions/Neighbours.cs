namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Tells whether assertions hold.</summary>
internal static class Neighbours
{
    public static Neighbour Of(byte value) =>
        value == '\n' ? Neighbour.LineFeed : char.IsAsciiLetterOrDigit((char)value) || value == '_' ? Neighbour.Word : Neighbour.Other;

    public static Neighbour Before(ReadOnlySpan<byte> text, int at) => at == 0 ? Neighbour.None : Of(text[at - 1]);

    public static Neighbour After(ReadOnlySpan<byte> text, int at) => at == text.Length ? Neighbour.None : Of(text[at]);

    public static bool Hold(Assertion assertion, Neighbour before, Neighbour after) => assertion switch
    {
        Assertion.TextStart => before == Neighbour.None,
        Assertion.TextEnd => after == Neighbour.None,
        Assertion.LineStart => before is Neighbour.None or Neighbour.LineFeed,
        Assertion.LineEnd => after is Neighbour.None or Neighbour.LineFeed,
        Assertion.WordBoundary => (before == Neighbour.Word) != (after == Neighbour.Word),
        _ => (before == Neighbour.Word) == (after == Neighbour.Word),
    };
}
