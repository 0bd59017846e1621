namespace Sallyport.Synthesis.Columns;

/// <summary>The ways in which tables say that a value is not there.</summary>
internal static class Missing
{
    private static readonly HashSet<string> Tokens = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "NA", "N/A", "#N/A", "NaN", "null", "nil", "none", "missing", "-", "--", ".", "?", "\\N",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Tokens.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a cell holds no value.</summary>
    public static bool Is(ReadOnlySpan<char> cell) => cell.Length <= 7 && Lookup.Contains(cell.Trim());
}
