namespace Sallyport.Agents.Settings;

/// <summary>Whose settings hooks are written into.</summary>
public enum HookScope
{
    /// <summary>The user's own: every project on this machine.</summary>
    User,

    /// <summary>The project's, which everybody shares who works in it.</summary>
    Project,
}
