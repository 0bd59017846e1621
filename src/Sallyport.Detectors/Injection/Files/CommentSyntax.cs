namespace Sallyport.Detectors.Injection.Files;

/// <summary>How a language writes comments.</summary>
[Flags]
internal enum CommentSyntax
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary><c>// …</c> and <c>/* … */</c>.</summary>
    Slashes = 1,

    /// <summary><c># …</c>.</summary>
    Hash = 2,

    /// <summary><c>-- …</c>.</summary>
    Dashes = 4,

    /// <summary>Texts between three quotation marks, which document.</summary>
    Docstrings = 8,

    /// <summary><c>&lt;!-- … --&gt;</c>.</summary>
    Markup = 16,
}
