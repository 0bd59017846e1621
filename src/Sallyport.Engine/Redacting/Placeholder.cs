namespace Sallyport.Engine.Redacting;

/// <summary>A value and what stands in for it.</summary>
/// <param name="Kind">What the value is; empty for a value as it was encoded somewhere.</param>
/// <param name="Value">The value.</param>
/// <param name="Written">What was written instead.</param>
public sealed record Placeholder(string Kind, byte[] Value, byte[] Written);
