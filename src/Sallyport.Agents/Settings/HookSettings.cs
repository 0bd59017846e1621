namespace Sallyport.Agents.Settings;

/// <summary>Where an agent reads its hooks from, and how ours get into that file and out again.</summary>
public abstract class HookSettings
{
    /// <summary>The user's file, below the home folder.</summary>
    public abstract string UserPlace { get; }

    /// <summary>The project's file, below its root.</summary>
    public abstract string ProjectPlace { get; }

    /// <summary>What stays open even with our settings, each as a sentence; empty when nothing does.</summary>
    public abstract IReadOnlyList<string> Warnings { get; }

    /// <summary>The file with our hooks in it; the same text when they are there already.</summary>
    /// <param name="before">The file; null when there is none.</param>
    /// <param name="call">What the agent must call.</param>
    /// <param name="file">The file's name, for messages.</param>
    public abstract string With(string? before, HookCall call, string file);

    /// <summary>The file without our hooks; null when nothing else was in it.</summary>
    public abstract string? Without(string before, string file);

    /// <summary>What stands there.</summary>
    public abstract HookState Look(string text, string file);
}
