namespace Sallyport.Detectors.Secrets.Noise;

/// <summary>What a file is for, as far as its name tells.</summary>
internal enum ContentKind
{
    /// <summary>Not told.</summary>
    Other,

    /// <summary>Program text, where a bare word is a reference.</summary>
    Code,

    /// <summary>Settings, where a bare word is a value.</summary>
    Settings,

    /// <summary>Structured data.</summary>
    Data,

    /// <summary>Markup and templates.</summary>
    Markup,

    /// <summary>Shell and build scripts.</summary>
    Script,

    /// <summary>Text for people.</summary>
    Prose,

    /// <summary>Text of a user interface in some language.</summary>
    Translation,
}
