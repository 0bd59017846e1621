namespace Sallyport.Core.Policy;

/// <summary>A line of a configuration file.</summary>
/// <param name="File">The file, as messages name it.</param>
/// <param name="Line">1-based line.</param>
public readonly record struct ConfigurationPlace(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
