namespace Sallyport.Engine.Hooks;

/// <summary>An agent that runs on this machine now.</summary>
/// <param name="Agent">Its id.</param>
/// <param name="Session">Its session; empty when no hook has told it.</param>
/// <param name="Person">Whose it is; empty when no hook has told it.</param>
/// <param name="Sign">By what it was known.</param>
public sealed record RunningAgent(string Agent, string Session, string Person, string Sign);
