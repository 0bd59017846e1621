namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>How a name is tied to its value.</summary>
internal enum Bond
{
    /// <summary><c>name = value</c>.</summary>
    Equal,

    /// <summary><c>name: value</c>.</summary>
    Colon,

    /// <summary><c>name => value</c>.</summary>
    Arrow,

    /// <summary><c>name == value</c>.</summary>
    Comparison,

    /// <summary><c>name("value")</c>.</summary>
    Call,

    /// <summary><c>f("name", "value")</c>.</summary>
    Argument,

    /// <summary><c>&lt;name&gt;value</c>.</summary>
    Element,

    /// <summary><c>--name value</c>.</summary>
    Flag,

    /// <summary><c>name: X</c> and <c>value: …</c> side by side.</summary>
    Sibling,

    /// <summary>Nothing but a blank or a word such as `is` between them.</summary>
    Blank,

    /// <summary><c>scheme://user:value@host</c>.</summary>
    Address,

    /// <summary><c>Bearer value</c>.</summary>
    Scheme,
}
