namespace Sallyport.Core.Artifacts;

/// <summary>What an <see cref="Artifact"/> is; decides which detectors look at it.</summary>
public enum ArtifactKind
{
    /// <summary>A file of source code, configuration or prose.</summary>
    File,

    /// <summary>Added lines of a change.</summary>
    Diff,

    /// <summary>A name in a package ecosystem.</summary>
    Package,

    /// <summary>A shell command.</summary>
    Command,

    /// <summary>A call that an agent wants to make.</summary>
    ToolCall,

    /// <summary>What a tool gave back.</summary>
    ToolResult,

    /// <summary>Text on its way to a model.</summary>
    Prompt,

    /// <summary>Text that a model wrote.</summary>
    ModelOutput,

    /// <summary>Text from elsewhere that a model will read: a web page, an issue, a mail, a skill.</summary>
    Document,

    /// <summary>What is known of a place in a project without looking into it: that a file is there and git ignores it, a setting of the user's. Only analyses of the project look at it.</summary>
    Listing,
}
