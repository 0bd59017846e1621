using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.CSharp;

/// <summary>Patterns, what they bind, and switches that give a value.</summary>
internal sealed partial class CSharpLowerer
{
    private static bool IsPattern(Node node) => node.Kind.EndsWith("_pattern", StringComparison.Ordinal) || node.Kind == "discard";

    /// <summary>A name that is assigned, or several that a value is taken apart into.</summary>
    private Expression Pattern(Node node)
    {
        switch (node.Kind)
        {
            case "identifier":
                Declare(node.Text);
                return new NameExpression(node.Span, Plain(node));
            case "tuple_pattern" or "parenthesized_variable_designation" or "tuple_expression":
                var entries = new List<Entry>();
                foreach (var child in node.Named)
                {
                    entries.Add(new Entry(null, Pattern(child.Kind == "argument" ? child.FirstNamed() : child)));
                }

                return new CollectionExpression(node.Span, CollectionKind.Tuple, entries);
            case "declaration_expression":
                return Pattern(node["name"]);
            case "discard":
                return new UnknownExpression(node.Span, []);
            default:
                return Expression(node);
        }
    }

    private static string Plain(Node node) => node.Text.TrimStart('@');

    // `value is pattern` as a condition.
    private Expression Test(TextSpan span, Expression value, Node pattern)
    {
        switch (pattern.Kind)
        {
            case "constant_pattern":
                return new BinaryExpression(span, BinaryOperator.Equal, value, Expression(pattern.FirstNamed()));
            // `not a or b` is `(not a) or b`; the grammar reads it the other way.
            case "negated_pattern" when pattern.FirstNamed() is { Kind: "or_pattern" or "and_pattern" } pair:
                var op = pair.Kind == "or_pattern" ? LogicalOperator.Or : LogicalOperator.And;
                return new LogicalExpression(span, op, new UnaryExpression(span, UnaryOperator.Not, Test(span, value, pair["left"])), Test(span, value, pair["right"]));
            case "negated_pattern":
                return new UnaryExpression(span, UnaryOperator.Not, Test(span, value, pattern.FirstNamed()));
            case "and_pattern":
                return new LogicalExpression(span, LogicalOperator.And, Test(span, value, pattern["left"]), Test(span, value, pattern["right"]));
            case "or_pattern":
                return new LogicalExpression(span, LogicalOperator.Or, Test(span, value, pattern["left"]), Test(span, value, pattern["right"]));
            case "parenthesized_pattern":
                return Test(span, value, pattern.FirstNamed());
            case "relational_pattern":
                return new BinaryExpression(span, Operators.Binary(Operator(pattern)), value, Expression(pattern.FirstNamed()));
            case "type_pattern":
                return new BinaryExpression(span, BinaryOperator.IsType, value, Type(pattern.FirstNamed()) ?? Null(span));
            default:
                return Typed(span, value, pattern);
        }
    }

    private Expression Typed(TextSpan span, Expression value, Node pattern)
    {
        var type = Type(pattern["type"]);
        var bound = pattern["name"] is { Exists: true } name ? new AssignExpression(span, Pattern(name), value) { Type = type } : value;
        return type is null ? new UnknownExpression(span, [bound]) : new BinaryExpression(span, BinaryOperator.IsType, bound, type);
    }

    private static string Operator(Node node)
    {
        foreach (var child in node.All)
        {
            if (!child.IsNamed)
            {
                return child.Kind;
            }
        }

        return "";
    }

    /// <summary>The values that a pattern names; false where it asks for something else.</summary>
    private bool Values(Node pattern, List<Expression> values)
    {
        switch (pattern.Kind)
        {
            case "constant_pattern" when pattern.FirstNamed().Kind != "tuple_expression":
                values.Add(Expression(pattern.FirstNamed()));
                return true;
            case "or_pattern":
                return Values(pattern["left"], values) & Values(pattern["right"], values);
            case "parenthesized_pattern":
                return Values(pattern.FirstNamed(), values);
            default:
                return pattern.Kind == "discard";
        }
    }

    private NameExpression? Bound(Node pattern)
    {
        if (pattern.Kind is "declaration_pattern" or "recursive_pattern" or "var_pattern" && pattern["name"] is { Exists: true } name)
        {
            Declare(Plain(name));
            return new NameExpression(name.Span, Plain(name));
        }

        return null;
    }

    // A switch that gives a value: the ways return theirs.
    private CallExpression SwitchValue(Node node) => Inline(node.Span, () =>
    {
        var subject = Expression(node.FirstNamed());
        var cases = new List<SwitchCase>();
        foreach (var arm in node.Named)
        {
            if (arm.Kind == "switch_expression_arm")
            {
                var section = Section(arm, subject);
                var value = Last(arm);
                Statement leave = value.Kind == "throw_expression" ? new ThrowStatement(value.Span, Optional(value.FirstNamed())) : new ReturnStatement(value.Span, Expression(value));
                cases.Add(section with { Body = [leave] });
            }
        }

        return [new SwitchStatement(node.Span, subject, cases, fallsThrough: false)];
    });

    private static Node Last(Node node)
    {
        Node last = default;
        foreach (var child in node.Named)
        {
            last = child;
        }

        return last;
    }

    // from … in … where … select …
    private ComprehensionExpression Query(Node node)
    {
        var clauses = new List<Func<Statement, Statement>>();
        Statement inner = new BlockStatement(node.Span, []);
        foreach (var clause in node.Named)
        {
            var span = clause.Span;
            switch (clause.Kind)
            {
                case "from_clause" or "join_clause":
                    var parts = new List<Node>();
                    foreach (var part in clause.Named)
                    {
                        parts.Add(part);
                    }

                    var source = Expression(parts.Count > 1 ? parts[clause.Kind == "from_clause" ? ^1 : 1] : clause);
                    var target = Pattern(clause["name"].Exists ? clause["name"] : parts[0]);
                    clauses.Add(body => new ForEachStatement(span, target, source, body));
                    break;
                case "where_clause":
                    var condition = Expression(clause.FirstNamed());
                    clauses.Add(body => new IfStatement(span, condition, body, null));
                    break;
                case "let_clause":
                    var value = Expression(Last(clause));
                    var assign = new ExpressionStatement(new AssignExpression(span, Pattern(clause.FirstNamed()), value));
                    clauses.Add(body => new BlockStatement(span, [assign, body]));
                    break;
                case "select_clause" or "group_clause":
                    inner = new ExpressionStatement(new UnaryExpression(span, UnaryOperator.Yield, Expression(clause.FirstNamed())));
                    break;
            }
        }

        for (var i = clauses.Count - 1; i >= 0; i--)
        {
            inner = clauses[i](inner);
        }

        return new ComprehensionExpression(node.Span, CollectionKind.List, inner);
    }
}
