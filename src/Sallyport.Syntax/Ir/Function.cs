using Sallyport.Core.Text;

namespace Sallyport.Syntax.Ir;

/// <summary>A function, method, lambda or the top level of a module.</summary>
internal sealed class Function(TextSpan span, string name)
{
    /// <summary>Its place in the text.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Its name; empty for a lambda.</summary>
    public string Name { get; } = name;

    /// <summary>What it takes; a method's own object is not among them unless the language writes it.</summary>
    public IReadOnlyList<Parameter> Parameters { get; set; } = [];

    /// <summary>What it does.</summary>
    public IReadOnlyList<Statement> Body { get; set; } = [];

    /// <summary>Decorators, attributes or annotations.</summary>
    public IReadOnlyList<Expression> Decorators { get; init; } = [];

    /// <summary>The declared type of its result.</summary>
    public Expression? ReturnType { get; init; }

    /// <summary>Names that it declares.</summary>
    public HashSet<string> Locals { get; } = new(StringComparer.Ordinal);

    /// <summary>The function it stands in; null for the top level.</summary>
    public Function? Outer { get; init; }

    /// <summary>The class it is a method of.</summary>
    public Class? Owner { get; set; }

    /// <summary>The module it stands in.</summary>
    public Module? Module { get; set; }

    /// <summary>Whether its first parameter is its object (Python).</summary>
    public bool TakesSelf { get; set; }

    /// <summary>Whether <c>this</c> is that of the function around it (arrow functions).</summary>
    public bool SharesSelf { get; init; }

    public bool IsStatic { get; set; }

    public bool IsGenerator { get; set; }

    public bool IsAsync { get; init; }

    /// <summary>Hashes of the words in its text (<see cref="Lowering.Words"/>), those of inner functions included; of an inner function nothing.</summary>
    public int[] Words { get; set; } = [];

    /// <summary>How many nodes it holds, those of inner functions included: what its analysis costs.</summary>
    public int Weight { get; set; }
}

/// <summary>One thing that a function takes.</summary>
/// <param name="Name">Its name; of one that is taken apart, a made-up one.</param>
/// <param name="Span">Its place.</param>
internal sealed record Parameter(string Name, TextSpan Span)
{
    public Expression? Default { get; init; }

    public Expression? Type { get; init; }

    public ParameterKind Kind { get; init; }

    /// <summary>Annotations and attributes, which in some frameworks say where the value comes from.</summary>
    public IReadOnlyList<Expression> Decorators { get; init; } = [];

    /// <summary>What it is taken apart into.</summary>
    public Expression? Pattern { get; init; }
}

/// <summary>How a parameter takes arguments.</summary>
internal enum ParameterKind
{
    One,

    /// <summary>All further ones, as a list.</summary>
    Rest,

    /// <summary>All further named ones, as a map.</summary>
    NamedRest,

    /// <summary>By name only.</summary>
    Named,
}
