using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.JavaScript;

/// <summary>Lowers JavaScript and TypeScript with their elements: here statements.</summary>
internal sealed partial class JavaScriptLowerer(SyntaxTree tree, string path) : Lowerer(tree, path, Language.JavaScript)
{
    private readonly BlockScopes _scopes = new();
    private string? _label;

    protected override void LowerStatement(Node node, List<Statement> into)
    {
        var label = _label;
        _label = null;
        switch (node.Kind)
        {
            case "expression_statement":
                var expression = node.FirstNamed();
                if (expression.Exists && expression.Kind is "internal_module" or "module")
                {
                    into.AddRange(Statements(expression["body"]));
                }
                else if (expression.Exists)
                {
                    into.Add(new ExpressionStatement(Expression(expression)));
                }

                break;
            case "lexical_declaration" or "variable_declaration" or "using_declaration":
                Variables(node, into);
                break;
            case "function_declaration" or "generator_function_declaration":
                into.Add(new FunctionStatement(Function(node, [], DeclareHere(node["name"].Text))));
                break;
            case "class_declaration" or "abstract_class_declaration":
                into.Add(new ClassStatement(LowerClass(node, Decorators(node))));
                break;
            case "enum_declaration":
                into.Add(Enumeration(node));
                break;
            case "if_statement":
                into.Add(new IfStatement(node.Span, Expression(node["condition"]), Body(node["consequence"]), node["alternative"] is { Exists: true } other ? Body(other.FirstNamed()) : null));
                break;
            case "for_statement":
                For(node, into, label);
                break;
            case "for_in_statement":
                ForIn(node, into, label);
                break;
            case "while_statement":
                into.Add(new LoopStatement(node.Span, Expression(node["condition"]), Body(node["body"])) { Label = label });
                break;
            case "do_statement":
                into.Add(new LoopStatement(node.Span, Expression(node["condition"]), Body(node["body"])) { BodyFirst = true, Label = label });
                break;
            case "labeled_statement":
                _label = node["label"].Text;
                var labelled = new List<Statement>();
                Statement(node["body"], labelled);
                into.Add(labelled is [LoopStatement or ForEachStatement] ? labelled[0] : new BlockStatement(node.Span, labelled, node["label"].Text));
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
            case "throw_statement":
                into.Add(new ThrowStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "break_statement":
                into.Add(new BreakStatement(node.Span, node["label"] is { Exists: true } to ? to.Text : null));
                break;
            case "continue_statement":
                into.Add(new ContinueStatement(node.Span, node["label"] is { Exists: true } next ? next.Text : null));
                break;
            case "import_statement":
                Import(node, into);
                break;
            case "export_statement":
                Export(node, into);
                break;
            case "statement_block" or "else_clause":
                into.Add(Scoped(node));
                break;
            case "program":
                _scopes.Enter(Current);
                DeclareBlock(node);
                into.AddRange(Statements(node));
                break;
            case "ERROR" or "ambient_declaration" or "module" or "internal_module":
                DeclareBlock(node);
                into.AddRange(Statements(node.Kind is "module" or "internal_module" ? node["body"] : node));
                break;
            case "empty_statement" or "interface_declaration" or "type_alias_declaration" or "function_signature" or "hash_bang_line" or "debugger_statement" or "import_alias":
                break;
            default:
                into.Add(new ExpressionStatement(Expression(node)));
                break;
        }
    }

    private BlockStatement Scoped(Node block)
    {
        _scopes.Enter(Current);
        DeclareBlock(block);
        var body = Statements(block);
        _scopes.Leave();
        return new BlockStatement(block.Span, body);
    }

    private Statement Body(Node node) => !node.Exists ? new BlockStatement(default, []) : node.Kind == "statement_block" ? Scoped(node) : Single(node);

    // What a block declares holds in all of it, also before the place where it is written.
    private void DeclareBlock(Node block)
    {
        foreach (var child in block.Named)
        {
            var inner = child.Kind == "export_statement" ? child["declaration"] : child;
            switch (inner.Exists ? inner.Kind : "")
            {
                case "function_declaration" or "generator_function_declaration" or "class_declaration" or "abstract_class_declaration" or "enum_declaration":
                    if (inner["name"].Exists)
                    {
                        DeclareHere(inner["name"].Text);
                    }

                    break;
                case "lexical_declaration":
                    foreach (var variable in inner.Named)
                    {
                        DeclareNames(variable["name"], whole: false);
                    }

                    break;
            }
        }
    }

    private string DeclareHere(string name) => _scopes.Declare(Current, name);

    private void DeclareNames(Node pattern, bool whole)
    {
        switch (pattern.Exists ? pattern.Kind : "")
        {
            case "":
                break;
            case "identifier" or "shorthand_property_identifier_pattern":
                _scopes.Declare(Current, pattern.Text, whole);
                break;
            case "pair_pattern":
                DeclareNames(pattern["value"], whole);
                break;
            case "assignment_pattern" or "object_assignment_pattern":
                DeclareNames(pattern["left"], whole);
                break;
            case "object_pattern" or "array_pattern" or "rest_pattern":
                foreach (var child in pattern.Named)
                {
                    DeclareNames(child, whole);
                }

                break;
        }
    }

    private void Variables(Node node, List<Statement> into)
    {
        foreach (var variable in node.Named)
        {
            if (variable.Kind != "variable_declarator")
            {
                continue;
            }

            DeclareNames(variable["name"], whole: node.Kind == "variable_declaration");
            var value = variable["value"];
            var assigned = value.Exists ? Expression(value) : Null(variable.Span);
            into.Add(new ExpressionStatement(new AssignExpression(variable.Span, Target(variable["name"]), assigned) { Type = Optional(variable["type"]) }));
        }
    }

    private void For(Node node, List<Statement> into, string? label)
    {
        _scopes.Enter(Current);
        var start = new List<Statement>();
        if (node["initializer"] is { Exists: true } initializer && initializer.Kind != "empty_statement")
        {
            Statement(initializer, start);
        }

        var condition = node["condition"];
        var test = condition.Exists && condition.Kind != "empty_statement" ? Expression(condition.Kind == "expression_statement" ? condition.FirstNamed() : condition) : null;
        into.AddRange(start);
        into.Add(new LoopStatement(node.Span, test, Body(node["body"])) { Step = Optional(node["increment"]), Label = label });
        _scopes.Leave();
    }

    private void ForIn(Node node, List<Statement> into, string? label)
    {
        _scopes.Enter(Current);
        var left = node["left"];
        if (node["kind"].Exists)
        {
            DeclareNames(left, whole: node["kind"].Text == "var");
        }

        var iterable = Expression(node["right"]);
        into.Add(new ForEachStatement(node.Span, Target(left), iterable, Body(node["body"])) { Keys = node["operator"].Text == "in", Label = label });
        _scopes.Leave();
    }

    private SwitchStatement Switch(Node node)
    {
        var subject = Expression(node["value"]);
        _scopes.Enter(Current);
        var cases = new List<SwitchCase>();
        foreach (var way in node["body"].Named)
        {
            var body = new List<Statement>();
            foreach (var child in way.Named)
            {
                if (child.Field == "body")
                {
                    Statement(child, body);
                }
            }

            cases.Add(new SwitchCase(way["value"].Exists ? [Expression(way["value"])] : [], null, body));
        }

        _scopes.Leave();
        return new SwitchStatement(node.Span, subject, cases, fallsThrough: true);
    }

    private TryStatement Try(Node node)
    {
        var handlers = new List<Handler>();
        if (node["handler"] is { Exists: true } handler)
        {
            _scopes.Enter(Current);
            DeclareNames(handler["parameter"], whole: false);
            handlers.Add(new Handler(handler.Span, [], handler["parameter"].Exists ? Target(handler["parameter"]) : null, Body(handler["body"])));
            _scopes.Leave();
        }

        return new TryStatement(node.Span, Body(node["body"]), handlers, null, node["finalizer"] is { Exists: true } final ? Body(final["body"]) : null);
    }

    private void Import(Node node, List<Statement> into)
    {
        var source = node["source"].Exists ? node["source"] : node.First("import_require_clause")["source"];
        if (!source.Exists)
        {
            return;
        }

        var module = Content(source);
        Module.Imports.Add(module);
        var names = new List<ImportedName>();
        foreach (var child in node.Named)
        {
            if (child.Kind == "import_clause")
            {
                Names(child, names);
            }
            else if (child.Kind == "import_require_clause")
            {
                names.Add(new ImportedName(null, DeclareHere(child.FirstNamed().Text)));
            }
        }

        into.Add(new ImportStatement(node.Span, module, names));
    }

    private void Names(Node clause, List<ImportedName> names)
    {
        foreach (var child in clause.Named)
        {
            switch (child.Kind)
            {
                case "identifier":
                    names.Add(new ImportedName("default", DeclareHere(child.Text)));
                    break;
                case "namespace_import":
                    names.Add(new ImportedName(null, DeclareHere(child.FirstNamed().Text)));
                    break;
                case "named_imports":
                    foreach (var one in child.Named)
                    {
                        var local = one["alias"].Exists ? one["alias"] : one["name"];
                        names.Add(new ImportedName(one["name"].Text.Trim('"', '\''), DeclareHere(local.Text)));
                    }

                    break;
            }
        }
    }

    private void Export(Node node, List<Statement> into)
    {
        var declaration = node["declaration"];
        var value = node["value"];
        if (declaration.Exists)
        {
            Statement(declaration, into);
            if (node.Has("default") && declaration["name"].Exists)
            {
                into.Add(Set(node, "default", new NameExpression(declaration["name"].Span, _scopes.Resolve(declaration["name"].Text))));
            }
        }
        else if (value.Exists)
        {
            into.Add(Set(node, "default", Expression(value)));
        }
        else if (node["source"] is { Exists: true } source)
        {
            Again(node, Content(source), into);
        }
        else if (node.First("export_clause") is { Exists: true } clause)
        {
            foreach (var one in clause.Named)
            {
                if (one["alias"].Exists)
                {
                    into.Add(Set(one, one["alias"].Text, new NameExpression(one.Span, _scopes.Resolve(one["name"].Text))));
                }
            }
        }
        else if (node.FirstNamed() is { Exists: true } whole && whole.Kind != "decorator")
        {
            into.Add(new ExpressionStatement(new AssignExpression(node.Span, new FieldExpression(node.Span, new NameExpression(node.Span, "module"), "exports"), Expression(whole))));
        }
    }

    private void Again(Node node, string module, List<Statement> into)
    {
        var names = new List<ImportedName>();
        var clause = node.First("export_clause");
        if (!clause.Exists)
        {
            names.Add(new ImportedName("*", "*"));
        }
        else
        {
            foreach (var one in clause.Named)
            {
                names.Add(new ImportedName(one["name"].Text, DeclareHere((one["alias"].Exists ? one["alias"] : one["name"]).Text)));
            }
        }

        into.Add(new ImportStatement(node.Span, module, names));
    }

    private ExpressionStatement Set(Node node, string name, Expression value)
    {
        Current.Locals.Add(name);
        return new ExpressionStatement(new AssignExpression(node.Span, new NameExpression(node.Span, name), value));
    }

    private ExpressionStatement Enumeration(Node node)
    {
        var entries = new List<Entry>();
        var next = 0.0;
        foreach (var member in node["body"].Named)
        {
            var name = member.Kind == "enum_assignment" ? member["name"] : member;
            var value = member.Kind == "enum_assignment" ? Expression(member["value"]) : new LiteralExpression(member.Span, next++);
            entries.Add(new Entry(Text(name.Span, name.Text), value));
        }

        var own = DeclareHere(node["name"].Text);
        return new ExpressionStatement(new AssignExpression(node.Span, new NameExpression(node["name"].Span, own), new CollectionExpression(node.Span, CollectionKind.Map, entries)));
    }
}
