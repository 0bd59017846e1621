using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Ruby;

/// <summary>Lowers Ruby: here statements. Everything is an expression; what stands as a statement is lowered as one.</summary>
internal sealed partial class RubyLowerer(SyntaxTree tree, string path) : Lowerer(tree, path, Language.Ruby)
{
    protected override void LowerStatement(Node node, List<Statement> into)
    {
        switch (node.Kind)
        {
            case "program" or "then" or "do" or "block_body" or "ERROR" or "else" or "parenthesized_statements" or "begin_block" or "end_block":
                into.AddRange(Statements(node));
                break;
            case "body_statement" or "begin":
                Guarded(node, into);
                break;
            case "if" or "unless" or "elsif":
                into.Add(If(node));
                break;
            case "if_modifier" or "unless_modifier":
                var holds = Condition(node, node.Kind == "unless_modifier");
                into.Add(new IfStatement(node.Span, holds, Single(node["body"]), null));
                break;
            case "while" or "until":
                into.Add(new LoopStatement(node.Span, Condition(node, node.Kind == "until"), Single(node["body"])));
                break;
            case "while_modifier" or "until_modifier":
                into.Add(new LoopStatement(node.Span, Condition(node, node.Kind == "until_modifier"), Single(node["body"])) { BodyFirst = node["body"].Kind == "begin" });
                break;
            case "for":
                var iterable = Expression(node["value"].FirstNamed());
                into.Add(new ForEachStatement(node.Span, Target(node["pattern"]), iterable, Single(node["body"])));
                break;
            case "case" or "case_match":
                into.Add(Case(node));
                break;
            case "return" or "next":
                into.Add(new ReturnStatement(node.Span, Result(node)));
                break;
            case "break":
                into.Add(new BreakStatement(node.Span));
                break;
            case "call" when node["method"].Text is "raise" or "fail" && !node["receiver"].Exists:
                into.Add(new ThrowStatement(node.Span, Expression(node["arguments"].FirstNamed())));
                break;
            case "identifier" when node.Text == "raise":
                into.Add(new ThrowStatement(node.Span, null));
                break;
            case "method" or "singleton_method":
                var method = Method(node);
                Declare(method.Name);
                into.Add(new FunctionStatement(method));
                break;
            case "class" or "module":
                Types(node, into);
                break;
            case "rescue_modifier":
                into.Add(new TryStatement(node.Span, Single(node["body"]), [new Handler(node.Span, [], null, Single(node["handler"]))], null, null));
                break;
            case "heredoc_body" or "empty_statement" or "alias" or "undef" or "redo" or "retry" or "comment" or "uninterpreted":
                break;
            default:
                into.Add(new ExpressionStatement(Expression(node)));
                break;
        }
    }

    // Statements, with what rescues them where something does.
    private void Guarded(Node node, List<Statement> into)
    {
        var body = new List<Statement>();
        var handlers = new List<Handler>();
        Statement? otherwise = null, final = null;
        foreach (var child in node.Named)
        {
            switch (child.Kind)
            {
                case "rescue":
                    handlers.Add(Rescue(child));
                    break;
                case "else" when handlers.Count > 0:
                    otherwise = Block(child);
                    break;
                case "ensure":
                    final = Block(child);
                    break;
                default:
                    Statement(child, body);
                    break;
            }
        }

        if (handlers.Count == 0 && final is null)
        {
            into.AddRange(body);
            return;
        }

        into.Add(new TryStatement(node.Span, new BlockStatement(node.Span, body), handlers, otherwise, final));
    }

    private Handler Rescue(Node node)
    {
        var types = new List<Expression>();
        foreach (var type in node["exceptions"].Named)
        {
            types.Add(Expression(type));
        }

        var target = node["variable"] is { Exists: true } variable ? Target(variable.FirstNamed()) : null;
        return new Handler(node.Span, types, target, Block(node["body"]));
    }

    private Expression Condition(Node node, bool negated)
    {
        var condition = Expression(node["condition"]);
        return negated ? new UnaryExpression(condition.Span, UnaryOperator.Not, condition) : condition;
    }

    private IfStatement If(Node node)
    {
        var condition = Condition(node, node.Kind == "unless");
        var then = Block(node["consequence"]);
        var otherwise = node["alternative"];
        return new IfStatement(node.Span, condition, then, !otherwise.Exists ? null : otherwise.Kind == "elsif" ? If(otherwise) : Block(otherwise));
    }

    private SwitchStatement Case(Node node)
    {
        var subject = node["value"] is { Exists: true } value ? Expression(value) : null;
        var cases = new List<SwitchCase>();
        foreach (var child in node.Named)
        {
            if (child.Kind is "when" or "in_clause")
            {
                cases.AddRange(When(child, subject is not null));
            }
            else if (child.Kind == "else")
            {
                cases.Add(new SwitchCase([], null, Statements(child)));
            }
        }

        return new SwitchStatement(node.Span, subject ?? new LiteralExpression(node.Span, true), cases, fallsThrough: false);
    }

    private List<SwitchCase> When(Node node, bool hasSubject)
    {
        var values = new List<Expression>();
        var opaque = node.Kind == "in_clause";
        foreach (var child in node.Named)
        {
            if (child.Field == "pattern" && node.Kind == "when")
            {
                var pattern = child.FirstNamed();
                opaque |= pattern.Kind is "constant" or "scope_resolution" or "range" or "regex" or "splat_argument";
                values.Add(Expression(pattern));
            }
            else if (child.Field == "pattern")
            {
                Bind(child);
            }
        }

        var body = Statements(node["body"]);
        if (opaque)
        {
            return [new SwitchCase([], null, body) { Opaque = true }];
        }

        // Without a subject the first case whose condition holds is taken.
        return hasSubject ? [new SwitchCase(values, null, body)] : values.ConvertAll(condition => new SwitchCase([], condition, body));
    }

    private void Bind(Node pattern)
    {
        if (pattern.Kind == "identifier")
        {
            Target(pattern);
            return;
        }

        foreach (var child in pattern.Named)
        {
            Bind(child);
        }
    }

    private Expression? Result(Node node)
    {
        var list = node.First("argument_list");
        var values = new List<Entry>();
        foreach (var child in list.Named)
        {
            values.Add(new Entry(null, Expression(child)));
        }

        return values switch
        {
            [] => null,
            [var only] => only.Value,
            _ => new CollectionExpression(node.Span, CollectionKind.List, values),
        };
    }
}
