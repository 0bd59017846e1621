namespace Sallyport.Detectors.Injection.Files;

/// <summary>Which part of a file speaks to a reader.</summary>
internal enum FileReading
{
    /// <summary>None that is looked at.</summary>
    None,

    /// <summary>All of it: prose, rules for assistants.</summary>
    Whole,

    /// <summary>Its comments; the rest speaks to a machine.</summary>
    Comments,

    /// <summary>The texts in it, where any word gives reason to look: JSON, YAML.</summary>
    Values,
}
