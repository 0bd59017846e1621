using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Java;

/// <summary>Expressions.</summary>
internal sealed partial class JavaLowerer
{
    protected override Expression LowerExpression(Node node)
    {
        switch (node.Kind)
        {
            case "identifier" or "type_identifier":
                return Simple(node.Span, node.Text);
            case "string_literal":
                return String(node);
            case "character_literal":
                return Text(node.Span, EscapedLiteral.Read(node.Text.Trim('\'')));
            case "decimal_integer_literal" or "hex_integer_literal" or "octal_integer_literal" or "binary_integer_literal" or "decimal_floating_point_literal" or "hex_floating_point_literal":
                return NumberText.Read(node.Text) is { } number ? new LiteralExpression(node.Span, number) : new UnknownExpression(node.Span, []);
            case "true" or "false":
                return new LiteralExpression(node.Span, node.Kind == "true");
            case "null_literal":
                return Null(node.Span);
            case "this":
                return new SelfExpression(node.Span);
            case "super":
                return new SuperExpression(node.Span);
            case "parenthesized_expression":
                return Expression(node.FirstNamed());
            case "field_access":
                return node["field"].Kind == "this" ? new SelfExpression(node.Span) : new FieldExpression(node.Span, Expression(node["object"]), node["field"].Text);
            case "scoped_identifier" or "scoped_type_identifier":
                return TypeName(node);
            case "array_access":
                return new IndexExpression(node.Span, Expression(node["array"]), Expression(node["index"]));
            case "method_invocation":
                return Invocation(node);
            case "object_creation_expression":
                return Creation(node);
            case "explicit_constructor_invocation":
                return ConstructorCall(node);
            case "binary_expression":
                return Binary(node);
            case "unary_expression":
                return new UnaryExpression(node.Span, Unary(node["operator"].Text), Expression(node["operand"]));
            case "update_expression":
                var target = Expression(node.FirstNamed());
                return Compound(node.Span, target, node.Has("++") ? BinaryOperator.Add : BinaryOperator.Subtract, new LiteralExpression(node.Span, 1.0));
            case "assignment_expression":
                return Assignment(node);
            case "ternary_expression":
                return new ConditionalExpression(node.Span, Expression(node["condition"]), Expression(node["consequence"]), Expression(node["alternative"]));
            case "cast_expression":
                return new CastExpression(node.Span, Type(node["type"]) ?? Null(node.Span), Expression(node["value"]));
            case "instanceof_expression":
                return InstanceOf(node);
            case "lambda_expression":
                return Lambda(node);
            case "method_reference":
                return Reference(node);
            case "array_initializer" or "element_value_array_initializer":
                return List(node);
            case "array_creation_expression":
                return node["value"] is { Exists: true } values ? List(values) : new CollectionExpression(node.Span, CollectionKind.List, []);
            case "class_literal":
                return new FieldExpression(node.Span, Type(node.FirstNamed()) ?? Null(node.Span), "class");
            case "switch_expression":
                return Inline(node.Span, () => [Switching(node)]);
            case "template_expression":
                return Unknown(node);
            case "generic_type" or "array_type" or "annotated_type" or "integral_type" or "floating_point_type" or "boolean_type" or "void_type":
                return Type(node) ?? Null(node.Span);
            case "marker_annotation":
                return TypeName(node["name"]);
            case "annotation":
                return new CallExpression(node.Span, TypeName(node["name"]), Arguments(node["arguments"]));
            default:
                return Unknown(node);
        }
    }

    // The value of `case x -> value` leaves the switch with it.
    private SwitchStatement Switching(Node node)
    {
        var whole = Switch(node);
        var cases = new List<SwitchCase>();
        foreach (var one in whole.Cases)
        {
            cases.Add(one.Body is [ExpressionStatement { Expression: var value }] && !whole.FallsThrough ? one with { Body = [new ReturnStatement(value.Span, value)] } : one);
        }

        return new SwitchStatement(whole.Span, whole.Subject, cases, whole.FallsThrough);
    }

    private CallExpression Invocation(Node node)
    {
        var name = node["name"];
        var target = node["object"];
        var callee = target.Exists ? new FieldExpression(node.Span, Expression(target), name.Text) : MethodNamed(name.Span, name.Text);
        return new CallExpression(node.Span, callee, Arguments(node["arguments"]));
    }

    private CallExpression ConstructorCall(Node node)
    {
        var self = node["constructor"];
        Expression target = self.Kind == "super" ? new SuperExpression(self.Span) : new SelfExpression(self.Span);
        return new CallExpression(node.Span, new FieldExpression(node.Span, target, Class.Constructor), Arguments(node["arguments"]));
    }

    private CallExpression Creation(Node node)
    {
        var type = Type(node["type"]) ?? Null(node.Span);
        var arguments = Arguments(node["arguments"]);
        return node.First("class_body") is { Exists: true } body
            ? new CallExpression(node.Span, new ClassExpression(body.Span, Anonymous(body, type)), arguments, isNew: true)
            : new CallExpression(node.Span, type, arguments, isNew: true);
    }

    private List<Argument> Arguments(Node list)
    {
        var arguments = new List<Argument>();
        foreach (var child in list.Named)
        {
            arguments.Add(child.Kind == "element_value_pair" ? new Argument(Expression(child["value"]), child["key"].Text) : new Argument(Expression(child)));
        }

        return arguments;
    }

    private Expression Binary(Node node)
    {
        var op = node["operator"].Text;
        var (left, right) = (Expression(node["left"]), Expression(node["right"]));
        return op switch
        {
            "&&" => new LogicalExpression(node.Span, LogicalOperator.And, left, right),
            "||" => new LogicalExpression(node.Span, LogicalOperator.Or, left, right),
            _ => new BinaryExpression(node.Span, Operators.Binary(op), left, right),
        };
    }

    private static UnaryOperator Unary(string op) => op switch
    {
        "!" => UnaryOperator.Not,
        "-" => UnaryOperator.Negate,
        "+" => UnaryOperator.Plus,
        "~" => UnaryOperator.Invert,
        _ => UnaryOperator.Other,
    };

    private AssignExpression Assignment(Node node)
    {
        var (target, value) = (Expression(node["left"]), Expression(node["right"]));
        var op = node["operator"].Text;
        return op == "=" ? new AssignExpression(node.Span, target, value) : Compound(node.Span, target, Operators.Binary(op[..^1]), value);
    }

    private BinaryExpression InstanceOf(Node node)
    {
        var value = Expression(node["left"]);
        var type = Type(node["right"]) ?? Null(node.Span);
        if (node["name"] is { Exists: true } name)
        {
            Declare(name.Text);
            value = new AssignExpression(node.Span, new NameExpression(name.Span, name.Text), value) { Type = type };
        }

        return new BinaryExpression(node.Span, BinaryOperator.IsType, value, type);
    }

    private Expression Reference(Node node)
    {
        var target = node.FirstNamed();
        var name = Last(node);
        var type = target.Kind is "identifier" or "field_access" ? Expression(target) : Type(target) ?? Expression(target);
        return name.Start == target.Start ? type : new FieldExpression(node.Span, type, name.Text);
    }

    private CollectionExpression List(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            entries.Add(new Entry(null, Expression(child)));
        }

        return new CollectionExpression(node.Span, CollectionKind.List, entries);
    }

    private Expression String(Node node)
    {
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            parts.Add(child.Kind switch
            {
                "string_interpolation" => Expression(child.FirstNamed()),
                "escape_sequence" => Text(child.Span, EscapedLiteral.Read(child.Text)),
                _ => Text(child.Span, child.Text),
            });
        }

        return Template(node.Span, parts);
    }
}
