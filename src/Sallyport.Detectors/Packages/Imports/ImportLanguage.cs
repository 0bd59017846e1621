namespace Sallyport.Detectors.Packages.Imports;

/// <summary>The languages whose imports are read.</summary>
internal enum ImportLanguage
{
    None,
    Python,
    JavaScript,
    CSharp,
    Go,
    Rust,
    Java,
}
