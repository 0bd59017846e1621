namespace Sallyport.Syntax.Shell.PowerShell;

/// <summary>What an expression of PowerShell is known to be: some strings, or a block of script.</summary>
/// <param name="Items">The strings.</param>
/// <param name="Script">The text of a script block; null for none.</param>
internal sealed record PowerShellValue(IReadOnlyList<Value> Items, string? Script = null)
{
    public static PowerShellValue None { get; } = new([]);

    /// <summary>The type whose static members come next; empty for none.</summary>
    public string Type { get; init; } = "";

    /// <summary>All of it as one string.</summary>
    public Value Whole => Items.Count == 1 ? Items[0] : Items.Count == 0 ? Value.Empty : Items.Aggregate((a, b) => Value.Concat(Value.Concat(a, Value.Of(" ")), b));

    public static PowerShellValue Of(Value value) => new([value]);

    public static PowerShellValue Of(string text) => new([Value.Of(text)]);

    public static PowerShellValue Unknown(string name) => new([new Value(Piece.Of(PieceKind.Variable, name))]);
}
