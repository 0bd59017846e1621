using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.CSharp;

/// <summary>Lowers C#: here statements.</summary>
internal sealed partial class CSharpLowerer(SyntaxTree tree, string path) : MemberLowerer(tree, path, Language.CSharp)
{
    protected override void LowerStatement(Node node, List<Statement> into)
    {
        switch (node.Kind)
        {
            case "expression_statement":
                into.Add(new ExpressionStatement(Expression(node.FirstNamed())));
                break;
            case "local_declaration_statement" or "using_statement" or "fixed_statement":
                Declarations(node, into);
                break;
            case "variable_declaration":
                Variables(node, into);
                break;
            case "compilation_unit" or "global_statement" or "declaration_list" or "ERROR" or "preproc_if" or "preproc_else" or "preproc_elif" or "preproc_if_in_attribute_list":
                into.AddRange(Statements(node));
                break;
            case "block" or "checked_statement" or "unsafe_statement":
                into.Add(Block(node));
                break;
            case "lock_statement":
                into.AddRange(Statements(node));
                break;
            case "namespace_declaration" or "file_scoped_namespace_declaration":
                Module.Package ??= node["name"].Text;
                into.AddRange(Statements(node["body"].Exists ? node["body"] : default));
                break;
            case "using_directive":
                Using(node, into);
                break;
            case "if_statement":
                into.Add(new IfStatement(node.Span, Expression(node["condition"]), Single(node["consequence"]), node["alternative"].Exists ? Single(node["alternative"]) : null));
                break;
            case "for_statement":
                For(node, into);
                break;
            case "foreach_statement":
                var iterable = Expression(node["right"]);
                into.Add(new ForEachStatement(node.Span, Pattern(node["left"]), iterable, Single(node["body"])));
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
            case "yield_statement":
                Yield(node, into);
                break;
            case "throw_statement":
                into.Add(new ThrowStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "break_statement":
                into.Add(new BreakStatement(node.Span));
                break;
            case "continue_statement":
                into.Add(new ContinueStatement(node.Span));
                break;
            case "labeled_statement":
                into.Add(Single(Last(node)));
                break;
            case "local_function_statement" or "method_declaration" when Method(node, node["name"].Text) is { } function:
                Declare(function.Name);
                into.Add(new FunctionStatement(function));
                break;
            case "class_declaration" or "struct_declaration" or "interface_declaration" or "record_declaration" or "enum_declaration":
                into.Add(new ClassStatement(LowerClass(node)));
                break;
            // A snippet: fields without a class around them.
            case "field_declaration":
                Declarations(node, into);
                break;
            case "attribute_list" or "extern_alias_directive" or "delegate_declaration" or "empty_statement" or "goto_statement" or "method_declaration" or "local_function_statement" or "modifier":
                break;
            default:
                if (!node.Kind.StartsWith("preproc_", StringComparison.Ordinal))
                {
                    into.Add(new ExpressionStatement(Expression(node)));
                }

                break;
        }
    }

    // `using A.B;` brings every name of A.B; `using X = A.B.C;` brings one under another name.
    private void Using(Node node, List<Statement> into)
    {
        Node target = default;
        foreach (var child in node.Named)
        {
            target = child.Field == "name" ? target : child;
        }

        if (!target.Exists)
        {
            return;
        }

        var text = target.Text;
        var dot = text.LastIndexOf('.');
        Module.Imports.Add(text[..(text.IndexOf('.', StringComparison.Ordinal) is > 0 and var first ? first : text.Length)]);
        if (node["name"] is { Exists: true } alias)
        {
            Declare(alias.Text);
            into.Add(dot < 0
                ? new ImportStatement(node.Span, text, [new ImportedName(null, alias.Text)])
                : new ImportStatement(node.Span, text[..dot], [new ImportedName(text[(dot + 1)..], alias.Text)]));
        }
        else
        {
            into.Add(new ImportStatement(node.Span, text, [new ImportedName("*", "*")]));
        }
    }

    // A declaration, alone or before the block that it lives for.
    private void Declarations(Node node, List<Statement> into)
    {
        var body = node["body"];
        foreach (var child in node.Named)
        {
            if (child.Kind == "variable_declaration")
            {
                Variables(child, into);
            }
            else if (child.Kind is "block" || (body.Exists && child.Start == body.Start))
            {
                into.Add(Single(child));
            }
            else if (child.Kind is not ("modifier" or "attribute_list"))
            {
                into.Add(new ExpressionStatement(Expression(child)));
            }
        }
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

            var value = Initial(child) is { Exists: true } given ? Construct(given, type) : Null(child.Span);
            var target = child["name"] is { Exists: true } name ? Pattern(name) : Pattern(child.FirstNamed());
            into.Add(new ExpressionStatement(new AssignExpression(child.Span, target, value) { Type = type }));
        }
    }

    /// <summary>What stands behind the <c>=</c> of a declarator.</summary>
    private static Node Initial(Node declarator)
    {
        var behind = false;
        foreach (var child in declarator.All)
        {
            if (behind && child.IsNamed)
            {
                return child;
            }

            behind |= child.Kind == "=";
        }

        return default;
    }

    // `new(…)`, `{ 1, 2 }` and `default` take their type from what they are assigned to.
    private Expression Construct(Node node, Expression? type) => node.Kind == "implicit_object_creation_expression" && type is not null
        ? Creation(node, type)
        : Expression(node);

    private void For(Node node, List<Statement> into)
    {
        if (node["initializer"] is { Exists: true } initializer)
        {
            Statement(initializer, into);
        }

        var condition = Optional(node["condition"]);
        Expression? step = null;
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

    private void Yield(Node node, List<Statement> into)
    {
        Current.IsGenerator = true;
        into.Add(node.FirstNamed() is { Exists: true } value
            ? new ExpressionStatement(new UnaryExpression(node.Span, UnaryOperator.Yield, Expression(value)))
            : new ReturnStatement(node.Span, null));
    }

    private SwitchStatement Switch(Node node)
    {
        var subject = Expression(node["value"]);
        var cases = new List<SwitchCase>();
        var pending = new List<Expression>();
        foreach (var section in node["body"].Named)
        {
            var one = Section(section, subject);
            pending.AddRange(one.Values);
            if (one.Body.Count == 0 && one.Values.Count > 0 && one.Guard is null)
            {
                continue;
            }

            var any = one.Values.Count == 0 && !one.Opaque;
            cases.Add(one with { Values = any ? [] : [.. pending] });
            pending.Clear();
        }

        return new SwitchStatement(node.Span, subject, cases, fallsThrough: false);
    }

    private SwitchCase Section(Node node, Expression subject)
    {
        var values = new List<Expression>();
        var body = new List<Statement>();
        Expression? guard = null, binding = null;
        var opaque = false;
        foreach (var child in node.Named)
        {
            if (child.Kind == "when_clause")
            {
                guard = Expression(child.FirstNamed());
            }
            else if (IsPattern(child))
            {
                opaque |= !Values(child, values);
                binding = Bound(child) ?? binding;
            }
            else if (!node.Has("=>"))
            {
                Statement(child, body);
            }
        }

        return new SwitchCase(values, guard, body) { Binding = binding, Opaque = opaque };
    }

    private TryStatement Try(Node node)
    {
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

        return new TryStatement(node.Span, Block(node["body"]), handlers, null, final);
    }

    private Handler Catch(Node node)
    {
        var declaration = node.First("catch_declaration");
        var types = declaration.Exists && Type(declaration["type"]) is { } type ? new List<Expression> { type } : [];
        var target = declaration.Exists && declaration["name"] is { Exists: true } name ? Pattern(name) : null;
        return new Handler(node.Span, types, target, Block(node["body"]));
    }
}
