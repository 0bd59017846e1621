using Sallyport.Core.Text;

namespace Sallyport.Registries.Commands;

/// <summary>One word of a command.</summary>
/// <param name="Text">The word without quotes.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Plain">Whether it holds nothing that the shell replaces.</param>
public readonly record struct CommandWord(string Text, TextSpan Span, bool Plain = true);
