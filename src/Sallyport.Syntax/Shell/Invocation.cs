using Sallyport.Core.Text;

namespace Sallyport.Syntax.Shell;

/// <summary>One program that would run, with everything that is known of it.</summary>
public sealed class Invocation
{
    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<Value> Arguments { get; init; }

    /// <summary>Its name without folders, lower case where the shell does not mind; empty when it is not known.</summary>
    public required string Program { get; init; }

    /// <summary>Its redirections.</summary>
    public IReadOnlyList<Redirection> Redirections { get; init; } = [];

    /// <summary>Variables set for it, exported ones included.</summary>
    public IReadOnlyDictionary<string, Value> Environment { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, Value>.Empty;

    /// <summary>The directory it runs in, relative to where the whole command starts; its text is null when that is not known.</summary>
    public Value Directory { get; init; } = Value.Empty;

    /// <summary>What it reads on its standard input; null where that is whatever the whole command reads.</summary>
    public Value? Input { get; init; }

    /// <summary>The command that runs it, for what <c>sudo</c>, <c>xargs</c>, <c>sh -c</c> and the like run.</summary>
    public Invocation? Outer { get; init; }

    /// <summary>What the commands around it change: another user, another machine, a container.</summary>
    public Surroundings Surroundings { get; init; }

    /// <summary>Which shell it was written for.</summary>
    public ShellKind Shell { get; init; }

    /// <summary>Where it stands in the text that was given.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Whether it runs beside what follows: in the background or in a pipeline.</summary>
    public bool Concurrent { get; init; }

    /// <summary>Whether it is a function that calls itself without a condition.</summary>
    public bool Recurses { get; init; }

    /// <summary>Text that the program takes as a program of its own language, where it is not a shell's.</summary>
    public Value? Code { get; set; }

    /// <summary>Its text for people.</summary>
    public override string ToString() => string.Join(' ', Arguments);
}
