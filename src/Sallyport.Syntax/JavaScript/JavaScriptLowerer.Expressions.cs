using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.JavaScript;

/// <summary>Expressions and patterns.</summary>
internal sealed partial class JavaScriptLowerer
{
    protected override Expression LowerExpression(Node node)
    {
        switch (node.Kind)
        {
            case "identifier" or "shorthand_property_identifier" or "type_identifier":
                return new NameExpression(node.Span, _scopes.Resolve(node.Text));
            case "string":
                return Text(node.Span, Content(node));
            case "template_string":
                return Template(node.Span, TemplateParts(node));
            case "number":
                return NumberText.Read(node.Text) is { } number ? new LiteralExpression(node.Span, number) : new UnknownExpression(node.Span, []);
            case "true" or "false":
                return new LiteralExpression(node.Span, node.Kind == "true");
            case "null" or "undefined":
                return Null(node.Span);
            case "regex":
                return Text(node.Span, node["pattern"].Exists ? node["pattern"].Text : "");
            case "this":
                return new SelfExpression(node.Span);
            case "super":
                return new SuperExpression(node.Span);
            case "member_expression":
                return new FieldExpression(node.Span, Expression(node["object"]), node["property"].Text);
            case "nested_type_identifier":
                return new FieldExpression(node.Span, Expression(node["module"]), node["name"].Text);
            case "subscript_expression":
                return new IndexExpression(node.Span, Expression(node["object"]), Expression(node["index"]));
            case "call_expression":
                return Call(node);
            case "new_expression":
                return new CallExpression(node.Span, Expression(node["constructor"]), Arguments(node["arguments"]), isNew: true);
            case "binary_expression":
                return Binary(node, node["operator"].Text, Expression(node["left"]), Expression(node["right"]));
            case "unary_expression":
                return Unary(node);
            case "update_expression":
                var updated = Expression(node["argument"]);
                return new AssignExpression(node.Span, updated, new BinaryExpression(node.Span, node["operator"].Text == "++" ? BinaryOperator.Add : BinaryOperator.Subtract, updated, new LiteralExpression(node.Span, 1.0)));
            case "ternary_expression":
                return new ConditionalExpression(node.Span, Expression(node["condition"]), Expression(node["consequence"]), Expression(node["alternative"]));
            case "assignment_expression":
                var assigned = Expression(node["right"]);
                return new AssignExpression(node.Span, Target(node["left"]), assigned);
            case "augmented_assignment_expression":
                var target = Target(node["left"]);
                return new AssignExpression(node.Span, target, Binary(node, node["operator"].Text[..^1], target, Expression(node["right"])));
            case "arrow_function" or "function_expression" or "function" or "generator_function":
                return Lambda(node);
            case "class":
                return new ClassExpression(node.Span, LowerClass(node, []));
            case "object":
                return Object(node);
            case "array":
                return new CollectionExpression(node.Span, CollectionKind.List, Elements(node));
            case "parenthesized_expression":
                return node.FirstNamed() is { Exists: true } inner ? Expression(inner) : Unknown(node);
            case "sequence_expression":
                return Sequence(node);
            case "await_expression":
                return new UnaryExpression(node.Span, UnaryOperator.Await, Expression(node.FirstNamed()));
            case "yield_expression":
                Current.IsGenerator = true;
                return new UnaryExpression(node.Span, node.Has("*") ? UnaryOperator.YieldFrom : UnaryOperator.Yield, Expression(node.FirstNamed()));
            case "as_expression" or "satisfies_expression" or "non_null_expression":
                return Expression(node.FirstNamed());
            case "type_assertion":
                return Last(node);
            case "type_annotation" or "generic_type" or "readonly_type":
                return node.FirstNamed() is { Exists: true } type ? Expression(type) : Unknown(node);
            case "predefined_type":
                return new NameExpression(node.Span, node.Text);
            case "union_type" or "literal_type" or "array_type" or "object_type" or "function_type" or "tuple_type" or "intersection_type" or "conditional_type" or "type_predicate" or "asserts":
                return new UnknownExpression(node.Span, []);
            case "jsx_element" or "jsx_self_closing_element" or "jsx_fragment":
                return Element(node);
            case "import":
                return new NameExpression(node.Span, "require");
            case "meta_property":
                return new NameExpression(node.Span, node.Text);
            default:
                return Unknown(node);
        }
    }

    private Expression Last(Node node)
    {
        var last = default(Node);
        foreach (var child in node.Named)
        {
            last = child;
        }

        return last.Exists ? Expression(last) : Unknown(node);
    }

    private static string Content(Node node)
    {
        var text = node.Text;
        return text.Length >= 2 ? EscapedLiteral.Read(text[1..^1]) : text;
    }

    private List<Expression> TemplateParts(Node node)
    {
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            parts.Add(child.Kind switch
            {
                "template_substitution" => Expression(child.FirstNamed()),
                "escape_sequence" => Text(child.Span, EscapedLiteral.Read(child.Text)),
                _ => Text(child.Span, child.Text),
            });
        }

        return parts;
    }

    private FunctionExpression Lambda(Node node)
    {
        var name = node["name"].Exists ? node["name"].Text : "";
        return new FunctionExpression(node.Span, Function(node, [], name));
    }

    private CallExpression Call(Node node)
    {
        var arguments = node["arguments"];
        var callee = Expression(node["function"]);
        if (arguments.Exists && arguments.Kind == "template_string")
        {
            var constants = new List<Entry>();
            var values = new List<Argument>();
            foreach (var part in TemplateParts(arguments))
            {
                if (part is LiteralExpression)
                {
                    constants.Add(new Entry(null, part));
                }
                else
                {
                    values.Add(new Argument(part));
                }
            }

            return new CallExpression(node.Span, callee, [new Argument(new CollectionExpression(arguments.Span, CollectionKind.List, constants)), .. values]);
        }

        if (callee is NameExpression { Name: "require" } && arguments.Exists && arguments.FirstNamed() is { Exists: true, Kind: "string" } module)
        {
            Module.Imports.Add(Content(module));
        }

        return new CallExpression(node.Span, callee, Arguments(arguments));
    }

    private List<Argument> Arguments(Node list)
    {
        var arguments = new List<Argument>();
        if (list.Exists)
        {
            foreach (var child in list.Named)
            {
                arguments.Add(child.Kind == "spread_element" ? new Argument(Expression(child.FirstNamed()), Spread: true) : new Argument(Expression(child)));
            }
        }

        return arguments;
    }

    private static Expression Binary(Node node, string op, Expression left, Expression right)
    {
        var logical = op switch
        {
            "&&" => LogicalOperator.And,
            "||" => LogicalOperator.Or,
            "??" => LogicalOperator.Coalesce,
            _ => (LogicalOperator?)null,
        };
        return logical is { } kind ? new LogicalExpression(node.Span, kind, left, right) : new BinaryExpression(node.Span, op switch
        {
            "+" => BinaryOperator.Add,
            "-" => BinaryOperator.Subtract,
            "*" => BinaryOperator.Multiply,
            "/" => BinaryOperator.Divide,
            "%" => BinaryOperator.Modulo,
            "**" => BinaryOperator.Power,
            "&" => BinaryOperator.And,
            "|" => BinaryOperator.Or,
            "^" => BinaryOperator.Xor,
            "<<" => BinaryOperator.ShiftLeft,
            ">>" or ">>>" => BinaryOperator.ShiftRight,
            "==" or "===" => BinaryOperator.Equal,
            "!=" or "!==" => BinaryOperator.NotEqual,
            "<" => BinaryOperator.Less,
            "<=" => BinaryOperator.LessOrEqual,
            ">" => BinaryOperator.Greater,
            ">=" => BinaryOperator.GreaterOrEqual,
            "in" => BinaryOperator.In,
            "instanceof" => BinaryOperator.IsType,
            _ => BinaryOperator.Other,
        }, left, right);
    }

    private UnaryExpression Unary(Node node) => new(node.Span, node["operator"].Text switch
    {
        "!" => UnaryOperator.Not,
        "-" => UnaryOperator.Negate,
        "+" => UnaryOperator.Plus,
        "~" => UnaryOperator.Invert,
        "typeof" => UnaryOperator.TypeOf,
        "delete" => UnaryOperator.Delete,
        _ => UnaryOperator.Other,
    }, Expression(node["argument"]));

    private IndexExpression Sequence(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            entries.Add(new Entry(null, Expression(child)));
        }

        return new IndexExpression(node.Span, new CollectionExpression(node.Span, CollectionKind.Tuple, entries), new LiteralExpression(node.Span, (double)entries.Count - 1));
    }

    private List<Entry> Elements(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            entries.Add(child.Kind == "spread_element" ? new Entry(null, Expression(child.FirstNamed()), Spread: true) : new Entry(null, Expression(child)));
        }

        return entries;
    }

    private CollectionExpression Object(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            switch (child.Kind)
            {
                case "pair":
                    entries.Add(new Entry(Key(child["key"]), Expression(child["value"])));
                    break;
                case "spread_element":
                    entries.Add(new Entry(null, Expression(child.FirstNamed()), Spread: true));
                    break;
                case "shorthand_property_identifier":
                    entries.Add(new Entry(Text(child.Span, child.Text), Expression(child)));
                    break;
                case "method_definition":
                    entries.Add(new Entry(Key(child["name"]), new FunctionExpression(child.Span, Function(child, [], Name(child["name"])))));
                    break;
            }
        }

        return new CollectionExpression(node.Span, CollectionKind.Map, entries);
    }

    private Expression Key(Node key) => key.Kind switch
    {
        "computed_property_name" => Expression(key.FirstNamed()),
        "string" => Text(key.Span, Content(key)),
        _ => Text(key.Span, key.Text),
    };

    private Expression Target(Node node)
    {
        switch (node.Exists ? node.Kind : "")
        {
            case "":
                return new UnknownExpression(default, []);
            case "identifier" or "shorthand_property_identifier_pattern":
                return new NameExpression(node.Span, _scopes.Resolve(node.Text));
            case "assignment_pattern" or "object_assignment_pattern":
                return new AssignExpression(node.Span, Target(node["left"]), Expression(node["right"]));
            case "parenthesized_expression" or "non_null_expression" or "as_expression":
                return Target(node.FirstNamed());
            case "object_pattern" or "array_pattern":
                return Pattern(node);
            default:
                return Expression(node);
        }
    }

    private CollectionExpression Pattern(Node node)
    {
        var entries = new List<Entry>();
        var isObject = node.Kind == "object_pattern";
        var skipped = true;
        foreach (var child in node.All)
        {
            if (!child.IsNamed)
            {
                if (child.Kind == "," && !isObject)
                {
                    if (skipped)
                    {
                        entries.Add(new Entry(null, new UnknownExpression(child.Span, [])));
                    }

                    skipped = true;
                }

                continue;
            }

            skipped = false;
            entries.Add(child.Kind switch
            {
                "rest_pattern" => new Entry(null, Target(child.FirstNamed()), Spread: true),
                "pair_pattern" => new Entry(Key(child["key"]), Target(child["value"])),
                "object_assignment_pattern" => new Entry(Text(child.Span, child["left"].Text), Target(child)),
                "shorthand_property_identifier_pattern" => new Entry(Text(child.Span, child.Text), Target(child)),
                _ => new Entry(null, Target(child)),
            });
        }

        return new CollectionExpression(node.Span, isObject ? CollectionKind.Map : CollectionKind.Tuple, entries);
    }
}
