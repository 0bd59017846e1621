namespace Sallyport.Syntax.Shell.Code;

/// <summary>A token of a one-liner.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name, symbol or number.</param>
/// <param name="Value">The value of a string.</param>
internal readonly record struct CodeToken(CodeTokenKind Kind, string Text, Value? Value = null);
