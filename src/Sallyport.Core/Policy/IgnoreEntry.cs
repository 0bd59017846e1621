namespace Sallyport.Core.Policy;

/// <summary>An entry of a configuration that accepts findings of a rule.</summary>
/// <param name="Rule">A rule or a family.</param>
/// <param name="Path">Where; null for everywhere below the configuration.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">Last day it holds; null for no end.</param>
/// <param name="Place">Where the entry stands, for messages.</param>
public sealed record IgnoreEntry(string Rule, PathPattern? Path, string Reason, DateOnly? Until, ConfigurationPlace Place);
