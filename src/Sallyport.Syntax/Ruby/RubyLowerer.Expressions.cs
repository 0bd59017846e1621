using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Ruby;

/// <summary>Expressions.</summary>
internal sealed partial class RubyLowerer
{
    protected override Expression LowerExpression(Node node)
    {
        switch (node.Kind)
        {
            case "identifier":
                return Named(node);
            case "constant" or "global_variable":
                return new NameExpression(node.Span, node.Text);
            case "instance_variable" or "class_variable":
                return new FieldExpression(node.Span, new SelfExpression(node.Span), node.Kind == "instance_variable" ? node.Text[1..] : node.Text);
            case "self":
                return new SelfExpression(node.Span);
            case "scope_resolution":
                return node["scope"].Exists ? new FieldExpression(node.Span, Expression(node["scope"]), node["name"].Text) : new NameExpression(node.Span, node["name"].Text);
            case "string" or "chained_string" or "bare_string" or "delimited_symbol" or "regex" or "heredoc_beginning" or "character" or "simple_symbol" or "hash_key_symbol" or "bare_symbol":
                return String(node);
            case "string_array" or "symbol_array" or "array" or "right_assignment_list":
                return List(node);
            case "subshell":
                return Call(node.Span, new NameExpression(node.Span, "`"), Template(node.Span, Parts(node)));
            case "integer" or "float" or "rational" or "complex":
                return NumberText.Read(node.Text) is { } number ? new LiteralExpression(node.Span, number) : new UnknownExpression(node.Span, []);
            case "true" or "false":
                return new LiteralExpression(node.Span, node.Kind == "true");
            case "nil":
                return Null(node.Span);
            case "hash":
                return Hash(node);
            case "pair":
                return Expression(node["value"]);
            case "call":
                return Invocation(node);
            case "element_reference":
                return Element(node);
            case "assignment":
                return Assignment(node);
            case "operator_assignment":
                return Operating(node);
            case "binary":
                return Binary(node);
            case "unary":
                return Unary(node);
            case "conditional":
                return new ConditionalExpression(node.Span, Expression(node["condition"]), Expression(node["consequence"]), Expression(node["alternative"]));
            case "rescue_modifier":
                return new ConditionalExpression(node.Span, new UnknownExpression(node.Span, []), Expression(node["body"]), Expression(node["handler"]));
            case "if" or "unless" or "case" or "case_match" or "begin" or "while" or "until" or "if_modifier" or "unless_modifier":
                return Inline(node);
            case "parenthesized_statements":
                return node.FirstNamed() is { Exists: true } only && Last(node).Start == only.Start ? Expression(only) : Inline(node);
            case "lambda":
                return Closure(node, node["parameters"], node["body"]);
            case "yield":
                return new CallExpression(node.Span, new NameExpression(node.Span, BlockName), Arguments(node.First("argument_list")));
            case "super":
                return Super(node, default);
            case "return" or "next" or "break" or "method" or "class" or "module":
                return Inline(node);
            case "splat_argument" or "hash_splat_argument" or "block_argument" or "exception_variable" or "superclass" or "pattern":
                return Expression(node.FirstNamed());
            default:
                return Unknown(node);
        }
    }

    // A name that was assigned is a variable; any other is a method that takes nothing.
    private Expression Named(Node node)
    {
        var name = node.Text;
        return name is "__FILE__" or "__dir__" or "__method__" ? Text(node.Span, name)
            : IsLocal(name) ? new NameExpression(node.Span, name)
            : Call(node.Span, Own(node));
    }

    private Expression Own(Node name) => _methods.Contains(name.Text)
        ? new FieldExpression(name.Span, new SelfExpression(name.Span), name.Text)
        : new NameExpression(name.Span, name.Text);

    // A block sees the variables of the method around it, a method sees none.
    private bool IsLocal(string name)
    {
        for (var function = Current; function is not null; function = function.SharesSelf ? function.Outer : null)
        {
            if (function.Locals.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private Expression Target(Node node)
    {
        switch (node.Kind)
        {
            case "identifier":
                if (!IsLocal(node.Text))
                {
                    Declare(node.Text);
                }

                return new NameExpression(node.Span, node.Text);
            case "left_assignment_list" or "destructured_parameter" or "destructured_left_assignment":
                var entries = new List<Entry>();
                foreach (var child in node.Named)
                {
                    var rest = child.Kind is "rest_assignment" or "splat_parameter";
                    entries.Add(new Entry(null, rest ? Target(child["name"].Exists ? child["name"] : child.FirstNamed()) : Target(child), rest));
                }

                return new CollectionExpression(node.Span, CollectionKind.Tuple, entries);
            case "call":
                return new FieldExpression(node.Span, Expression(node["receiver"]), node["method"].Text);
            case "constant":
                Declare(node.Text);
                return new NameExpression(node.Span, node.Text);
            case "":
                return new UnknownExpression(default, []);
            default:
                return Expression(node);
        }
    }

    private CallExpression Invocation(Node node)
    {
        var (receiver, method) = (node["receiver"], node["method"]);
        if (method.Kind == "super")
        {
            return Super(node, node["arguments"]);
        }

        var arguments = Arguments(node["arguments"]);
        if (node["block"] is { Exists: true } block)
        {
            arguments.Add(new Argument(Closure(block, block["parameters"], block), BlockName));
        }

        if (!receiver.Exists)
        {
            return new CallExpression(node.Span, Own(method), arguments);
        }

        if (!method.Exists)
        {
            return new CallExpression(node.Span, Expression(receiver), arguments);
        }

        return method.Text == "new"
            ? new CallExpression(node.Span, Expression(receiver), arguments, isNew: true)
            : new CallExpression(node.Span, new FieldExpression(node.Span, Expression(receiver), method.Text), arguments);
    }

    // Without parentheses it hands on what the method was given.
    private CallExpression Super(Node node, Node list)
    {
        var arguments = list.Exists ? Arguments(list) : [.. Current.Parameters.Where(p => p.Kind == ParameterKind.One).Select(p => new Argument(new NameExpression(node.Span, p.Name)))];
        return new CallExpression(node.Span, new FieldExpression(node.Span, new SuperExpression(node.Span), Current.Name), arguments);
    }

    private List<Argument> Arguments(Node list)
    {
        var arguments = new List<Argument>();
        foreach (var child in list.Named)
        {
            switch (child.Kind)
            {
                case "pair" when child["key"].Kind is "hash_key_symbol" or "simple_symbol" or "string":
                    var name = child["key"].Text.Trim(':', '"', '\'');
                    arguments.Add(new Argument(child["value"].Exists ? Expression(child["value"]) : new NameExpression(child.Span, name), name));
                    break;
                case "splat_argument":
                    arguments.Add(new Argument(Expression(child.FirstNamed()), Spread: true));
                    break;
                case "hash_splat_argument":
                    arguments.Add(new Argument(Expression(child.FirstNamed()), "**", Spread: true));
                    break;
                case "block_argument":
                    arguments.Add(new Argument(Expression(child.FirstNamed()), BlockName));
                    break;
                default:
                    arguments.Add(new Argument(Expression(child)));
                    break;
            }
        }

        return arguments;
    }

    private Expression Element(Node node)
    {
        var target = Expression(node["object"]);
        var first = default(Node);
        var count = 0;
        foreach (var child in node.Named)
        {
            if (child.Field != "object")
            {
                first = count++ == 0 ? child : first;
            }
        }

        return count == 1 && first.Kind != "range" ? new IndexExpression(node.Span, target, Expression(first)) : new SliceExpression(node.Span, target, null, null);
    }

    private AssignExpression Assignment(Node node)
    {
        var value = Expression(node["right"]);
        return new AssignExpression(node.Span, Target(node["left"]), value);
    }

    private AssignExpression Operating(Node node)
    {
        var value = Expression(node["right"]);
        var target = Target(node["left"]);
        return new AssignExpression(node.Span, target, node["operator"].Text switch
        {
            "||=" => new LogicalExpression(node.Span, LogicalOperator.Or, target, value),
            "&&=" => new LogicalExpression(node.Span, LogicalOperator.And, target, value),
            var op => new BinaryExpression(node.Span, Operators.Binary(op[..^1]), target, value),
        });
    }

    private Expression Binary(Node node)
    {
        var op = node["operator"].Text;
        var (left, right) = (Expression(node["left"]), Expression(node["right"]));
        return op switch
        {
            "&&" or "and" => new LogicalExpression(node.Span, LogicalOperator.And, left, right),
            "||" or "or" => new LogicalExpression(node.Span, LogicalOperator.Or, left, right),
            "=~" => new BinaryExpression(node.Span, BinaryOperator.Matches, left, right),
            "!~" => new UnaryExpression(node.Span, UnaryOperator.Not, new BinaryExpression(node.Span, BinaryOperator.Matches, left, right)),
            "===" => new BinaryExpression(node.Span, BinaryOperator.Equal, left, right),
            "**" => new BinaryExpression(node.Span, BinaryOperator.Power, left, right),

            // `text << more` changes the text.
            "<<" when left is NameExpression or FieldExpression => new AssignExpression(node.Span, left, new BinaryExpression(node.Span, BinaryOperator.Add, left, right)),
            _ => new BinaryExpression(node.Span, Operators.Binary(op), left, right),
        };
    }

    private Expression Unary(Node node)
    {
        var operand = Expression(node["operand"]);
        return node["operator"].Text switch
        {
            "!" or "not" => new UnaryExpression(node.Span, UnaryOperator.Not, operand),
            "-" => new UnaryExpression(node.Span, UnaryOperator.Negate, operand),
            "defined?" => new UnaryExpression(node.Span, UnaryOperator.TypeOf, operand),
            _ => operand,
        };
    }

    private CollectionExpression List(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            entries.Add(child.Kind == "splat_argument" ? new Entry(null, Expression(child.FirstNamed()), Spread: true) : new Entry(null, Expression(child)));
        }

        return new CollectionExpression(node.Span, CollectionKind.List, entries);
    }

    private CollectionExpression Hash(Node node)
    {
        var entries = new List<Entry>();
        foreach (var child in node.Named)
        {
            entries.Add(child.Kind == "pair"
                ? new Entry(Expression(child["key"]), child["value"].Exists ? Expression(child["value"]) : new NameExpression(child.Span, child["key"].Text))
                : new Entry(null, Expression(child), Spread: true));
        }

        return new CollectionExpression(node.Span, CollectionKind.Map, entries);
    }

    private static Node Last(Node node)
    {
        Node last = default;
        foreach (var child in node.Named)
        {
            last = child;
        }

        return last;
    }
}
