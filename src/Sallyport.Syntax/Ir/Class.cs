using Sallyport.Core.Text;

namespace Sallyport.Syntax.Ir;

/// <summary>A class, struct, interface, trait or enumeration.</summary>
internal sealed class Class(TextSpan span, string name)
{
    /// <summary>Its place in the text.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Its name; may be empty.</summary>
    public string Name { get; } = name;

    /// <summary>What it derives from.</summary>
    public IReadOnlyList<Expression> Bases { get; init; } = [];

    /// <summary>Decorators, attributes or annotations.</summary>
    public IReadOnlyList<Expression> Decorators { get; init; } = [];

    /// <summary>Its methods; a constructor is called <see cref="Constructor"/> in every language.</summary>
    public List<Function> Methods { get; } = [];

    /// <summary>What its body computes when the class is made: static fields, nested classes.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>What every construction computes first: instance fields with their initial values.</summary>
    public List<Member> Fields { get; } = [];

    /// <summary>The name of constructors.</summary>
    public const string Constructor = "__init__";

    /// <summary>A field, or a property whose type is known.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Span">Its place.</param>
    /// <param name="Value">Its value; null for none.</param>
    /// <param name="Type">Its declared type; null for none.</param>
    internal sealed record Member(string Name, TextSpan Span, Expression? Value, Expression? Type = null)
    {
        public IReadOnlyList<Expression> Decorators { get; init; } = [];
    }
}
