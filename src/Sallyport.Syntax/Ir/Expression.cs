using Sallyport.Core.Text;

namespace Sallyport.Syntax.Ir;

/// <summary>A computation that gives a value.</summary>
/// <remarks>The intermediate representation is one for all languages: what a language has and this has not is lowered to calls or to <see cref="UnknownExpression"/>, which lets everything through.</remarks>
internal abstract class Expression(TextSpan span)
{
    /// <summary>Its place in the text.</summary>
    public TextSpan Span { get; } = span;
}

/// <summary>A constant: text, number (as <c>double</c>), truth value, or null for the language's nothing.</summary>
internal sealed class LiteralExpression(TextSpan span, object? value) : Expression(span)
{
    public object? Value { get; } = value;
}

/// <summary>A variable, function, class or module by its name.</summary>
internal sealed class NameExpression(TextSpan span, string name) : Expression(span)
{
    /// <summary>The depth of a name that no enclosing function declares.</summary>
    public const int Global = -1;

    private const int Unresolved = int.MinValue;
    private int _depth = Unresolved;

    public string Name { get; } = name;

    /// <summary>How many functions up the name is declared; <see cref="Global"/> where none declares it.</summary>
    public int Depth(Function within)
    {
        if (_depth == Unresolved)
        {
            var (depth, function) = (0, (Function?)within);
            while (function is not null && !function.Locals.Contains(Name))
            {
                (depth, function) = (depth + 1, function.Outer);
            }

            _depth = function is null ? Global : depth;
        }

        return _depth;
    }
}

/// <summary>The object that a method works on.</summary>
internal sealed class SelfExpression(TextSpan span) : Expression(span);

/// <summary>The base class of the one a method stands in.</summary>
internal sealed class SuperExpression(TextSpan span) : Expression(span);

/// <summary>A member of an object, class, module or package.</summary>
internal sealed class FieldExpression(TextSpan span, Expression target, string name) : Expression(span)
{
    public Expression Target { get; } = target;

    public string Name { get; } = name;
}

/// <summary>An element of a collection.</summary>
internal sealed class IndexExpression(TextSpan span, Expression target, Expression index) : Expression(span)
{
    public Expression Target { get; } = target;

    public Expression Index { get; } = index;
}

/// <summary>A part of a text or list; a bound that is not written is null.</summary>
internal sealed class SliceExpression(TextSpan span, Expression target, Expression? low, Expression? high) : Expression(span)
{
    public Expression Target { get; } = target;

    public Expression? Low { get; } = low;

    public Expression? High { get; } = high;
}

/// <summary>A call, or a construction where <see cref="IsNew"/>: there, named arguments that no constructor takes set the fields of that name.</summary>
internal sealed class CallExpression(TextSpan span, Expression callee, IReadOnlyList<Argument> arguments, bool isNew = false) : Expression(span)
{
    public Expression Callee { get; } = callee;

    public IReadOnlyList<Argument> Arguments { get; } = arguments;

    public bool IsNew { get; } = isNew;
}

/// <summary>Two operands and an operator.</summary>
internal sealed class BinaryExpression(TextSpan span, BinaryOperator op, Expression left, Expression right) : Expression(span)
{
    public BinaryOperator Operator { get; } = op;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;
}

/// <summary>An operator whose right side is not always computed.</summary>
internal sealed class LogicalExpression(TextSpan span, LogicalOperator op, Expression left, Expression right) : Expression(span)
{
    public LogicalOperator Operator { get; } = op;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;
}

/// <summary>One operand and an operator.</summary>
internal sealed class UnaryExpression(TextSpan span, UnaryOperator op, Expression operand) : Expression(span)
{
    public UnaryOperator Operator { get; } = op;

    public Expression Operand { get; } = operand;
}

/// <summary>One of two values by a condition.</summary>
internal sealed class ConditionalExpression(TextSpan span, Expression condition, Expression then, Expression otherwise) : Expression(span)
{
    public Expression Condition { get; } = condition;

    public Expression Then { get; } = then;

    public Expression Otherwise { get; } = otherwise;
}

/// <summary>A text with values in it; constant parts are literals.</summary>
internal sealed class TemplateExpression(TextSpan span, IReadOnlyList<Expression> parts) : Expression(span)
{
    public IReadOnlyList<Expression> Parts { get; } = parts;
}

/// <summary>A collection written out.</summary>
internal sealed class CollectionExpression(TextSpan span, CollectionKind kind, IReadOnlyList<Entry> entries) : Expression(span)
{
    public CollectionKind Kind { get; } = kind;

    public IReadOnlyList<Entry> Entries { get; } = entries;
}

/// <summary>A collection made by loops: the loops as statements, whose innermost yields the element.</summary>
internal sealed class ComprehensionExpression(TextSpan span, CollectionKind kind, Statement loops) : Expression(span)
{
    public CollectionKind Kind { get; } = kind;

    /// <summary>Nested loops; an element is yielded by <see cref="UnaryOperator.Yield"/>.</summary>
    public Statement Loops { get; } = loops;
}

/// <summary>A function as a value.</summary>
internal sealed class FunctionExpression(TextSpan span, Function function) : Expression(span)
{
    public Function Function { get; } = function;
}

/// <summary>A class as a value.</summary>
internal sealed class ClassExpression(TextSpan span, Class type) : Expression(span)
{
    public Class Type { get; } = type;
}

/// <summary>An assignment; its value is what was assigned.</summary>
internal sealed class AssignExpression(TextSpan span, Expression target, Expression value) : Expression(span)
{
    /// <summary>A name, field, index, slice, or a <see cref="CollectionExpression"/> that is taken apart.</summary>
    public Expression Target { get; } = target;

    public Expression Value { get; } = value;

    /// <summary>The declared type, as written; null for none.</summary>
    public Expression? Type { get; init; }
}

/// <summary>A value taken for one of a type: a cast or a type assertion.</summary>
internal sealed class CastExpression(TextSpan span, Expression type, Expression value) : Expression(span)
{
    public Expression Type { get; } = type;

    public Expression Value { get; } = value;
}

/// <summary>What could not be lowered, with what it was made of.</summary>
internal sealed class UnknownExpression(TextSpan span, IReadOnlyList<Expression> parts) : Expression(span)
{
    public IReadOnlyList<Expression> Parts { get; } = parts;
}
