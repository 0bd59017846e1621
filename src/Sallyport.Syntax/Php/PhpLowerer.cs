using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Php;

/// <summary>Lowers PHP: here statements. Variables keep their <c>$</c>, which functions and classes do not have.</summary>
internal sealed partial class PhpLowerer(SyntaxTree tree, string path) : Lowerer(tree, path, Language.Php)
{
    private bool _shows;

    protected override void LowerStatement(Node node, List<Statement> into)
    {
        switch (node.Kind)
        {
            case "php_tag":
                _shows = node.Text == "<?=";
                break;
            case "text_interpolation":
                _shows = node.First("php_tag") is { Exists: true } tag && tag.Text == "<?=";
                break;
            case "expression_statement":
                Plain(node, into);
                break;
            case "echo_statement":
                into.Add(new ExpressionStatement(new CallExpression(node.Span, new NameExpression(node.Span, "echo"), Sequence(node.FirstNamed()))));
                break;
            case "program" or "compound_statement" or "colon_block" or "ERROR":
                into.Add(Block(node));
                break;
            case "namespace_definition":
                Module.Package ??= node["name"].Text.Replace('\\', '.');
                into.AddRange(Statements(node["body"]));
                break;
            case "namespace_use_declaration":
                Use(node, into);
                break;
            case "if_statement" or "else_if_clause":
                into.Add(If(node));
                break;
            case "foreach_statement":
                ForEach(node, into);
                break;
            case "for_statement":
                For(node, into);
                break;
            case "while_statement":
                into.Add(new LoopStatement(node.Span, Expression(node["condition"]), Single(node["body"])));
                break;
            case "do_statement":
                into.Add(new LoopStatement(node.Span, Expression(node["condition"]), Single(node["body"])) { BodyFirst = true });
                break;
            case "switch_statement":
                into.Add(Switch(node));
                break;
            case "try_statement":
                into.Add(Try(node));
                break;
            case "return_statement":
                into.Add(new ReturnStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "exit_statement":
                into.Add(new ExpressionStatement(Call(node.Span, new NameExpression(node.Span, "exit"), Expression(node.FirstNamed()))));
                into.Add(new ThrowStatement(node.Span, null));
                break;
            case "break_statement":
                into.Add(new BreakStatement(node.Span));
                break;
            case "continue_statement":
                into.Add(new ContinueStatement(node.Span));
                break;
            case "unset_statement":
                into.Add(new ExpressionStatement(new UnaryExpression(node.Span, UnaryOperator.Delete, Expression(node.FirstNamed()))));
                break;
            case "global_declaration":
                Global(node);
                break;
            case "function_static_declaration" or "const_declaration":
                Constants(node, into);
                break;
            case "function_definition":
                Declare(node["name"].Text);
                into.Add(new FunctionStatement(Function(node, node["name"].Text)));
                break;
            case "class_declaration" or "interface_declaration" or "trait_declaration" or "enum_declaration":
                into.Add(new ClassStatement(LowerClass(node)));
                break;
            case "text" or "goto_statement" or "named_label_statement" or "empty_statement" or "declare_statement" or "php_end_tag":
                break;
            default:
                into.Add(new ExpressionStatement(Expression(node)));
                break;
        }
    }

    // `<?= x ?>` shows a value; `throw`, `exit` and `die` end the function.
    private void Plain(Node node, List<Statement> into)
    {
        var inner = node.FirstNamed();
        if (_shows)
        {
            _shows = false;
            into.Add(new ExpressionStatement(new CallExpression(node.Span, new NameExpression(node.Span, "echo"), Sequence(inner))));
            return;
        }

        if (inner.Kind == "throw_expression")
        {
            into.Add(new ThrowStatement(node.Span, Optional(inner.FirstNamed())));
            return;
        }

        into.Add(new ExpressionStatement(Expression(inner)));
        if (inner.Kind == "function_call_expression" && inner["function"].Text is "die" or "exit")
        {
            into.Add(new ThrowStatement(node.Span, null));
        }
    }

    private List<Argument> Sequence(Node node)
    {
        if (node.Kind != "sequence_expression")
        {
            return [new Argument(Expression(node))];
        }

        var values = new List<Argument>();
        foreach (var child in node.Named)
        {
            values.AddRange(Sequence(child));
        }

        return values;
    }

    private void Use(Node node, List<Statement> into)
    {
        var group = node["body"];
        var prefix = group.Exists ? node.First("namespace_name").Text + "\\" : "";
        foreach (var clause in (group.Exists ? group : node).Named)
        {
            if (clause.Kind != "namespace_use_clause")
            {
                continue;
            }

            var name = (prefix + clause.FirstNamed().Text).Trim('\\').Replace('\\', '.');
            var dot = name.LastIndexOf('.');
            var local = clause["alias"] is { Exists: true } alias ? alias.Text : name[(dot + 1)..];
            Module.Imports.Add(name[..(name.IndexOf('.', StringComparison.Ordinal) is > 0 and var first ? first : name.Length)]);
            Declare(local);
            into.Add(dot < 0
                ? new ImportStatement(clause.Span, name, [new ImportedName(null, local)])
                : new ImportStatement(clause.Span, name[..dot], [new ImportedName(name[(dot + 1)..], local)]));
        }
    }

    private IfStatement If(Node node)
    {
        var clauses = new List<Node>();
        foreach (var child in node.Named)
        {
            if (child.Kind is "else_if_clause" or "else_clause")
            {
                clauses.Add(child);
            }
        }

        var condition = Expression(node["condition"]);
        var then = Single(node["body"]);
        Statement? otherwise = null;
        for (var i = clauses.Count - 1; i >= 0; i--)
        {
            var clause = clauses[i];
            otherwise = clause.Kind == "else_clause" ? Single(clause["body"])
                : new IfStatement(clause.Span, Expression(clause["condition"]), Single(clause["body"]), otherwise);
        }

        return new IfStatement(node.Span, condition, then, otherwise);
    }

    private void ForEach(Node node, List<Statement> into)
    {
        Node iterable = default, target = default;
        foreach (var child in node.Named)
        {
            if (child.Field != "body")
            {
                (iterable, target) = iterable.Exists ? (iterable, child) : (child, target);
            }
        }

        var source = Expression(iterable);
        if (target.Kind == "pair")
        {
            Expression(target.FirstNamed());
            target = Last(target);
        }

        into.Add(new ForEachStatement(node.Span, Expression(target), source, Single(node["body"])));
    }

    private void For(Node node, List<Statement> into)
    {
        if (node["initialize"] is { Exists: true } initialize)
        {
            into.Add(new ExpressionStatement(Expression(initialize)));
        }

        into.Add(new LoopStatement(node.Span, Optional(node["condition"]), Single(node["body"])) { Step = Optional(node["update"]) });
    }

    private SwitchStatement Switch(Node node)
    {
        var subject = Expression(node["condition"]);
        var cases = new List<SwitchCase>();
        var pending = new List<Expression>();
        foreach (var one in node["body"].Named)
        {
            var value = one["value"];
            var body = new List<Statement>();
            foreach (var child in one.Named)
            {
                if (child.Field != "value")
                {
                    Statement(child, body);
                }
            }

            if (value.Exists)
            {
                pending.Add(Expression(value));
            }

            if (body.Count > 0 || !value.Exists)
            {
                cases.Add(new SwitchCase(value.Exists ? [.. pending] : [], null, body));
                pending.Clear();
            }
        }

        return new SwitchStatement(node.Span, subject, cases, fallsThrough: true);
    }

    private TryStatement Try(Node node)
    {
        var handlers = new List<Handler>();
        Statement? final = null;
        foreach (var child in node.Named)
        {
            if (child.Kind == "catch_clause")
            {
                var types = new List<Expression>();
                foreach (var type in child["type"].Named)
                {
                    types.Add(Type(type)!);
                }

                handlers.Add(new Handler(child.Span, types, Optional(child["name"]), Block(child["body"])));
            }
            else if (child.Kind == "finally_clause")
            {
                final = Block(child["body"]);
            }
        }

        return new TryStatement(node.Span, Block(node["body"]), handlers, null, final);
    }

    private void Constants(Node node, List<Statement> into)
    {
        foreach (var child in node.Named)
        {
            if (child.Kind == "const_element")
            {
                var name = child.FirstNamed();
                Declare(name.Text);
                into.Add(new ExpressionStatement(new AssignExpression(child.Span, new NameExpression(name.Span, name.Text), Expression(Last(child)))));
            }
            else if (child.Kind == "static_variable_declaration" && child["value"].Exists)
            {
                into.Add(new ExpressionStatement(new AssignExpression(child.Span, Expression(child["name"]), Expression(child["value"]))));
            }
        }
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
