using Sallyport.Core.Text;

namespace Sallyport.Syntax.Ir;

/// <summary>A step of a function. Control flow is structured, so that states meet where blocks end.</summary>
internal abstract class Statement(TextSpan span)
{
    /// <summary>Its place in the text.</summary>
    public TextSpan Span { get; } = span;
}

/// <summary>A computation for its effect: assignments and calls.</summary>
internal sealed class ExpressionStatement(Expression expression) : Statement(expression.Span)
{
    public Expression Expression { get; } = expression;
}

/// <summary>Steps one after the other.</summary>
internal sealed class BlockStatement(TextSpan span, IReadOnlyList<Statement> body, string? label = null) : Statement(span)
{
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <summary>A name that <see cref="BreakStatement"/> may give.</summary>
    public string? Label { get; } = label;
}

/// <summary>One of two ways by a condition.</summary>
internal sealed class IfStatement(TextSpan span, Expression condition, Statement then, Statement? otherwise) : Statement(span)
{
    public Expression Condition { get; } = condition;

    public Statement Then { get; } = then;

    public Statement? Otherwise { get; } = otherwise;
}

/// <summary>A loop with a condition; <see cref="Step"/> runs after each round, also after a <c>continue</c>.</summary>
internal sealed class LoopStatement(TextSpan span, Expression? condition, Statement body) : Statement(span)
{
    public Expression? Condition { get; } = condition;

    public Statement Body { get; } = body;

    public Expression? Step { get; init; }

    public string? Label { get; init; }

    /// <summary>Whether the body runs before the condition is first looked at.</summary>
    public bool BodyFirst { get; init; }

    /// <summary>What runs when the loop ends without a <c>break</c>.</summary>
    public Statement? Otherwise { get; init; }
}

/// <summary>A loop over the elements of something.</summary>
internal sealed class ForEachStatement(TextSpan span, Expression target, Expression iterable, Statement body) : Statement(span)
{
    public Expression Target { get; } = target;

    public Expression Iterable { get; } = iterable;

    public Statement Body { get; } = body;

    /// <summary>Whether keys are handed out where there are keys and values.</summary>
    public bool Keys { get; init; }

    public string? Label { get; init; }

    public Statement? Otherwise { get; init; }
}

/// <summary>One of several ways by a value.</summary>
internal sealed class SwitchStatement(TextSpan span, Expression subject, IReadOnlyList<SwitchCase> cases, bool fallsThrough) : Statement(span)
{
    public Expression Subject { get; } = subject;

    public IReadOnlyList<SwitchCase> Cases { get; } = cases;

    /// <summary>Whether a case without a <c>break</c> runs on into the next.</summary>
    public bool FallsThrough { get; } = fallsThrough;
}

/// <summary>A way of a <see cref="SwitchStatement"/>; no value means every other.</summary>
internal sealed record SwitchCase(IReadOnlyList<Expression> Values, Expression? Guard, IReadOnlyList<Statement> Body)
{
    /// <summary>Where the subject is bound to a name; null for none.</summary>
    public Expression? Binding { get; init; }

    /// <summary>Whether it is a pattern whose match cannot be told.</summary>
    public bool Opaque { get; init; }
}

/// <summary>Steps whose exceptions are handled.</summary>
internal sealed class TryStatement(TextSpan span, Statement body, IReadOnlyList<Handler> handlers, Statement? otherwise, Statement? final) : Statement(span)
{
    public Statement Body { get; } = body;

    public IReadOnlyList<Handler> Handlers { get; } = handlers;

    public Statement? Otherwise { get; } = otherwise;

    public Statement? Final { get; } = final;
}

/// <summary>What handles an exception.</summary>
internal sealed record Handler(TextSpan Span, IReadOnlyList<Expression> Types, Expression? Target, Statement Body);

/// <summary>Ends the function.</summary>
internal sealed class ReturnStatement(TextSpan span, Expression? value) : Statement(span)
{
    public Expression? Value { get; } = value;
}

/// <summary>Raises an exception.</summary>
internal sealed class ThrowStatement(TextSpan span, Expression? value) : Statement(span)
{
    public Expression? Value { get; } = value;
}

/// <summary>Leaves a loop, a switch, or the labelled statement.</summary>
internal sealed class BreakStatement(TextSpan span, string? label = null) : Statement(span)
{
    public string? Label { get; } = label;
}

/// <summary>Goes on with the next round of a loop.</summary>
internal sealed class ContinueStatement(TextSpan span, string? label = null) : Statement(span)
{
    public string? Label { get; } = label;
}

/// <summary>Declares a function under its name.</summary>
internal sealed class FunctionStatement(Function function) : Statement(function.Span)
{
    public Function Function { get; } = function;
}

/// <summary>Declares a class under its name.</summary>
internal sealed class ClassStatement(Class type) : Statement(type.Span)
{
    public Class Type { get; } = type;
}

/// <summary>Brings names of another module in.</summary>
internal sealed class ImportStatement(TextSpan span, string module, IReadOnlyList<ImportedName> names) : Statement(span)
{
    /// <summary>As written: <c>a.b</c>, <c>./lib/x</c>, <c>..pkg</c>.</summary>
    public string Module { get; } = module;

    public IReadOnlyList<ImportedName> Names { get; } = names;
}

/// <summary>One name that an import brings.</summary>
/// <param name="Name">In the module: null for the module itself, <c>*</c> for every name.</param>
/// <param name="Local">Here.</param>
internal readonly record struct ImportedName(string? Name, string Local);
