namespace Sallyport.Syntax.Shell.Wrappers;

/// <summary>An option whose value is a command.</summary>
/// <param name="Name">The option.</param>
/// <param name="Prefix">What the value must begin with; empty for anything.</param>
/// <param name="Kind">How the value is read: text, words, argv, code-LANGUAGE.</param>
internal sealed record RunOption(string Name, string Prefix, string Kind);
