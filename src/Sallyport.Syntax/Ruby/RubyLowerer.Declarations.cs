using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Ruby;

/// <summary>Methods, blocks, classes and modules.</summary>
internal sealed partial class RubyLowerer
{
    /// <summary>The parameter that takes a block.</summary>
    private const string BlockName = "$block";
    private HashSet<string> _methods = [];

    private Function Method(Node node)
    {
        var name = node["name"].Text;
        var function = new Function(node.Span, name == "initialize" ? Class.Constructor : name) { Outer = Current, IsStatic = node.Kind == "singleton_method" };
        return Build(function, () => Body(function, node["parameters"], node["body"]));
    }

    private FunctionExpression Closure(Node node, Node parameters, Node body)
    {
        var function = new Function(node.Span, "") { Outer = Current, SharesSelf = true };
        Build(function, () => Body(function, parameters, body));
        return new FunctionExpression(node.Span, function);
    }

    /// <summary>Statements in the place of an expression: a function that is called at once.</summary>
    private CallExpression Inline(Node node)
    {
        var function = new Function(node.Span, "") { Outer = Current, SharesSelf = true };
        Build(function, () => function.Body = LastValue.Returned([Single(node)]));
        return new CallExpression(node.Span, new FunctionExpression(node.Span, function), []);
    }

    private void Body(Function function, Node list, Node body)
    {
        var statements = new List<Statement>();
        function.Parameters = Parameters(list, statements, function.SharesSelf);
        if (body.Kind is "body_statement" or "block_body" or "block" or "do_block")
        {
            Guarded(body.Kind is "block" or "do_block" ? body["body"] : body, statements);
        }
        else if (body.Exists)
        {
            Statement(body, statements);
        }

        function.Body = function.Name == Class.Constructor ? statements : LastValue.Returned(statements);
    }

    private List<Parameter> Parameters(Node list, List<Statement> body, bool isBlock)
    {
        var parameters = new List<Parameter>();
        var index = 0;
        foreach (var child in list.Named)
        {
            var name = child.Kind == "identifier" ? child : child["name"];
            if (child.Kind is "destructured_parameter")
            {
                var taken = $"${index++}";
                Declare(taken);
                parameters.Add(new Parameter(taken, child.Span));
                body.Add(new ExpressionStatement(new AssignExpression(child.Span, Target(child), new NameExpression(child.Span, taken))));
                continue;
            }

            if (!name.Exists)
            {
                continue;
            }

            Declare(name.Text);
            if (child.Kind == "block_parameter")
            {
                body.Add(new ExpressionStatement(new AssignExpression(child.Span, new NameExpression(child.Span, name.Text), new NameExpression(child.Span, BlockName))));
                continue;
            }

            parameters.Add(new Parameter(name.Text, child.Span)
            {
                Kind = child.Kind switch
                {
                    "splat_parameter" => ParameterKind.Rest,
                    "hash_splat_parameter" => ParameterKind.NamedRest,
                    "keyword_parameter" => ParameterKind.Named,
                    _ => ParameterKind.One,
                },
                Default = Optional(child["value"]),
            });
        }

        if (!isBlock)
        {
            Declare(BlockName);
            parameters.Add(new Parameter(BlockName, list.Exists ? list.Span : default) { Kind = ParameterKind.Named });
        }

        return parameters;
    }

    // A module only holds names together: its classes stand beside it, its own methods are those of a class of its name.
    private void Types(Node node, List<Statement> into)
    {
        var own = new List<Node>();
        foreach (var child in node["body"].Named)
        {
            if (child.Kind is "class" or "module")
            {
                Types(child, into);
            }
            else
            {
                own.Add(child);
            }
        }

        if (node.Kind == "class" || own.Count > 0)
        {
            into.Add(new ClassStatement(LowerClass(node, own)));
        }
    }

    private Class LowerClass(Node node, List<Node> members)
    {
        var named = node["name"].Kind == "scope_resolution" ? node["name"]["name"] : node["name"];
        var outer = _methods;
        _methods = [];
        foreach (var member in members)
        {
            Collect(member);
        }

        Declare(named.Text);
        var bases = new List<Expression>();
        if (node["superclass"] is { Exists: true } parent)
        {
            bases.Add(Expression(parent.FirstNamed()));
        }

        foreach (var member in members)
        {
            if (member.Kind == "call" && member["method"].Text is "include" or "extend" or "prepend")
            {
                bases.AddRange(Arguments(member["arguments"]).Select(a => a.Value));
            }
        }

        var type = new Class(node.Span, named.Text) { Bases = bases };
        Build(type, () => members.ForEach(m => Member(type, m, isStatic: false)));
        _methods = outer;
        return type;
    }

    private void Collect(Node member)
    {
        if (member.Kind is "method" or "singleton_method")
        {
            _methods.Add(member["name"].Text);
        }
        else if (member.Kind == "call" && member["method"].Text is "attr_accessor" or "attr_reader")
        {
            foreach (var name in member["arguments"].Named)
            {
                _methods.Add(name.Text.TrimStart(':'));
            }
        }
        else if (member.Kind is "singleton_class" or "body_statement" || (member.Kind == "call" && member["method"].Text is "private" or "protected" or "public" or "module_function" or "private_class_method"))
        {
            foreach (var child in (member.Kind == "call" ? member["arguments"] : member).Named)
            {
                Collect(child);
            }
        }
    }

    private void Member(Class type, Node node, bool isStatic)
    {
        switch (node.Kind)
        {
            case "method" or "singleton_method":
                var method = Method(node);
                method.IsStatic |= isStatic;
                type.Methods.Add(method);
                break;
            case "singleton_class":
                foreach (var child in node["body"].Named)
                {
                    Member(type, child, isStatic: true);
                }

                break;
            case "assignment" when node["left"].Kind is "constant" or "class_variable":
                type.Members.Add(new Class.Member(node["left"].Text, node.Span, Expression(node["right"])));
                break;
            case "call" when node["method"].Text is "attr_accessor" or "attr_reader":
                foreach (var name in node["arguments"].Named)
                {
                    type.Methods.Add(Reader(name.Span, name.Text.TrimStart(':')));
                }

                break;
            case "call" when node["method"].Text is "include" or "extend" or "prepend":
                break;
            case "call" when node["arguments"].First("method") is { Exists: true }:
                foreach (var child in node["arguments"].Named)
                {
                    Member(type, child, isStatic);
                }

                break;
            case "call":
                type.Members.Add(new Class.Member("", node.Span, Expression(node)));
                break;
        }
    }

    private Function Reader(TextSpan span, string name)
    {
        var function = new Function(span, name) { Outer = Current };
        return Build(function, () => function.Body = [new ReturnStatement(span, new FieldExpression(span, new SelfExpression(span), name))]);
    }
}
