using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Go;

/// <summary>Expressions.</summary>
internal sealed partial class GoLowerer
{
    protected override Expression LowerExpression(Node node)
    {
        switch (node.Kind)
        {
            case "identifier" or "type_identifier" or "package_identifier" or "field_identifier":
                return new NameExpression(node.Span, node.Text);
            case "interpreted_string_literal":
                return Text(node.Span, EscapedLiteral.Read(node.Text.Trim('"')));
            case "raw_string_literal":
                return Text(node.Span, node.Text.Trim('`'));
            case "rune_literal":
                return Text(node.Span, EscapedLiteral.Read(node.Text.Trim('\'')));
            case "int_literal" or "float_literal":
                return NumberText.Read(node.Text) is { } number ? new LiteralExpression(node.Span, number) : new UnknownExpression(node.Span, []);
            case "true" or "false":
                return new LiteralExpression(node.Span, node.Kind == "true");
            case "nil":
                return Null(node.Span);
            case "iota" or "imaginary_literal":
                return new UnknownExpression(node.Span, []);
            case "parenthesized_expression" or "literal_element":
                return Expression(node.FirstNamed());
            case "selector_expression":
                return new FieldExpression(node.Span, Expression(node["operand"]), node["field"].Text);
            case "index_expression":
                return new IndexExpression(node.Span, Expression(node["operand"]), Expression(node["index"]));
            case "slice_expression":
                return new SliceExpression(node.Span, Expression(node["operand"]), Optional(node["start"]), Optional(node["end"]));
            case "call_expression":
                return Call(node);
            case "type_conversion_expression" or "type_assertion_expression":
                return new CastExpression(node.Span, Type(node["type"]) ?? Null(node.Span), Expression(node["operand"]));
            case "type_instantiation_expression":
                return Expression(node.FirstNamed());
            case "unary_expression":
                return Unary(node);
            case "binary_expression":
                return Binary(node);
            case "func_literal":
                return new FunctionExpression(node.Span, Function(node, "", default));
            case "composite_literal":
                return Composite(node.Span, node["type"], node["body"]);
            case "literal_value":
                return Elements(node.Span, node);
            case "expression_list":
                return new CollectionExpression(node.Span, CollectionKind.Tuple, Items(node).ConvertAll(i => new Entry(null, Expression(i))));
            case "pointer_type" or "slice_type" or "map_type" or "qualified_type" or "array_type" or "channel_type" or "generic_type":
                return Type(node) ?? Null(node.Span);
            default:
                return Unknown(node);
        }
    }

    private Expression Call(Node node)
    {
        var function = node["function"];
        var arguments = node["arguments"];
        var first = arguments.FirstNamed();
        switch (function.Kind == "identifier" ? function.Text : "")
        {
            case "make":
                return new CollectionExpression(node.Span, first.Kind == "map_type" ? CollectionKind.Map : CollectionKind.List, []);
            case "new":
                return new CallExpression(node.Span, Type(first) ?? Null(node.Span), [], isNew: true);
            case "string" or "int" or "int8" or "int16" or "int32" or "int64" or "uint" or "uint8" or "uint16" or "uint32" or "uint64" or "float32" or "float64" or "byte" or "rune" or "bool":
                return new CastExpression(node.Span, new NameExpression(function.Span, function.Text), Expression(first));
            case "panic":
                return new CallExpression(node.Span, new NameExpression(function.Span, "panic"), Arguments(arguments));
            default:
                return new CallExpression(node.Span, Expression(function), Arguments(arguments));
        }
    }

    private List<Argument> Arguments(Node list)
    {
        var arguments = new List<Argument>();
        foreach (var child in list.Named)
        {
            arguments.Add(child.Kind == "variadic_argument" ? new Argument(Expression(child.FirstNamed()), Spread: true) : new Argument(Expression(child)));
        }

        return arguments;
    }

    private Expression Unary(Node node)
    {
        var operand = Expression(node["operand"]);
        return node["operator"].Text switch
        {
            "!" => new UnaryExpression(node.Span, UnaryOperator.Not, operand),
            "-" => new UnaryExpression(node.Span, UnaryOperator.Negate, operand),
            "^" => new UnaryExpression(node.Span, UnaryOperator.Invert, operand),
            "<-" => new IndexExpression(node.Span, operand, new UnknownExpression(node.Span, [])),
            _ => operand, // a pointer stands for what it points to
        };
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

    // A struct is made with its fields as named arguments; what has keys that are no field names is a map.
    private Expression Composite(TextSpan span, Node type, Node body)
    {
        if (type.Kind is not ("type_identifier" or "qualified_type" or "generic_type") || Keyed(body) is { Exists: true, Kind: not "identifier" })
        {
            return Elements(span, body, type.Kind == "map_type");
        }

        var arguments = new List<Argument>();
        foreach (var element in body.Named)
        {
            arguments.Add(element.Kind == "keyed_element" ? new Argument(Expression(element["value"]), element["key"].Text) : new Argument(Expression(element)));
        }

        return new CallExpression(span, Type(type)!, arguments, isNew: true);
    }

    private static Node Keyed(Node body) => body.First("keyed_element") is { Exists: true } element ? element["key"].FirstNamed() : default;

    private CollectionExpression Elements(TextSpan span, Node body, bool isMap = false)
    {
        var entries = new List<Entry>();
        foreach (var element in body.Named)
        {
            isMap |= element.Kind == "keyed_element";
            entries.Add(element.Kind == "keyed_element" ? new Entry(Expression(element["key"]), Expression(element["value"])) : new Entry(null, Expression(element)));
        }

        return new CollectionExpression(span, isMap ? CollectionKind.Map : CollectionKind.List, entries);
    }
}
