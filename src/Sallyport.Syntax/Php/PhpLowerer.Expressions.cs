using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Php;

/// <summary>Expressions.</summary>
internal sealed partial class PhpLowerer
{
    protected override Expression LowerExpression(Node node)
    {
        switch (node.Kind)
        {
            case "variable_name":
                return Variable(node);
            case "dynamic_variable_name":
                return node.First("name") is { Exists: true } plain ? new NameExpression(node.Span, "$" + plain.Text) : Unknown(node);
            case "name" or "qualified_name":
                return Qualified(node);
            case "string" or "encapsed_string" or "heredoc" or "nowdoc":
                return String(node);
            case "integer" or "float":
                return NumberText.Read(node.Text) is { } number ? new LiteralExpression(node.Span, number) : new UnknownExpression(node.Span, []);
            case "boolean":
                return new LiteralExpression(node.Span, node.Text.Equals("true", StringComparison.OrdinalIgnoreCase));
            case "null":
                return Null(node.Span);
            case "parenthesized_expression" or "error_suppression_expression" or "clone_expression" or "reference_assignment" or "by_ref" or "argument" or "sequence_expression":
                return Expression(Last(node));
            case "member_access_expression" or "nullsafe_member_access_expression":
                return Member(node.Span, Expression(node["object"]), node["name"]);
            case "scoped_property_access_expression":
                return new FieldExpression(node.Span, Scope(node["scope"]), node["name"].Text.TrimStart('$'));
            case "class_constant_access_expression":
                return Constant(node);
            case "subscript_expression":
                return Subscript(node);
            case "function_call_expression" when node["function"].Text is "in_array" && Arguments(node["arguments"]) is [var needle, var list, ..]:
                return new BinaryExpression(node.Span, BinaryOperator.In, needle.Value, list.Value);
            case "function_call_expression":
                return new CallExpression(node.Span, Expression(node["function"]), Arguments(node["arguments"]));
            case "member_call_expression" or "nullsafe_member_call_expression":
                return new CallExpression(node.Span, Member(node.Span, Expression(node["object"]), node["name"]), Arguments(node["arguments"]));
            case "scoped_call_expression":
                var name = node["name"].Text == "__construct" ? Class.Constructor : node["name"].Text;
                return new CallExpression(node.Span, new FieldExpression(node.Span, Scope(node["scope"]), name), Arguments(node["arguments"]));
            case "object_creation_expression":
                return Creation(node);
            case "array_creation_expression" or "list_literal":
                return Collection(node);
            case "assignment_expression" or "reference_assignment_expression":
                return new AssignExpression(node.Span, Expression(node["left"]), Expression(node["right"]));
            case "augmented_assignment_expression":
                return Augmented(node);
            case "update_expression":
                var counted = Expression(node["argument"]);
                return new AssignExpression(node.Span, counted, new BinaryExpression(node.Span, node.Has("++") ? BinaryOperator.Add : BinaryOperator.Subtract, counted, new LiteralExpression(node.Span, 1.0)));
            case "binary_expression":
                return Binary(node);
            case "unary_op_expression":
                return Unary(node);
            case "conditional_expression":
                return node["body"].Exists
                    ? new ConditionalExpression(node.Span, Expression(node["condition"]), Expression(node["body"]), Expression(node["alternative"]))
                    : new LogicalExpression(node.Span, LogicalOperator.Or, Expression(node["condition"]), Expression(node["alternative"]));
            case "cast_expression":
                return new CastExpression(node.Span, new NameExpression(node["type"].Span, node["type"].Text), Expression(node["value"]));
            case "anonymous_function" or "arrow_function" or "anonymous_function_creation_expression":
                return new FunctionExpression(node.Span, Function(node, ""));
            case "match_expression":
                return Match(node);
            case "print_intrinsic":
                return Call(node.Span, new NameExpression(node.Span, "print"), Expression(node.FirstNamed()));
            case "include_expression" or "include_once_expression" or "require_expression" or "require_once_expression":
                return Call(node.Span, new NameExpression(node.Span, node.Kind[..^11]), Expression(node.FirstNamed()));
            case "shell_command_expression":
                return Call(node.Span, new NameExpression(node.Span, "shell_exec"), Template(node.Span, Parts(node)));
            case "yield_expression":
                Current.IsGenerator = true;
                return new UnaryExpression(node.Span, node.Has("from") ? UnaryOperator.YieldFrom : UnaryOperator.Yield, Expression(Last(node)));
            case "array_element_initializer":
                return Expression(Last(node));
            case "throw_expression":
                return Null(node.Span);
            default:
                return Unknown(node);
        }
    }

    private Expression Member(TextSpan span, Expression target, Node name) => name.Kind == "name"
        ? new FieldExpression(span, target, name.Text)
        : new IndexExpression(span, target, Expression(name));

    // `self` and `static` are the class itself, `parent` its base.
    private Expression Scope(Node node) => node.Kind == "relative_scope"
        ? node.Text == "parent" ? new SuperExpression(node.Span) : new SelfExpression(node.Span)
        : Expression(node);

    private Expression Constant(Node node)
    {
        var (scope, name) = (node.FirstNamed(), Last(node));
        return name.Text == "class" ? Text(node.Span, scope.Text) : new FieldExpression(node.Span, Scope(scope), name.Text);
    }

    private IndexExpression Subscript(Node node)
    {
        var target = node.FirstNamed();
        var index = Last(node);
        return new IndexExpression(node.Span, Expression(target), index.Start == target.Start ? new UnknownExpression(node.Span, []) : Expression(index));
    }

    private CallExpression Creation(Node node)
    {
        if (node.First("anonymous_class") is { Exists: true } anonymous)
        {
            return new CallExpression(node.Span, new ClassExpression(anonymous.Span, LowerClass(anonymous)), Arguments(anonymous.First("arguments")), isNew: true);
        }

        var type = node.FirstNamed();
        var named = type.Kind == "name" && type.Text is "self" or "static" ? new SelfExpression(type.Span) : Expression(type);
        return new CallExpression(node.Span, named, Arguments(node.First("arguments")), isNew: true);
    }

    private List<Argument> Arguments(Node list)
    {
        var arguments = new List<Argument>();
        foreach (var child in list.Named)
        {
            if (child.Kind == "argument")
            {
                var value = Last(child);
                var spread = value.Kind == "variadic_unpacking";
                arguments.Add(new Argument(Expression(spread ? value.FirstNamed() : value), child["name"] is { Exists: true } name ? name.Text : null, spread));
            }
        }

        return arguments;
    }

    private CollectionExpression Collection(Node node)
    {
        var entries = new List<Entry>();
        var isMap = false;
        Expression? key = null;
        Node before = default;
        foreach (var child in node.All)
        {
            switch (child.Kind)
            {
                case "array_element_initializer":
                    var (first, last) = (child.FirstNamed(), Last(child));
                    var keyed = child.Has("=>");
                    isMap |= keyed;
                    var spread = first.Kind == "variadic_unpacking";
                    entries.Add(new Entry(keyed ? Expression(first) : null, Expression(spread ? first.FirstNamed() : last), spread));
                    break;
                case "=>":
                    (isMap, key) = (true, Expression(before));
                    entries.RemoveAt(entries.Count - 1);
                    break;
                case var _ when child.IsNamed && child.Kind != "comment":
                    entries.Add(new Entry(key, Expression(child)));
                    (key, before) = (null, child);
                    break;
            }
        }

        return new CollectionExpression(node.Span, isMap ? CollectionKind.Map : CollectionKind.List, entries);
    }

    private AssignExpression Augmented(Node node)
    {
        var target = Expression(node["left"]);
        var value = Expression(node["right"]);
        var op = node["operator"].Text[..^1];
        return new AssignExpression(node.Span, target, op == "??" ? new LogicalExpression(node.Span, LogicalOperator.Coalesce, target, value) : new BinaryExpression(node.Span, Operator(op), target, value));
    }

    private Expression Binary(Node node)
    {
        var op = node["operator"].Text.ToLowerInvariant();
        var (left, right) = (Expression(node["left"]), Expression(node["right"]));
        return op switch
        {
            "&&" or "and" => new LogicalExpression(node.Span, LogicalOperator.And, left, right),
            "||" or "or" => new LogicalExpression(node.Span, LogicalOperator.Or, left, right),
            "??" => new LogicalExpression(node.Span, LogicalOperator.Coalesce, left, right),
            _ => new BinaryExpression(node.Span, Operator(op), left, right),
        };
    }

    private static BinaryOperator Operator(string op) => op switch
    {
        "." => BinaryOperator.Concatenate,
        "===" => BinaryOperator.Equal,
        "!==" or "<>" => BinaryOperator.NotEqual,
        "**" => BinaryOperator.Power,
        "instanceof" => BinaryOperator.IsType,
        _ => Operators.Binary(op),
    };

    private Expression Unary(Node node)
    {
        var operand = Expression(Last(node));
        var op = "";
        foreach (var child in node.All)
        {
            op = op.Length == 0 ? child.Text : op;
        }

        return op switch
        {
            "!" => new UnaryExpression(node.Span, UnaryOperator.Not, operand),
            "-" => new UnaryExpression(node.Span, UnaryOperator.Negate, operand),
            "+" => new UnaryExpression(node.Span, UnaryOperator.Plus, operand),
            "~" => new UnaryExpression(node.Span, UnaryOperator.Invert, operand),
            _ => operand,
        };
    }

    // The first way whose value is the same gives its own.
    private CallExpression Match(Node node)
    {
        var function = new Function(node.Span, "") { Outer = Current, SharesSelf = true };
        _capturing.Add(function);
        Build(function, () =>
        {
            var subject = Expression(node["condition"]);
            var cases = new List<SwitchCase>();
            foreach (var way in node["body"].Named)
            {
                var values = new List<Expression>();
                foreach (var value in way["conditional_expressions"].Named)
                {
                    values.Add(Expression(value));
                }

                var result = way["return_expression"];
                Statement leave = result.Kind == "throw_expression" ? new ThrowStatement(result.Span, Optional(result.FirstNamed())) : new ReturnStatement(result.Span, Expression(result));
                cases.Add(new SwitchCase(values, null, [leave]));
            }

            function.Body = [new SwitchStatement(node.Span, subject, cases, fallsThrough: false)];
        });
        return new CallExpression(node.Span, new FunctionExpression(node.Span, function), []);
    }

    private Expression String(Node node) => node.Kind switch
    {
        "heredoc" or "nowdoc" => Template(node.Span, Parts(node["value"])),
        _ => Template(node.Span, Parts(node)),
    };

    private List<Expression> Parts(Node node)
    {
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            parts.Add(child.Kind switch
            {
                "string_content" or "nowdoc_string" => Text(child.Span, child.Text),
                "escape_sequence" => Text(child.Span, EscapedLiteral.Read(child.Text)),
                _ => Expression(child),
            });
        }

        return parts;
    }
}
