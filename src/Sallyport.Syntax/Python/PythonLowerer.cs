using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Python;

/// <summary>Lowers Python: here statements.</summary>
internal sealed partial class PythonLowerer(SyntaxTree tree, string path) : Lowerer(tree, path, Language.Python)
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
            case "function_definition":
                into.Add(new FunctionStatement(Function(node, [])));
                break;
            case "class_definition":
                into.Add(new ClassStatement(LowerClass(node, [])));
                break;
            case "decorated_definition":
                Decorated(node, into);
                break;
            case "if_statement":
                into.Add(If(node));
                break;
            case "for_statement":
                into.Add(new ForEachStatement(node.Span, Target(node["left"]), Expression(node["right"]), Block(node["body"])) { Keys = true, Otherwise = Else(node) });
                break;
            case "while_statement":
                into.Add(new LoopStatement(node.Span, Expression(node["condition"]), Block(node["body"])) { Otherwise = Else(node) });
                break;
            case "with_statement":
                With(node, into);
                break;
            case "try_statement":
                into.Add(Try(node));
                break;
            case "return_statement":
                into.Add(new ReturnStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "raise_statement":
                into.Add(new ThrowStatement(node.Span, Optional(node.FirstNamed())));
                break;
            case "break_statement":
                into.Add(new BreakStatement(node.Span));
                break;
            case "continue_statement":
                into.Add(new ContinueStatement(node.Span));
                break;
            case "import_statement" or "import_from_statement" or "future_import_statement":
                Import(node, into);
                break;
            case "global_statement" or "nonlocal_statement":
                Outside(node);
                break;
            case "assert_statement":
                into.Add(Assert(node));
                break;
            case "delete_statement":
                into.Add(new ExpressionStatement(new UnaryExpression(node.Span, UnaryOperator.Delete, Expression(node.FirstNamed()))));
                break;
            case "match_statement":
                Match(node, into);
                break;
            case "print_statement" or "exec_statement":
                into.Add(new ExpressionStatement(new CallExpression(node.Span, new NameExpression(node.Span, node.Kind[..^10]), [.. Arguments(node)])));
                break;
            case "pass_statement" or "type_alias_statement" or "comment":
                break;
            case "block" or "ERROR" or "module":
                into.AddRange(Statements(node));
                break;
            default:
                into.Add(new ExpressionStatement(Expression(node)));
                break;
        }
    }

    private IfStatement If(Node node)
    {
        var clauses = new List<Node>();
        foreach (var child in node.Named)
        {
            if (child.Kind is "elif_clause" or "else_clause")
            {
                clauses.Add(child);
            }
        }

        Statement? otherwise = null;
        for (var i = clauses.Count - 1; i >= 0; i--)
        {
            var clause = clauses[i];
            otherwise = clause.Kind == "else_clause" ? Block(clause["body"])
                : new IfStatement(clause.Span, Expression(clause["condition"]), Block(clause["consequence"]), otherwise);
        }

        return new IfStatement(node.Span, Expression(node["condition"]), Block(node["consequence"]), otherwise);
    }

    private BlockStatement? Else(Node node) => node.First("else_clause") is { Exists: true } clause ? Block(clause["body"]) : null;

    private void With(Node node, List<Statement> into)
    {
        foreach (var item in node.First("with_clause").Named)
        {
            var value = item.Kind == "with_item" ? item["value"] : item;
            if (value.Kind == "as_pattern")
            {
                var resource = Expression(value.FirstNamed());
                into.Add(new ExpressionStatement(new AssignExpression(value.Span, Target(value["alias"]), resource)));
            }
            else if (value.Exists)
            {
                into.Add(new ExpressionStatement(Expression(value)));
            }
        }

        into.Add(Block(node["body"]));
    }

    private TryStatement Try(Node node)
    {
        var handlers = new List<Handler>();
        Statement? otherwise = null, final = null;
        foreach (var child in node.Named)
        {
            switch (child.Kind)
            {
                case "except_clause" or "except_group_clause":
                    handlers.Add(Except(child));
                    break;
                case "else_clause":
                    otherwise = Block(child["body"]);
                    break;
                case "finally_clause":
                    final = Block(child.First("block"));
                    break;
            }
        }

        return new TryStatement(node.Span, Block(node["body"]), handlers, otherwise, final);
    }

    private Handler Except(Node node)
    {
        var value = node.FirstNamed();
        if (!value.Exists || value.Kind == "block")
        {
            return new Handler(node.Span, [], null, Block(node.First("block")));
        }

        var type = value.Kind == "as_pattern" ? value.FirstNamed() : value;
        var types = new List<Expression>();
        if (type.Kind == "tuple")
        {
            foreach (var one in type.Named)
            {
                types.Add(Expression(one));
            }
        }
        else
        {
            types.Add(Expression(type));
        }

        var target = value.Kind == "as_pattern" ? Target(value["alias"]) : null;
        return new Handler(node.Span, types, target, Block(node.First("block")));
    }

    private IfStatement Assert(Node node)
    {
        var condition = Expression(node.FirstNamed());
        return new IfStatement(node.Span, condition, new BlockStatement(node.Span, []), new ThrowStatement(node.Span, null));
    }

    private void Import(Node node, List<Statement> into)
    {
        if (node.Kind == "import_statement")
        {
            foreach (var child in node.Named)
            {
                var module = (child.Kind == "aliased_import" ? child["name"] : child).Text;
                var local = child.Kind == "aliased_import" ? child["alias"].Text : First(module);
                Module.Imports.Add(First(module));
                Declare(local);
                into.Add(new ImportStatement(child.Span, child.Kind == "aliased_import" ? module : local, [new ImportedName(null, local)]));
            }

            return;
        }

        var from = node["module_name"];
        var names = new List<ImportedName>();
        foreach (var child in node.Named)
        {
            if (child.Kind == "wildcard_import")
            {
                names.Add(new ImportedName("*", "*"));
            }
            else if (child.Field == "name")
            {
                var name = (child.Kind == "aliased_import" ? child["name"] : child).Text;
                var local = child.Kind == "aliased_import" ? child["alias"].Text : name;
                Declare(local);
                names.Add(new ImportedName(name, local));
            }
        }

        if (from.Exists)
        {
            Module.Imports.Add(First(from.Text));
            into.Add(new ImportStatement(node.Span, from.Text, names));
        }
    }

    private static string First(string module) => module.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? module[..dot] : module;

    private void Outside(Node node)
    {
        foreach (var name in node.Named)
        {
            Current.Locals.Remove(name.Text);
            _outside.Add((Current, name.Text));
            if (node.Kind == "global_statement")
            {
                Module.Body.Locals.Add(name.Text);
            }
        }
    }

    private void Decorated(Node node, List<Statement> into)
    {
        var decorators = new List<Expression>();
        foreach (var child in node.Named)
        {
            if (child.Kind == "decorator")
            {
                decorators.Add(Expression(child.FirstNamed()));
            }
        }

        var definition = node["definition"];
        into.Add(definition.Kind == "class_definition"
            ? new ClassStatement(LowerClass(definition, decorators))
            : new FunctionStatement(Function(definition, decorators)));
    }

    private void Match(Node node, List<Statement> into)
    {
        var subject = Expression(node["subject"]);
        var cases = new List<SwitchCase>();
        foreach (var child in node["body"].Named)
        {
            if (child.Kind == "case_clause")
            {
                cases.Add(Case(child, subject));
            }
        }

        into.Add(new SwitchStatement(node.Span, subject, cases, fallsThrough: false));
    }

    private SwitchCase Case(Node node, Expression subject)
    {
        var values = new List<Expression>();
        var bound = new List<Statement>();
        var (opaque, any) = (false, false);
        foreach (var pattern in node.Named)
        {
            if (pattern.Kind == "case_pattern")
            {
                any |= !Pattern(pattern, subject, values, bound, ref opaque);
            }
        }

        var guard = node["guard"] is { Exists: true } clause ? Expression(clause.FirstNamed()) : null;
        bound.AddRange(Statements(node["consequence"]));
        return new SwitchCase(any ? [] : values, guard, bound) { Opaque = opaque };
    }

    // Whether the pattern names values; one that takes everything does not.
    private bool Pattern(Node pattern, Expression subject, List<Expression> values, List<Statement> bound, ref bool opaque)
    {
        var inner = pattern.FirstNamed();
        switch (inner.Exists ? inner.Kind : "")
        {
            case "":
                return pattern.Text != "_";
            case "union_pattern":
                foreach (var one in inner.Named)
                {
                    values.Add(Expression(one));
                }

                return true;
            case "string" or "concatenated_string" or "integer" or "float" or "true" or "false" or "none":
                values.Add(Expression(inner));
                return true;
            case "dotted_name" when !inner.Text.Contains('.', StringComparison.Ordinal):
                Declare(inner.Text);
                bound.Add(Assign(inner, subject));
                return false;
            case "dotted_name":
                values.Add(Expression(inner));
                return true;
            default:
                opaque = true;
                Bind(inner, subject, bound);
                return true;
        }
    }

    private void Bind(Node pattern, Expression subject, List<Statement> bound)
    {
        foreach (var child in pattern.Named)
        {
            if (child.Kind == "identifier" || (child.Kind == "dotted_name" && pattern.Kind != "class_pattern" && !child.Text.Contains('.', StringComparison.Ordinal)))
            {
                Declare(child.Text);
                bound.Add(Assign(child, new UnknownExpression(child.Span, [subject])));
            }
            else
            {
                Bind(child, subject, bound);
            }
        }
    }

    private static ExpressionStatement Assign(Node name, Expression value) =>
        new(new AssignExpression(name.Span, new NameExpression(name.Span, name.Text), value));
}
