namespace Sallyport.Sandbox;

/// <summary>One thing that a reviewed command did to the project.</summary>
/// <param name="Path">Where, relative to the project.</param>
/// <param name="Kind">What.</param>
/// <param name="Detail">Sizes, modes, or where a link leads.</param>
public sealed record ProjectChange(string Path, ProjectChange.Of Kind, string Detail)
{
    /// <summary>What was done.</summary>
    public enum Of
    {
        /// <summary>Something new.</summary>
        Added,

        /// <summary>Other content.</summary>
        Changed,

        /// <summary>Other permissions.</summary>
        Mode,

        /// <summary>Gone.</summary>
        Deleted,
    }
}
