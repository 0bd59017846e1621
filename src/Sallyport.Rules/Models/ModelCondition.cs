namespace Sallyport.Rules.Models;

/// <summary>A condition on an argument whose value may be known.</summary>
/// <param name="Argument">Which.</param>
/// <param name="Test">What is asked.</param>
/// <param name="Value">What it is compared with, as written.</param>
public readonly record struct ModelCondition(ArgumentSelector Argument, ConditionTest Test, string Value);
