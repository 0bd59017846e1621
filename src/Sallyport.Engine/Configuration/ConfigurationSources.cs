using Sallyport.Core.Files;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine.Configuration;

/// <summary>Where configuration comes from.</summary>
/// <param name="Files">The disk.</param>
/// <param name="Cache">Where compiled forms are kept.</param>
/// <param name="Rules">The rules that may be named.</param>
public sealed record ConfigurationSources(IFiles Files, UserCache Cache, RuleSet Rules)
{
    /// <summary>The organisation's file; null for none.</summary>
    public string? Organisation { get; init; }

    /// <summary>The user's file; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The one file that holds instead of all in the tree, as it was named; null for the nearest.</summary>
    public string? Chosen { get; init; }
}
