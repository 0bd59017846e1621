using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Python;

/// <summary>Expressions and assignment targets.</summary>
internal sealed partial class PythonLowerer
{
    protected override Expression LowerExpression(Node node)
    {
        switch (node.Kind)
        {
            case "identifier":
                return new NameExpression(node.Span, node.Text);
            case "string":
                return String(node);
            case "concatenated_string":
                return Template(node.Span, Concatenated(node));
            case "integer" or "float":
                return NumberText.Read(node.Text) is { } number ? new LiteralExpression(node.Span, number) : new UnknownExpression(node.Span, []);
            case "true" or "false":
                return new LiteralExpression(node.Span, node.Kind == "true");
            case "none":
                return Null(node.Span);
            case "attribute":
                return new FieldExpression(node.Span, Expression(node["object"]), node["attribute"].Text);
            case "dotted_name":
                return Dotted(node);
            case "subscript":
                return Subscript(node);
            case "call":
                return Call(node);
            case "binary_operator":
                return new BinaryExpression(node.Span, Operator(node["operator"].Text), Expression(node["left"]), Expression(node["right"]));
            case "comparison_operator":
                return Comparison(node);
            case "boolean_operator":
                return new LogicalExpression(node.Span, node["operator"].Text == "and" ? LogicalOperator.And : LogicalOperator.Or, Expression(node["left"]), Expression(node["right"]));
            case "not_operator":
                return new UnaryExpression(node.Span, UnaryOperator.Not, Expression(node["argument"]));
            case "unary_operator":
                return new UnaryExpression(node.Span, node["operator"].Text switch { "-" => UnaryOperator.Negate, "~" => UnaryOperator.Invert, _ => UnaryOperator.Plus }, Expression(node["argument"]));
            case "conditional_expression":
                return Conditional(node);
            case "assignment" or "augmented_assignment" or "named_expression":
                return Assignment(node);
            case "lambda":
                return Lambda(node);
            case "list" or "tuple" or "expression_list" or "set" or "dictionary":
                return Collection(node);
            case "list_comprehension" or "set_comprehension" or "generator_expression" or "dictionary_comprehension":
                return Comprehension(node);
            case "parenthesized_expression" or "type":
                return Expression(node.FirstNamed());
            case "await":
                return new UnaryExpression(node.Span, UnaryOperator.Await, Expression(node.FirstNamed()));
            case "yield":
                Current.IsGenerator = true;
                return new UnaryExpression(node.Span, node.Has("from") ? UnaryOperator.YieldFrom : UnaryOperator.Yield, Expression(node.FirstNamed()));
            case "list_splat" or "dictionary_splat":
                return Expression(node.FirstNamed());
            case "generic_type":
                return Generic(node);
            default:
                return Unknown(node);
        }
    }

    // Optional[T] and the like mean T; of list[T] only the list is told.
    private Expression Generic(Node node)
    {
        var name = node.FirstNamed();
        var inner = node.First("type_parameter").FirstNamed();
        return name.Text is "Optional" or "Annotated" or "Final" or "ClassVar" && inner.Exists ? Expression(inner) : Expression(name);
    }

    private Expression Dotted(Node node)
    {
        Expression? whole = null;
        foreach (var part in node.Named)
        {
            whole = whole is null ? new NameExpression(part.Span, part.Text) : new FieldExpression(TextSpan.Between(node.Start, part.End), whole, part.Text);
        }

        return whole ?? Unknown(node);
    }

    private Expression Subscript(Node node)
    {
        var target = Expression(node["value"]);
        var indices = new List<Node>();
        foreach (var child in node.Named)
        {
            if (child.Field == "subscript")
            {
                indices.Add(child);
            }
        }

        if (indices is not [var index])
        {
            return new IndexExpression(node.Span, target, new CollectionExpression(node.Span, CollectionKind.Tuple, indices.ConvertAll(i => new Entry(null, Expression(i)))));
        }

        if (index.Kind != "slice")
        {
            return new IndexExpression(node.Span, target, Expression(index));
        }

        Expression? low = null, high = null;
        var colons = 0;
        foreach (var part in index.All)
        {
            if (part.Kind == ":")
            {
                colons++;
            }
            else if (part.IsNamed && colons < 2)
            {
                (low, high) = colons == 0 ? (Expression(part), high) : (low, Expression(part));
            }
        }

        return colons > 1 ? new UnknownExpression(node.Span, [target]) : new SliceExpression(node.Span, target, low, high);
    }

    private Expression Call(Node node)
    {
        var function = node["function"];
        var arguments = node["arguments"];
        if (function.Kind == "identifier" && function.Text == "super")
        {
            return new SuperExpression(node.Span);
        }

        if (arguments.Kind == "generator_expression")
        {
            return Call(node.Span, Expression(function), Expression(arguments));
        }

        return new CallExpression(node.Span, Expression(function), [.. Arguments(arguments)]);
    }

    private List<Argument> Arguments(Node list)
    {
        var arguments = new List<Argument>();
        if (list.Exists)
        {
            foreach (var child in list.Named)
            {
                arguments.Add(child.Kind switch
                {
                    "keyword_argument" => new Argument(Expression(child["value"]), child["name"].Text),
                    "list_splat" => new Argument(Expression(child.FirstNamed()), Spread: true),
                    "dictionary_splat" => new Argument(Expression(child.FirstNamed()), "**", Spread: true),
                    _ => new Argument(Expression(child)),
                });
            }
        }

        return arguments;
    }

    private Expression Comparison(Node node)
    {
        var operands = new List<Expression>();
        var operators = new List<string>();
        foreach (var child in node.All)
        {
            if (child.Field == "operators")
            {
                operators.Add(child.Kind);
            }
            else if (child.IsNamed && child.Kind != "comment")
            {
                operands.Add(Expression(child));
            }
        }

        Expression? all = null;
        for (var i = 0; i < operators.Count && i + 1 < operands.Count; i++)
        {
            var pair = new BinaryExpression(TextSpan.Between(operands[i].Span.Start, operands[i + 1].Span.End), Operator(operators[i]), operands[i], operands[i + 1]);
            all = all is null ? pair : new LogicalExpression(node.Span, LogicalOperator.And, all, pair);
        }

        return all ?? new UnknownExpression(node.Span, operands);
    }

    private static BinaryOperator Operator(string text) => text switch
    {
        "+" => BinaryOperator.Add,
        "-" => BinaryOperator.Subtract,
        "*" => BinaryOperator.Multiply,
        "/" => BinaryOperator.Divide,
        "//" => BinaryOperator.FloorDivide,
        "%" => BinaryOperator.Modulo,
        "**" => BinaryOperator.Power,
        "&" => BinaryOperator.And,
        "|" => BinaryOperator.Or,
        "^" => BinaryOperator.Xor,
        "<<" => BinaryOperator.ShiftLeft,
        ">>" => BinaryOperator.ShiftRight,
        "==" or "is" => BinaryOperator.Equal,
        "!=" or "<>" or "is not" => BinaryOperator.NotEqual,
        "<" => BinaryOperator.Less,
        "<=" => BinaryOperator.LessOrEqual,
        ">" => BinaryOperator.Greater,
        ">=" => BinaryOperator.GreaterOrEqual,
        "in" => BinaryOperator.In,
        "not in" => BinaryOperator.NotIn,
        _ => BinaryOperator.Other,
    };

    private Expression Conditional(Node node)
    {
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            parts.Add(Expression(child));
        }

        return parts is [var then, var condition, var otherwise] ? new ConditionalExpression(node.Span, condition, then, otherwise) : new UnknownExpression(node.Span, parts);
    }

    private AssignExpression Assignment(Node node)
    {
        var left = node.Kind == "named_expression" ? node["name"] : node["left"];
        var right = node.Kind == "named_expression" ? node["value"] : node["right"];
        var value = Expression(right);
        var target = Target(left);
        if (node.Kind == "augmented_assignment")
        {
            value = new BinaryExpression(node.Span, Operator(node["operator"].Text[..^1]), target, value);
        }

        return new AssignExpression(node.Span, target, value) { Type = Optional(node["type"]) };
    }

    private Expression Target(Node node)
    {
        switch (node.Exists ? node.Kind : "")
        {
            case "":
                return new UnknownExpression(default, []);
            case "identifier":
                Name(node.Text);
                return new NameExpression(node.Span, node.Text);
            case "pattern_list" or "tuple_pattern" or "list_pattern" or "tuple" or "list" or "expression_list":
                var entries = new List<Entry>();
                foreach (var child in node.Named)
                {
                    entries.Add(child.Kind is "list_splat_pattern" or "list_splat" ? new Entry(null, Target(child.FirstNamed()), Spread: true) : new Entry(null, Target(child)));
                }

                return new CollectionExpression(node.Span, CollectionKind.Tuple, entries);
            case "as_pattern_target" or "parenthesized_expression":
                return Target(node.FirstNamed());
            default:
                return Expression(node);
        }
    }

    private CollectionExpression Collection(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            entries.Add(child.Kind switch
            {
                "pair" => new Entry(Expression(child["key"]), Expression(child["value"])),
                "list_splat" or "dictionary_splat" => new Entry(null, Expression(child.FirstNamed()), Spread: true),
                _ => new Entry(null, Expression(child)),
            });
        }

        var kind = node.Kind switch
        {
            "list" => CollectionKind.List,
            "set" => CollectionKind.Set,
            "dictionary" => CollectionKind.Map,
            _ => CollectionKind.Tuple,
        };
        return new CollectionExpression(node.Span, kind, entries);
    }

    private ComprehensionExpression Comprehension(Node node)
    {
        var clauses = new List<(Node Node, Expression? Target, Expression Value)>();
        foreach (var child in node.Named)
        {
            if (child.Kind == "for_in_clause")
            {
                clauses.Add((child, Target(child["left"]), Expression(child["right"])));
            }
            else if (child.Kind == "if_clause")
            {
                clauses.Add((child, null, Expression(child.FirstNamed())));
            }
        }

        var body = node["body"];
        var element = body.Kind == "pair"
            ? new CollectionExpression(body.Span, CollectionKind.Tuple, [new Entry(null, Expression(body["key"])), new Entry(null, Expression(body["value"]))])
            : Expression(body);
        Statement loops = new ExpressionStatement(new UnaryExpression(body.Span, UnaryOperator.Yield, element));
        for (var i = clauses.Count - 1; i >= 0; i--)
        {
            var (clause, target, value) = clauses[i];
            loops = target is null ? new IfStatement(clause.Span, value, loops, null) : new ForEachStatement(clause.Span, target, value, loops) { Keys = true };
        }

        var kind = node.Kind switch
        {
            "dictionary_comprehension" => CollectionKind.Map,
            "set_comprehension" => CollectionKind.Set,
            _ => CollectionKind.List,
        };
        return new ComprehensionExpression(node.Span, kind, loops);
    }

    private List<Expression> Concatenated(Node node)
    {
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            var part = Expression(child);
            if (part is TemplateExpression template)
            {
                parts.AddRange(template.Parts);
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private Expression String(Node node)
    {
        var prefix = node.First("string_start") is { Exists: true } start ? start.Text : "";
        var raw = prefix.Contains('r', StringComparison.OrdinalIgnoreCase);
        var format = prefix.Contains('f', StringComparison.OrdinalIgnoreCase);
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            if (child.Kind == "string_content")
            {
                var text = raw ? child.Text : EscapedLiteral.Read(child.Text);
                parts.Add(Text(child.Span, format ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) : text));
            }
            else if (child.Kind == "interpolation")
            {
                parts.Add(Expression(child["expression"]));
            }
        }

        return Template(node.Span, parts);
    }
}
