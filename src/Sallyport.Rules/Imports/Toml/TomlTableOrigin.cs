namespace Sallyport.Rules.Imports.Toml;

/// <summary>How a table came to be: decides what may still be added to it.</summary>
internal enum TomlTableOrigin
{
    /// <summary>A header or key of something inside named it on the way.</summary>
    Passed,

    /// <summary>It has a header.</summary>
    Header,

    /// <summary>Dotted keys made it.</summary>
    Dotted,

    /// <summary>It was written in braces: nothing can be added.</summary>
    Inline,
}
