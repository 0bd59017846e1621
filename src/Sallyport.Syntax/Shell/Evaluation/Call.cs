using System.Collections.Immutable;

namespace Sallyport.Syntax.Shell.Evaluation;

/// <summary>A command whose words are expanded, on its way to what it runs.</summary>
internal sealed record Call(Scope Scope, Value? Input)
{
    public IReadOnlyList<Redirection> Redirections { get; init; } = [];

    /// <summary>What was assigned in front of it.</summary>
    public ImmutableDictionary<string, Value> Environment { get; init; } = ImmutableDictionary<string, Value>.Empty;

    public bool Recurses { get; init; }

    /// <summary>Whether functions are passed over: behind <c>command</c>.</summary>
    public bool NoFunctions { get; init; }
}
