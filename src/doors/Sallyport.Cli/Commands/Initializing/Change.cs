namespace Sallyport.Cli.Commands.Initializing;

/// <summary>One file that <c>init</c> would change.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Shown">As messages name it.</param>
/// <param name="Before">Its text; null when it is not there.</param>
/// <param name="After">Its text afterwards; null when it goes.</param>
/// <param name="Executable">Whether it must be executable.</param>
internal sealed record Change(string Path, string Shown, string? Before, string? After, bool Executable = false);
