using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Lowering;

/// <summary>What the lowerings of all languages share: the function being built, names it declares, and a bound on nesting.</summary>
internal abstract class Lowerer
{
    // Deeper than people write; each level costs stack here and in the analysis.
    private const int Deepest = 200;
    private readonly Stack<Class> _classes = new();
    private readonly ReadOnlyMemory<byte> _text;
    private int _depth;
    private int _weight;

    protected Lowerer(SyntaxTree tree, string path, Language language)
    {
        _text = tree.Text;
        Current = new Function(tree.Root.Span, "");
        Module = new Module(path, language, Current) { Lines = new LineTable(tree.Text.Span) };
        Current.Module = Module;
    }

    /// <summary>The module being built.</summary>
    public Module Module { get; }

    /// <summary>The function being built.</summary>
    protected Function Current { get; private set; }

    /// <summary>The class whose body is being lowered; null in a function or at the top.</summary>
    protected Class? Class => _classes.TryPeek(out var type) ? type : null;

    /// <summary>Lowers the whole text.</summary>
    public Module Lower(Node root)
    {
        var body = new List<Statement>();
        Statement(root, body);
        Module.Body.Body = body;
        Module.Body.Weight = _weight;
        Module.Words = Words.Of(_text.Span).ToHashSet();
        return Module;
    }

    /// <summary>Lowers one expression of the language.</summary>
    protected abstract Expression LowerExpression(Node node);

    /// <summary>Lowers one statement of the language into <paramref name="into"/>.</summary>
    protected abstract void LowerStatement(Node node, List<Statement> into);

    /// <summary>Lowers an expression; a missing one is null, one that nests too deep stands for anything.</summary>
    protected Expression Expression(Node node)
    {
        if (!node.Exists)
        {
            return Null(default);
        }

        _weight++;
        if (_depth >= Deepest)
        {
            Module.Lost++;
            return new UnknownExpression(node.Span, []);
        }

        _depth++;
        var expression = LowerExpression(node);
        _depth--;
        if (Current.Outer is not null)
        {
            var name = (expression as NameExpression)?.Name ?? (expression as FieldExpression)?.Name;
            if (name is not null && name != Current.Name)
            {
                Module.Mentioned.Add(name);
            }
        }

        return expression;
    }

    /// <summary>Lowers an expression that need not be there.</summary>
    protected Expression? Optional(Node node) => node.Exists ? Expression(node) : null;

    /// <summary>Lowers a statement.</summary>
    protected void Statement(Node node, List<Statement> into)
    {
        _weight++;
        if (_depth >= Deepest)
        {
            Module.Lost++;
            return;
        }

        _depth++;
        LowerStatement(node, into);
        _depth--;
    }

    /// <summary>Lowers the children of a node as statements.</summary>
    protected List<Statement> Statements(Node node)
    {
        var body = new List<Statement>();
        if (node.Exists)
        {
            foreach (var child in node.Named)
            {
                Statement(child, body);
            }
        }

        return body;
    }

    /// <summary>Lowers a node as a block: its children, or itself where it is one statement.</summary>
    protected BlockStatement Block(Node node) => new(node.Exists ? node.Span : default, Statements(node));

    /// <summary>Lowers one statement that may be anything.</summary>
    protected Statement Single(Node node)
    {
        var body = new List<Statement>();
        if (node.Exists)
        {
            Statement(node, body);
        }

        return body.Count == 1 ? body[0] : new BlockStatement(node.Exists ? node.Span : default, body);
    }

    /// <summary>What an unknown node is made of.</summary>
    protected UnknownExpression Unknown(Node node)
    {
        var parts = new List<Expression>();
        foreach (var child in node.Named)
        {
            parts.Add(Expression(child));
        }

        return new UnknownExpression(node.Span, parts);
    }

    /// <summary>Builds a function: <paramref name="build"/> lowers parameters and body while it is the current one.</summary>
    protected Function Build(Function function, Action build)
    {
        var (outer, before, classes) = (Current, _weight, _classes.ToArray());
        function.Module = Module;
        function.Owner ??= Class;
        _classes.Clear();
        Current = function;
        build();
        Current = outer;
        foreach (var type in classes.Reverse())
        {
            _classes.Push(type);
        }

        function.Weight = _weight - before;
        if (function.Outer is { Outer: null })
        {
            function.Words = Words.Of(_text.Span[function.Span.Start..function.Span.End]);
            Module.Functions.Add(function);
        }

        return function;
    }

    /// <summary>Builds a class: <paramref name="build"/> lowers its body.</summary>
    protected Class Build(Class type, Action build)
    {
        _classes.Push(type);
        build();
        _classes.Pop();
        return type;
    }

    /// <summary>Lets the current function declare a name.</summary>
    protected void Declare(string name) => Current.Locals.Add(name);

    protected static LiteralExpression Null(TextSpan span) => new(span, null);

    protected static LiteralExpression Text(TextSpan span, string value) => new(span, value);

    protected static CallExpression Call(TextSpan span, Expression callee, params Expression[] arguments) =>
        new(span, callee, Array.ConvertAll(arguments, a => new Argument(a)));

    /// <summary>A call of a method.</summary>
    protected static CallExpression Call(TextSpan span, Expression target, string method, params Expression[] arguments) =>
        Call(span, new FieldExpression(span, target, method), arguments);

    /// <summary>Puts text parts together: neighbouring constants become one, one constant alone stays a literal.</summary>
    protected static Expression Template(TextSpan span, IEnumerable<Expression> parts)
    {
        var flat = new List<Expression>();
        foreach (var part in parts)
        {
            if (part is LiteralExpression { Value: string text } && flat.Count > 0 && flat[^1] is LiteralExpression { Value: string before })
            {
                flat[^1] = Text(TextSpan.Between(flat[^1].Span.Start, part.Span.End), before + text);
            }
            else
            {
                flat.Add(part);
            }
        }

        return flat switch
        {
            [] => Text(span, ""),
            [LiteralExpression { Value: string only }] => Text(span, only),
            _ => new TemplateExpression(span, flat),
        };
    }
}
