namespace Sallyport.Agents.Settings;

/// <summary>What stands in a settings file of an agent.</summary>
/// <param name="Installed">Whether any of our hooks is there.</param>
/// <param name="Gaps">What is missing or weakened, each as a sentence.</param>
public sealed record HookState(bool Installed, IReadOnlyList<string> Gaps);
