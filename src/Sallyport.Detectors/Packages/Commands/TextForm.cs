namespace Sallyport.Detectors.Packages.Commands;

/// <summary>How commands stand in a text.</summary>
internal enum TextForm
{
    /// <summary>No commands are looked for.</summary>
    None,

    /// <summary>Every line is one.</summary>
    Lines,

    /// <summary>In fenced blocks, indented blocks and inline code.</summary>
    Markdown,

    /// <summary>Lines that begin with <c>!</c> or <c>%</c>.</summary>
    Notebook,

    /// <summary>Lines, and the steps' <c>uses:</c>.</summary>
    Workflow,

    /// <summary>JSON objects with <c>command</c> and <c>args</c>.</summary>
    Servers,
}
