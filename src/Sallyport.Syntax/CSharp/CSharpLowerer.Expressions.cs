using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.CSharp;

/// <summary>Expressions.</summary>
internal sealed partial class CSharpLowerer
{
    protected override Expression LowerExpression(Node node)
    {
        switch (node.Kind)
        {
            case "identifier":
                return Simple(node.Span, Plain(node));
            case "generic_name":
                return Simple(node.Span, Plain(node.FirstNamed()));
            case "string_literal" or "interpolated_string_expression" or "raw_string_literal" or "verbatim_string_literal":
                return String(node);
            case "character_literal":
                return Text(node.Span, EscapedLiteral.Read(node.Text.Trim('\'')));
            case "integer_literal" or "real_literal":
                return NumberText.Read(node.Text) is { } number ? new LiteralExpression(node.Span, number) : new UnknownExpression(node.Span, []);
            case "boolean_literal" or "true" or "false":
                return new LiteralExpression(node.Span, node.Text == "true");
            case "null_literal" or "default_expression":
                return Null(node.Span);
            case "this" or "this_expression":
                return new SelfExpression(node.Span);
            case "base" or "base_expression":
                return new SuperExpression(node.Span);
            case "parenthesized_expression" or "ref_expression" or "checked_expression" or "argument" or "await_foreach":
                return Expression(Last(node));
            case "member_access_expression":
                return new FieldExpression(node.Span, Expression(node["expression"]), Member(node["name"]));
            case "conditional_access_expression":
                return Conditional(node);
            case "qualified_name" or "alias_qualified_name" or "predefined_type" or "nullable_type" or "array_type":
                return Type(node) ?? Null(node.Span);
            case "element_access_expression":
                return Element(node);
            case "element_binding_expression":
                return new CollectionExpression(node.Span, CollectionKind.List, Elements(node));
            case "invocation_expression":
                return Invocation(node);
            case "object_creation_expression":
                return Creation(node, Type(node["type"]) ?? Null(node.Span));
            case "implicit_object_creation_expression":
                return Creation(node, new UnknownExpression(node.Span, []));
            case "anonymous_object_creation_expression":
                return Anonymous(node);
            case "array_creation_expression" or "implicit_array_creation_expression" or "stackalloc_expression" or "implicit_stackalloc_expression":
                return node.First("initializer_expression") is { Exists: true } values ? Initializer(values) : new CollectionExpression(node.Span, CollectionKind.List, []);
            case "initializer_expression":
                return Initializer(node);
            case "tuple_expression":
                return new CollectionExpression(node.Span, CollectionKind.Tuple, Elements(node));
            case "binary_expression":
                return Binary(node);
            case "prefix_unary_expression" or "postfix_unary_expression":
                return Unary(node);
            case "assignment_expression":
                return Assignment(node);
            case "conditional_expression":
                return new ConditionalExpression(node.Span, Expression(node["condition"]), Expression(node["consequence"]), Expression(node["alternative"]));
            case "cast_expression":
                return new CastExpression(node.Span, Type(node["type"]) ?? Null(node.Span), Expression(node["value"]));
            case "as_expression":
                return new CastExpression(node.Span, Type(node["right"]) ?? Null(node.Span), Expression(node["left"]));
            case "is_expression":
                return new BinaryExpression(node.Span, BinaryOperator.IsType, Expression(node["left"]), Type(node["right"]) ?? Null(node.Span));
            case "is_pattern_expression":
                return Test(node.Span, Expression(node["expression"]), node["pattern"]);
            case "lambda_expression" or "anonymous_method_expression":
                return Lambda(node);
            case "switch_expression":
                return SwitchValue(node);
            case "query_expression":
                return Query(node);
            case "with_expression":
                return With(node);
            case "await_expression":
                return new UnaryExpression(node.Span, UnaryOperator.Await, Expression(node.FirstNamed()));
            case "declaration_expression":
                return Pattern(node["name"]);
            case "typeof_expression" or "sizeof_expression":
                return Type(node["type"]) ?? Null(node.Span);
            case "throw_expression":
                return Null(node.Span);
            default:
                return Unknown(node);
        }
    }

    private static string Member(Node name) => Plain(name.Kind == "generic_name" ? name.FirstNamed() : name);

    private Expression Conditional(Node node)
    {
        var target = Expression(node["condition"]);
        var part = Last(node);
        return part.Kind switch
        {
            "member_binding_expression" => new FieldExpression(node.Span, target, Member(part["name"])),
            "element_binding_expression" => new IndexExpression(node.Span, target, Expression(part.FirstNamed())),
            _ => new UnknownExpression(node.Span, [target, Expression(part)]),
        };
    }

    private Expression Element(Node node)
    {
        var target = Expression(node["expression"]);
        var index = node["subscript"].FirstNamed().FirstNamed();
        return index.Kind == "range_expression" ? new SliceExpression(node.Span, target, null, null) : new IndexExpression(node.Span, target, Expression(index));
    }

    private Expression Invocation(Node node)
    {
        var function = node["function"];
        var arguments = node["arguments"];
        if (function.Kind == "identifier" && function.Text == "nameof")
        {
            return Text(node.Span, arguments.Text.Trim('(', ')'));
        }

        var callee = function.Kind is "identifier" or "generic_name" ? MethodNamed(function.Span, Member(function)) : Expression(function);
        return new CallExpression(node.Span, callee, Arguments(arguments));
    }

    private List<Argument> Arguments(Node list)
    {
        var arguments = new List<Argument>();
        foreach (var child in list.Named)
        {
            var name = child["name"].Exists ? child["name"] : child.Has("=") ? child.FirstNamed() : default;
            var value = child.Kind is "argument" or "attribute_argument" ? Last(child) : child;
            arguments.Add(new Argument(Expression(value), name.Exists ? Plain(name) : null));
        }

        return arguments;
    }

    private List<Entry> Elements(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            var value = child.Kind == "argument" ? Last(child) : child;
            var spread = value.Kind is "range_expression" or "spread_element";
            entries.Add(new Entry(null, Expression(spread ? value.FirstNamed() : value), spread));
        }

        return entries;
    }

    private Expression Creation(Node node, Expression type)
    {
        var list = node["arguments"].Exists ? node["arguments"] : node.First("argument_list");
        var made = new CallExpression(node.Span, type, Arguments(list), isNew: true);
        var initializer = node["initializer"].Exists ? node["initializer"] : node.First("initializer_expression");
        if (!initializer.Exists)
        {
            return made;
        }

        var first = initializer.FirstNamed();
        return first.Kind == "assignment_expression" && first["left"].Kind == "identifier" ? Filled(made, initializer) : Initializer(initializer);
    }

    // The members that an initializer sets are named arguments of the construction.
    private CallExpression Filled(CallExpression made, Node members)
    {
        var arguments = made.Arguments.ToList();
        Node name = default;
        foreach (var member in members.Named)
        {
            if (member.Kind == "assignment_expression")
            {
                arguments.Add(new Argument(Expression(member["right"]), Plain(member["left"])));
            }
            else if (!name.Exists)
            {
                name = member;
            }
            else
            {
                arguments.Add(new Argument(Expression(member), Plain(name)));
                name = default;
            }
        }

        return new CallExpression(made.Span, made.Callee, arguments, made.IsNew);
    }

    private CallExpression With(Node node) => Filled(Call(node.Span, Expression(node.FirstNamed()), "with"), node.First("with_initializer"));

    private CollectionExpression Anonymous(Node node)
    {
        var entries = new List<Entry>();
        Node name = default;
        foreach (var child in node.All)
        {
            if (child.Kind is "," or "{" or "}")
            {
                name = default;
            }
            else if (child.IsNamed && Next(node, child).Kind == "=")
            {
                name = child;
            }
            else if (child.IsNamed)
            {
                var key = name.Exists ? Plain(name) : child.Kind == "member_access_expression" ? Member(child["name"]) : child.Text;
                entries.Add(new Entry(Text(child.Span, key), Expression(child)));
            }
        }

        return new CollectionExpression(node.Span, CollectionKind.Map, entries);
    }

    private static Node Next(Node parent, Node child)
    {
        var seen = false;
        foreach (var one in parent.All)
        {
            if (seen)
            {
                return one;
            }

            seen = one.Start == child.Start && one.End == child.End;
        }

        return default;
    }

    // { 1, 2 }, { { "k", v } } or { ["k"] = v }
    private CollectionExpression Initializer(Node node)
    {
        var entries = new List<Entry>();
        var kind = CollectionKind.List;
        foreach (var child in node.Named)
        {
            if (child.Kind == "assignment_expression" && child["left"].Kind == "element_binding_expression")
            {
                kind = CollectionKind.Map;
                entries.Add(new Entry(Expression(child["left"].FirstNamed()), Expression(child["right"])));
            }
            else if (child.Kind == "initializer_expression" && child.FirstNamed() is { Exists: true } key && Last(child).Start != key.Start)
            {
                kind = CollectionKind.Map;
                entries.Add(new Entry(Expression(key), Expression(Last(child))));
            }
            else
            {
                entries.Add(new Entry(null, Expression(child)));
            }
        }

        return new CollectionExpression(node.Span, kind, entries);
    }

    private Expression Binary(Node node)
    {
        var op = node["operator"].Text;
        var (left, right) = (Expression(node["left"]), Expression(node["right"]));
        return op switch
        {
            "&&" => new LogicalExpression(node.Span, LogicalOperator.And, left, right),
            "||" => new LogicalExpression(node.Span, LogicalOperator.Or, left, right),
            "??" => new LogicalExpression(node.Span, LogicalOperator.Coalesce, left, right),
            _ => new BinaryExpression(node.Span, Operators.Binary(op), left, right),
        };
    }

    private Expression Unary(Node node)
    {
        var operand = Expression(node.FirstNamed());
        return Operator(node) switch
        {
            "!" when node.Kind == "prefix_unary_expression" => new UnaryExpression(node.Span, UnaryOperator.Not, operand),
            "-" => new UnaryExpression(node.Span, UnaryOperator.Negate, operand),
            "+" => new UnaryExpression(node.Span, UnaryOperator.Plus, operand),
            "~" => new UnaryExpression(node.Span, UnaryOperator.Invert, operand),
            "++" => Compound(node.Span, operand, BinaryOperator.Add, new LiteralExpression(node.Span, 1.0)),
            "--" => Compound(node.Span, operand, BinaryOperator.Subtract, new LiteralExpression(node.Span, 1.0)),
            _ => operand,
        };
    }

    private AssignExpression Assignment(Node node)
    {
        var op = node["operator"].Text;
        var value = Expression(node["right"]);
        if (op == "=")
        {
            return new AssignExpression(node.Span, node["left"].Kind is "tuple_expression" or "declaration_expression" ? Pattern(node["left"]) : Expression(node["left"]), value);
        }

        var target = Expression(node["left"]);
        return op == "??="
            ? new AssignExpression(node.Span, target, new LogicalExpression(node.Span, LogicalOperator.Coalesce, target, value))
            : Compound(node.Span, target, Operators.Binary(op[..^1]), value);
    }

    private Expression String(Node node)
    {
        if (node.Kind == "verbatim_string_literal")
        {
            return Text(node.Span, node.Text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
        }

        var verbatim = node.First("interpolation_start") is { Exists: true } start && start.Text.Contains('@', StringComparison.Ordinal);
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            switch (child.Kind)
            {
                case "interpolation":
                    parts.Add(Expression(Interpolated(child)));
                    break;
                case "escape_sequence":
                    parts.Add(Text(child.Span, EscapedLiteral.Read(child.Text)));
                    break;
                case "string_content" or "string_literal_content" or "raw_string_content":
                    var text = child.Text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
                    parts.Add(Text(child.Span, node.Kind != "interpolated_string_expression" ? child.Text : verbatim ? text : EscapedLiteral.Read(text)));
                    break;
            }
        }

        return Template(node.Span, parts);
    }

    private static Node Interpolated(Node node)
    {
        foreach (var child in node.Named)
        {
            if (child.Kind is not ("interpolation_brace" or "interpolation_alignment_clause" or "interpolation_format_clause"))
            {
                return child;
            }
        }

        return default;
    }
}
