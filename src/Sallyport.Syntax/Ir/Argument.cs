namespace Sallyport.Syntax.Ir;

/// <summary>What is handed to a call.</summary>
/// <param name="Value">The value.</param>
/// <param name="Name">The parameter it is for, where it is named.</param>
/// <param name="Spread">Whether the elements of the value are handed over instead of it.</param>
internal readonly record struct Argument(Expression Value, string? Name = null, bool Spread = false);
