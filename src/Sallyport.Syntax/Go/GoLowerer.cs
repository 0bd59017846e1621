using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Go;

/// <summary>Lowers Go: here statements.</summary>
internal sealed partial class GoLowerer(SyntaxTree tree, string path) : Lowerer(tree, path, Language.Go)
{
    protected override void LowerStatement(Node node, List<Statement> into)
    {
        switch (node.Kind)
        {
            case "expression_statement":
                into.Add(new ExpressionStatement(Expression(node.FirstNamed())));
                break;
            case "block" or "source_file" or "ERROR" or "statement_list":
                into.Add(Block(node));
                break;
            case "package_clause":
                Module.Package = node.FirstNamed().Text;
                break;
            case "import_declaration" or "import_spec_list":
                into.AddRange(Statements(node));
                break;
            case "import_spec":
                Import(node, into);
                break;
            case "const_declaration" or "var_declaration" or "var_spec_list" or "type_declaration":
                into.AddRange(Statements(node));
                break;
            case "const_spec" or "var_spec":
                Variables(node, into);
                break;
            case "type_spec":
                TypeSpec(node, into);
                break;
            case "type_alias":
                break;
            case "function_declaration":
                Declare(node["name"].Text);
                into.Add(new FunctionStatement(Function(node, node["name"].Text, default)));
                break;
            case "method_declaration":
                Method(node, into);
                break;
            case "short_var_declaration":
                into.Add(new ExpressionStatement(Assignment(node.Span, Items(node["left"]), Items(node["right"]), declares: true)));
                break;
            case "assignment_statement":
                Assign(node, into);
                break;
            case "inc_statement" or "dec_statement":
                var counted = Expression(node.FirstNamed());
                var step = new BinaryExpression(node.Span, node.Kind == "inc_statement" ? BinaryOperator.Add : BinaryOperator.Subtract, counted, new LiteralExpression(node.Span, 1.0));
                into.Add(new ExpressionStatement(new AssignExpression(node.Span, counted, step)));
                break;
            case "if_statement":
                If(node, into);
                break;
            case "for_statement":
                For(node, into);
                break;
            case "expression_switch_statement" or "type_switch_statement" or "select_statement":
                Switch(node, into);
                break;
            case "return_statement":
                into.Add(new ReturnStatement(node.Span, Result(node)));
                break;
            case "break_statement":
                into.Add(new BreakStatement(node.Span, node.FirstNamed() is { Exists: true } left ? left.Text : null));
                break;
            case "continue_statement":
                into.Add(new ContinueStatement(node.Span, node.FirstNamed() is { Exists: true } gone ? gone.Text : null));
                break;
            case "labeled_statement":
                Labeled(node, into);
                break;
            case "defer_statement" or "go_statement":
                into.Add(new ExpressionStatement(Expression(node.FirstNamed())));
                break;
            case "send_statement":
                var channel = new IndexExpression(node.Span, Expression(node["channel"]), new UnknownExpression(node.Span, []));
                into.Add(new ExpressionStatement(new AssignExpression(node.Span, channel, Expression(node["value"]))));
                break;
            case "receive_statement":
                into.Add(new ExpressionStatement(Assignment(node.Span, Items(node["left"]), [node["right"]], declares: true)));
                break;
            case "empty_statement" or "fallthrough_statement" or "goto_statement" or "comment":
                break;
            default:
                into.Add(new ExpressionStatement(Expression(node)));
                break;
        }
    }

    // The name of a package is the last part of its path that is no version.
    private void Import(Node node, List<Statement> into)
    {
        var path = node["path"].Text.Trim('"', '`');
        var parts = path.Split('/');
        var last = parts.Length > 1 && parts[^1].Length > 1 && parts[^1][0] == 'v' && parts[^1].AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? parts[^2] : parts[^1];
        var dot = last.IndexOf(".v", StringComparison.Ordinal);
        var own = dot > 0 ? last[..dot] : last;
        own = own.StartsWith("go-", StringComparison.Ordinal) ? own[3..] : own.EndsWith("-go", StringComparison.Ordinal) ? own[..^3] : own;
        Module.Imports.Add(path);
        var name = node["name"];
        if (name.Exists && name.Kind == "dot")
        {
            into.Add(new ImportStatement(node.Span, path, [new ImportedName("*", "*")]));
        }
        else if (!name.Exists || name.Kind != "blank_identifier")
        {
            var local = name.Exists ? name.Text : own.Replace('-', '_');
            Declare(local);
            into.Add(new ImportStatement(node.Span, path, [new ImportedName(null, local)]));
        }
    }

    private void Variables(Node node, List<Statement> into)
    {
        var names = new List<Node>();
        foreach (var child in node.All)
        {
            if (child.Field == "name" && child.IsNamed)
            {
                names.Add(child);
            }
        }

        var values = Items(node["value"]);
        if (values.Count > 0)
        {
            into.Add(new ExpressionStatement(Assignment(node.Span, names, values, declares: true, Type(node["type"]))));
            return;
        }

        foreach (var name in names)
        {
            var target = Target(name, declares: true);
            if (node.Kind == "const_spec")
            {
                continue; // goes on counting from the one before
            }

            into.Add(new ExpressionStatement(new AssignExpression(name.Span, target, Null(name.Span)) { Type = Type(node["type"]) }));
        }
    }

    private AssignExpression Assignment(TextSpan span, List<Node> left, List<Node> right, bool declares, Expression? type = null)
    {
        if (left.Count == 1 && right.Count == 1)
        {
            var only = Expression(right[0]);
            return new AssignExpression(span, Target(left[0], declares), only) { Type = type };
        }

        // `v, ok := m[k]`: the second value says whether there is a first.
        if (right is [{ Kind: "index_expression" or "type_assertion_expression" or "unary_expression" } asked] && left.Count == 2)
        {
            var value = Expression(asked);
            Target(left[1], declares);
            return new AssignExpression(span, Target(left[0], declares), value);
        }

        var values = right.Count == 1 ? Expression(right[0]) : new CollectionExpression(span, CollectionKind.Tuple, right.ConvertAll(r => new Entry(null, Expression(r))));
        return new AssignExpression(span, new CollectionExpression(span, CollectionKind.Tuple, left.ConvertAll(l => new Entry(null, Target(l, declares)))), values);
    }

    private void Assign(Node node, List<Statement> into)
    {
        var op = node["operator"].Text;
        var (left, right) = (Items(node["left"]), Items(node["right"]));
        if (op == "=" || left.Count != 1 || right.Count != 1)
        {
            into.Add(new ExpressionStatement(Assignment(node.Span, left, right, declares: false)));
            return;
        }

        var target = Expression(left[0]);
        into.Add(new ExpressionStatement(new AssignExpression(node.Span, target, new BinaryExpression(node.Span, Operators.Binary(op[..^1]), target, Expression(right[0])))));
    }

    private Expression Target(Node node, bool declares)
    {
        if (node.Text == "_")
        {
            return new UnknownExpression(node.Span, []);
        }

        if (declares && node.Kind == "identifier")
        {
            Declare(node.Text);
        }

        return Expression(node);
    }

    private void If(Node node, List<Statement> into)
    {
        if (node["initializer"] is { Exists: true } initializer)
        {
            Statement(initializer, into);
        }

        into.Add(new IfStatement(node.Span, Expression(node["condition"]), Block(node["consequence"]), node["alternative"].Exists ? Single(node["alternative"]) : null));
    }

    private void For(Node node, List<Statement> into)
    {
        var body = node["body"];
        if (node.First("range_clause") is { Exists: true } range)
        {
            into.Add(Range(node.Span, range, body));
            return;
        }

        if (node.First("for_clause") is not { Exists: true } clause)
        {
            var condition = node.FirstNamed();
            into.Add(new LoopStatement(node.Span, condition.Start == body.Start ? null : Expression(condition), Block(body)));
            return;
        }

        if (clause["initializer"] is { Exists: true } initializer)
        {
            Statement(initializer, into);
        }

        var update = new List<Statement>();
        if (clause["update"] is { Exists: true } step)
        {
            Statement(step, update);
        }

        into.Add(new LoopStatement(node.Span, Optional(clause["condition"]), Block(body)) { Step = (update.Count == 1 ? update[0] as ExpressionStatement : null)?.Expression });
    }

    // One name takes the key or index, two take it and the element.
    private ForEachStatement Range(TextSpan span, Node range, Node body)
    {
        var source = Expression(range["right"]);
        var names = Items(range["left"]);
        var declares = range.Has(":=");
        if (names.Count > 0 && names.Count < 2)
        {
            Target(names[0], declares);
            return new ForEachStatement(span, new UnknownExpression(span, []), source, Block(body));
        }

        if (names.Count == 2)
        {
            Target(names[0], declares);
        }

        var target = names.Count == 2 ? Target(names[1], declares) : new UnknownExpression(span, []);
        return new ForEachStatement(span, target, source, Block(body));
    }

    private void Switch(Node node, List<Statement> into)
    {
        if (node["initializer"] is { Exists: true } initializer)
        {
            Statement(initializer, into);
        }

        var subject = node["value"].Exists ? Expression(node["value"]) : new LiteralExpression(node.Span, true);
        var alias = Items(node["alias"]) is [var name] ? Target(name, declares: true) : null;
        var cases = new List<SwitchCase>();
        foreach (var child in node.Named)
        {
            if (child.Kind is "expression_case" or "type_case" or "communication_case" or "default_case")
            {
                cases.AddRange(Cases(child, node["value"].Exists, alias));
            }
        }

        into.Add(new SwitchStatement(node.Span, subject, cases, fallsThrough: false));
    }

    private List<SwitchCase> Cases(Node node, bool hasSubject, Expression? alias)
    {
        var body = new List<Statement>();
        foreach (var child in node.Named)
        {
            if (child.Field is not ("value" or "type"))
            {
                Statement(child, body);
            }
        }

        var values = Items(node["value"]).ConvertAll(Expression);
        if (node.Kind != "expression_case")
        {
            return [new SwitchCase([], null, body) { Binding = alias, Opaque = node.Kind != "default_case" }];
        }

        // Without a subject the first case whose condition holds is taken.
        return hasSubject ? [new SwitchCase(values, null, body)] : values.ConvertAll(condition => new SwitchCase([], condition, body));
    }

    private void Labeled(Node node, List<Statement> into)
    {
        var label = node["label"];
        var body = new List<Statement>();
        foreach (var child in node.Named)
        {
            if (child.Start != label.Start)
            {
                Statement(child, body);
            }
        }

        into.Add(new BlockStatement(node.Span, body, label.Text));
    }

    private static List<Node> Items(Node list)
    {
        var items = new List<Node>();
        if (list.Exists && list.Kind != "expression_list")
        {
            items.Add(list);
            return items;
        }

        foreach (var child in list.Named)
        {
            items.Add(child);
        }

        return items;
    }
}
