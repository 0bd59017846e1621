namespace Sallyport.Core.Policy;

/// <summary>What holds at one place.</summary>
/// <param name="Policy">The settings in force there.</param>
/// <param name="Path">The place, relative to the project's root, whatever folder the scan was started in.</param>
public readonly record struct PolicyAt(Policy Policy, string Path);
