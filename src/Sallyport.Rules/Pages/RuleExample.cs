namespace Sallyport.Rules.Pages;

/// <summary>A fenced example on a rule page; its macros are not expanded yet.</summary>
/// <param name="Language">First word of the fence.</param>
/// <param name="Kind">What must hold.</param>
/// <param name="Attributes"><c>file</c>, <c>level</c>, <c>group</c> and so on.</param>
/// <param name="Text">The text with <c>[|…|]</c> marks and <c>${…}</c> macros.</param>
/// <param name="Line">1-based line of the fence in the page.</param>
public sealed record RuleExample(string Language, ExampleKind Kind, IReadOnlyDictionary<string, string> Attributes, string Text, int Line);
