namespace Sallyport.Rules.Models;

/// <summary>One sentence of a model.</summary>
/// <param name="Role">What it says.</param>
/// <param name="Path">Of what: a qualified name; <c>*.name</c> for a member of anything unknown, a trailing <c>=</c> for an assignment.</param>
/// <param name="Kind">Weakness kind, origin or type, by role.</param>
/// <param name="Arguments">Which arguments; empty for all.</param>
/// <param name="Conditions">What must hold.</param>
/// <param name="Types">For callbacks and handlers: what each parameter is.</param>
public sealed record ModelEntry(
    ModelRole Role,
    string Path,
    string Kind,
    IReadOnlyList<ArgumentSelector> Arguments,
    IReadOnlyList<ModelCondition> Conditions,
    IReadOnlyList<string> Types);
