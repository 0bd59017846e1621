namespace Sallyport.Core.Artifacts;

/// <summary>What brings a text to an assistant: who may give orders in it differs.</summary>
public enum Carrier
{
    /// <summary>Follows from the artifact's kind and name.</summary>
    Unsaid,

    /// <summary>What a person asks.</summary>
    Prompt,

    /// <summary>What a tool gave back.</summary>
    ToolResult,

    /// <summary>What a tool says of itself.</summary>
    ToolDescription,

    /// <summary>A page, a mail, a file of prose.</summary>
    Document,

    /// <summary>A comment in source code.</summary>
    CodeComment,

    /// <summary>Standing orders for an assistant that a repository holds.</summary>
    AgentRules,

    /// <summary>A skill that an assistant can take up.</summary>
    Skill,

    /// <summary>An issue or a pull request.</summary>
    Issue,

    /// <summary>What a model wrote.</summary>
    ModelOutput,
}
