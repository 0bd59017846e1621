using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Python;

/// <summary>Functions, lambdas and classes.</summary>
internal sealed partial class PythonLowerer
{
    private readonly HashSet<(Function, string)> _outside = [];

    private Function Function(Node node, List<Expression> decorators)
    {
        var name = node["name"].Exists ? node["name"].Text : "";
        if (Class is null)
        {
            Name(name);
        }

        var isStatic = decorators.Exists(d => d is NameExpression { Name: "staticmethod" });
        var function = new Function(node.Span, name)
        {
            Outer = Current,
            Decorators = decorators,
            ReturnType = Optional(node["return_type"]),
            IsAsync = node.Has("async"),
            IsStatic = isStatic,
            TakesSelf = Class is not null && !isStatic,
        };
        return Build(function, () =>
        {
            function.Parameters = Parameters(node["parameters"]);
            function.Body = Statements(node["body"]);
        });
    }

    private FunctionExpression Lambda(Node node)
    {
        var function = new Function(node.Span, "") { Outer = Current };
        Build(function, () =>
        {
            function.Parameters = Parameters(node["parameters"]);
            var body = Expression(node["body"]);
            function.Body = [new ReturnStatement(body.Span, body)];
        });
        return new FunctionExpression(node.Span, function);
    }

    private List<Parameter> Parameters(Node node)
    {
        var parameters = new List<Parameter>();
        var named = false;
        if (!node.Exists)
        {
            return parameters;
        }

        foreach (var child in node.Named)
        {
            if (child.Kind is "keyword_separator")
            {
                named = true;
                continue;
            }

            var inner = child.Kind == "typed_parameter" ? child.FirstNamed() : child;
            var name = child["name"] is { Exists: true } field ? field : inner.Kind is "identifier" ? inner : inner.FirstNamed();
            if (!name.Exists)
            {
                continue;
            }

            var kind = inner.Kind switch
            {
                "list_splat_pattern" => ParameterKind.Rest,
                "dictionary_splat_pattern" => ParameterKind.NamedRest,
                _ => named ? ParameterKind.Named : ParameterKind.One,
            };
            named |= kind == ParameterKind.Rest;
            Current.Locals.Add(name.Text);
            parameters.Add(new Parameter(name.Text, child.Span) { Kind = kind, Default = Optional(child["value"]), Type = Optional(child["type"]) });
        }

        return parameters;
    }

    private Class LowerClass(Node node, List<Expression> decorators)
    {
        var name = node["name"].Exists ? node["name"].Text : "";
        if (Class is null)
        {
            Name(name);
        }

        var bases = new List<Expression>();
        if (node["superclasses"] is { Exists: true } list)
        {
            foreach (var one in list.Named)
            {
                if (one.Kind is not ("keyword_argument" or "dictionary_splat"))
                {
                    bases.Add(Expression(one));
                }
            }
        }

        var type = new Class(node.Span, name) { Bases = bases, Decorators = decorators };
        return Build(type, () =>
        {
            foreach (var statement in Statements(node["body"]))
            {
                Member(type, statement);
            }
        });
    }

    private static void Member(Class type, Statement statement)
    {
        switch (statement)
        {
            case FunctionStatement { Function: var method }:
                type.Methods.Add(method);
                break;
            case ClassStatement { Type: var inner }:
                type.Members.Add(new Class.Member(inner.Name, inner.Span, new ClassExpression(inner.Span, inner)));
                break;
            case ExpressionStatement { Expression: AssignExpression { Target: NameExpression name } assign }:
                type.Members.Add(new Class.Member(name.Name, assign.Span, assign.Value is LiteralExpression { Value: null } && assign.Type is not null ? null : assign.Value, assign.Type));
                break;
            case BlockStatement { Body: var body }:
                foreach (var one in body)
                {
                    Member(type, one);
                }

                break;
            case IfStatement { Then: var then }:
                Member(type, then);
                break;
        }
    }

    // A name that is assigned belongs to the function, unless it was said to lie outside; in a class body it belongs to the class.
    private void Name(string name)
    {
        if (Class is null && !_outside.Contains((Current, name)))
        {
            Declare(name);
        }
    }
}
