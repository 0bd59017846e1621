namespace Sallyport.Syntax.Shell.Code;

/// <summary>What an expression of a one-liner is known to be: a string, a list of strings, or a name.</summary>
/// <param name="Value">The string.</param>
/// <param name="Items">The items of a list.</param>
/// <param name="Name">The dotted name of a function or module.</param>
internal sealed record CodeValue(Value Value, IReadOnlyList<Value>? Items = null, string Name = "")
{
    public static CodeValue Unknown { get; } = new(new Value(Piece.Of(PieceKind.Unknown, "")));

    public static CodeValue Of(string text) => new(Value.Of(text));
}
