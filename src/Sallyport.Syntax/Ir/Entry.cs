namespace Sallyport.Syntax.Ir;

/// <summary>One entry of a written collection.</summary>
/// <param name="Key">Its key in a map; null elsewhere.</param>
/// <param name="Value">Its value.</param>
/// <param name="Spread">Whether the elements of the value are entered instead of it.</param>
internal readonly record struct Entry(Expression? Key, Expression Value, bool Spread = false);
