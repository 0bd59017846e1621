namespace Sallyport.Rules.Imports;

/// <summary>Something in a rule file that is not honoured, and what that means.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">1-based line; 0 where it concerns the whole file.</param>
/// <param name="Message">What and why.</param>
public sealed record ImportNote(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
