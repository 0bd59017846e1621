using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Java;

/// <summary>Lowers Java: here statements.</summary>
internal sealed partial class JavaLowerer(SyntaxTree tree, string path) : MemberLowerer(tree, path, Language.Java)
{
    protected override void LowerStatement(Node node, List<Statement> into)
    {
        switch (node.Kind)
        {
            case "expression_statement":
                foreach (var child in node.Named)
                {
                    into.Add(new ExpressionStatement(Expression(child)));
                }

                break;
            case "local_variable_declaration":
                Variables(node, into);
                break;
            case "block" or "constructor_body" or "program" or "ERROR" or "module_body":
                into.Add(Block(node));
                break;
            case "if_statement":
                into.Add(new IfStatement(node.Span, Expression(node["condition"]), Single(node["consequence"]), node["alternative"].Exists ? Single(node["alternative"]) : null));
                break;
            case "for_statement":
                For(node, into);
                break;
            case "enhanced_for_statement":
                Declare(node["name"].Text);
                into.Add(new ForEachStatement(node.Span, new NameExpression(node["name"].Span, node["name"].Text), Expression(node["value"]), Single(node["body"])));
                break;
            case "while_statement":
                into.Add(new LoopStatement(node.Span, Expression(node["condition"]), Single(node["body"])));
                break;
            case "do_statement":
                into.Add(new LoopStatement(node.Span, Expression(node["condition"]), Single(node["body"])) { BodyFirst = true });
                break;
            case "switch_expression":
                into.Add(Switch(node));
                break;
            case "try_statement" or "try_with_resources_statement":
                into.Add(Try(node));
                break;
            case "return_statement":
                into.Add(new ReturnStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "yield_statement":
                into.Add(new ReturnStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "throw_statement":
                into.Add(new ThrowStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "break_statement":
                into.Add(new BreakStatement(node.Span, Label(node)));
                break;
            case "continue_statement":
                into.Add(new ContinueStatement(node.Span, Label(node)));
                break;
            case "labeled_statement":
                Labeled(node, into);
                break;
            case "synchronized_statement":
                into.Add(new ExpressionStatement(Expression(node.FirstNamed())));
                into.Add(Block(node["body"]));
                break;
            case "assert_statement" or "package_declaration" or "import_declaration" or "module_declaration":
                Declaration(node, into);
                break;
            case "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration" or "annotation_type_declaration":
                into.Add(new ClassStatement(LowerClass(node)));
                break;
            // A snippet: methods and fields without a class around them.
            case "method_declaration" or "constructor_declaration" when Method(node) is { } method:
                Declare(method.Name);
                into.Add(new FunctionStatement(method));
                break;
            case "field_declaration":
                Variables(node, into);
                break;
            case "explicit_constructor_invocation":
                into.Add(new ExpressionStatement(ConstructorCall(node)));
                break;
            case "method_declaration" or "line_comment" or "block_comment" or ";":
                break;
            default:
                into.Add(new ExpressionStatement(Expression(node)));
                break;
        }
    }

    private void Declaration(Node node, List<Statement> into)
    {
        if (node.Kind == "package_declaration")
        {
            Module.Package = node.First("scoped_identifier") is { Exists: true } scoped ? scoped.Text : node.First("identifier").Text;
        }
        else if (node.Kind == "import_declaration")
        {
            Import(node, into);
        }
    }

    // `import a.b.C` brings C of a.b; a static import brings a member of a class.
    private void Import(Node node, List<Statement> into)
    {
        var name = node.First("scoped_identifier");
        if (!name.Exists)
        {
            return;
        }

        var text = name.Text;
        Module.Imports.Add(text[..Math.Max(0, text.IndexOf('.', StringComparison.Ordinal))]);
        if (node.Has("asterisk"))
        {
            into.Add(new ImportStatement(node.Span, text, [new ImportedName("*", "*")]));
            return;
        }

        var local = name["name"].Text;
        Declare(local);
        into.Add(new ImportStatement(node.Span, name["scope"].Text, [new ImportedName(local, local)]));
    }

    private void Variables(Node node, List<Statement> into)
    {
        var type = Type(node["type"]);
        foreach (var child in node.Named)
        {
            if (child.Kind != "variable_declarator")
            {
                continue;
            }

            var name = child["name"];
            var value = child["value"] is { Exists: true } given ? Expression(given) : null;
            Declare(name.Text);
            into.Add(new ExpressionStatement(new AssignExpression(child.Span, new NameExpression(name.Span, name.Text), value ?? Null(child.Span)) { Type = type }));
        }
    }

    private void For(Node node, List<Statement> into)
    {
        Expression? step = null;
        foreach (var child in node.Named)
        {
            if (child.Field == "init")
            {
                Statement(child, into);
            }
        }

        var condition = Optional(node["condition"]);
        foreach (var child in node.Named)
        {
            if (child.Field == "update")
            {
                var one = Expression(child);
                step = step is null ? one : new UnknownExpression(node.Span, [step, one]);
            }
        }

        into.Add(new LoopStatement(node.Span, condition, Single(node["body"])) { Step = step });
    }

    private SwitchStatement Switch(Node node)
    {
        var subject = Expression(node["condition"]);
        var cases = new List<SwitchCase>();
        var pending = new List<Expression>();
        var rules = false;
        foreach (var group in node["body"].Named)
        {
            rules |= group.Kind == "switch_rule";
            var (values, guard, binding, opaque, any) = Labels(group);
            var body = new List<Statement>();
            foreach (var child in group.Named)
            {
                if (child.Kind != "switch_label")
                {
                    Statement(child, body);
                }
            }

            // `case 1: case 2: …` is one case with two values.
            pending.AddRange(values);
            if (body.Count == 0 && !any && !rules && guard is null && !opaque)
            {
                continue;
            }

            cases.Add(new SwitchCase(any ? [] : [.. pending], guard, body) { Binding = binding, Opaque = opaque });
            pending.Clear();
        }

        if (pending.Count > 0)
        {
            cases.Add(new SwitchCase(pending, null, []));
        }

        return new SwitchStatement(node.Span, subject, cases, fallsThrough: !rules);
    }

    private (List<Expression> Values, Expression? Guard, Expression? Binding, bool Opaque, bool Any) Labels(Node group)
    {
        var values = new List<Expression>();
        Expression? guard = null, binding = null;
        var (opaque, any) = (false, false);
        foreach (var label in group.Named)
        {
            if (label.Kind != "switch_label")
            {
                continue;
            }

            any |= !label.FirstNamed().Exists || label.Has("default");
            foreach (var child in label.Named)
            {
                switch (child.Kind)
                {
                    case "pattern" or "type_pattern" or "record_pattern":
                        opaque = true;
                        binding = Binding(child) ?? binding;
                        break;
                    case "guard":
                        guard = Expression(child.FirstNamed());
                        break;
                    default:
                        values.Add(Expression(child));
                        break;
                }
            }
        }

        return (values, guard, binding, opaque, any);
    }

    private NameExpression? Binding(Node pattern)
    {
        var inner = pattern.Kind == "pattern" ? pattern.FirstNamed() : pattern;
        if (inner.Kind == "type_pattern" && inner.First("identifier") is { Exists: true } name)
        {
            Declare(name.Text);
            return new NameExpression(name.Span, name.Text);
        }

        return null;
    }

    private TryStatement Try(Node node)
    {
        var body = new List<Statement>();
        if (node["resources"] is { Exists: true } resources)
        {
            foreach (var resource in resources.Named)
            {
                Resource(resource, body);
            }
        }

        body.Add(Block(node["body"]));
        var handlers = new List<Handler>();
        Statement? final = null;
        foreach (var child in node.Named)
        {
            if (child.Kind == "catch_clause")
            {
                handlers.Add(Catch(child));
            }
            else if (child.Kind == "finally_clause")
            {
                final = Block(child.First("block"));
            }
        }

        return new TryStatement(node.Span, new BlockStatement(node.Span, body), handlers, null, final);
    }

    private void Resource(Node node, List<Statement> into)
    {
        if (node["name"] is not { Exists: true } name)
        {
            into.Add(new ExpressionStatement(Expression(node.FirstNamed())));
            return;
        }

        var value = Expression(node["value"]);
        Declare(name.Text);
        into.Add(new ExpressionStatement(new AssignExpression(node.Span, new NameExpression(name.Span, name.Text), value) { Type = Type(node["type"]) }));
    }

    private Handler Catch(Node node)
    {
        var parameter = node.First("catch_formal_parameter");
        var types = new List<Expression>();
        if (parameter.First("catch_type") is { Exists: true } list)
        {
            foreach (var one in list.Named)
            {
                types.Add(Type(one)!);
            }
        }

        Expression? target = null;
        if (parameter["name"] is { Exists: true } name)
        {
            Declare(name.Text);
            target = new NameExpression(name.Span, name.Text);
        }

        return new Handler(node.Span, types, target, Block(node["body"]));
    }

    private static string? Label(Node node) => node.FirstNamed() is { Exists: true } label ? label.Text : null;

    private void Labeled(Node node, List<Statement> into)
    {
        var body = new List<Statement>();
        var label = node.First("identifier");
        foreach (var child in node.Named)
        {
            if (child.Start != label.Start)
            {
                Statement(child, body);
            }
        }

        into.Add(new BlockStatement(node.Span, body, label.Text));
    }
}
