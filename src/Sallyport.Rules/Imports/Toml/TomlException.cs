namespace Sallyport.Rules.Imports.Toml;

/// <summary>A text that is not TOML 1.0.</summary>
internal sealed class TomlException(int line, string message) : Exception(message)
{
    /// <summary>1-based line.</summary>
    public int Line { get; } = line;
}
