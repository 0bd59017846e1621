namespace Sallyport.Agents.Protocol;

/// <summary>When in an agent's work an event stands.</summary>
public enum HookMoment
{
    /// <summary>A tool is about to run.</summary>
    BeforeTool,

    /// <summary>The agent is about to ask its person whether a tool may run.</summary>
    Permission,

    /// <summary>A tool has run, and its result is about to reach the model.</summary>
    AfterTool,

    /// <summary>A prompt is about to reach the model.</summary>
    Prompt,

    /// <summary>A session begins.</summary>
    SessionStart,

    /// <summary>A session ends.</summary>
    SessionEnd,
}
