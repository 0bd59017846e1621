namespace Sallyport.Syntax.Shell;

/// <summary>What a text of shell commands would run.</summary>
/// <param name="Invocations">Every program, inner ones behind the one that runs them.</param>
/// <param name="Problem">Why the text was not understood; null when it was. What could not be understood must be refused.</param>
public sealed record ShellReading(IReadOnlyList<Invocation> Invocations, string? Problem);
