using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Php;

/// <summary>Functions, classes, names and types.</summary>
internal sealed partial class PhpLowerer
{
    private readonly HashSet<(Function, string)> _outside = [];
    private readonly HashSet<Function> _capturing = [];

    // A variable belongs to the function that mentions it: others' are seen only where `global`, `use` or an arrow function says so.
    private Expression Variable(Node node)
    {
        var name = node.Text;
        if (name == "$this")
        {
            return new SelfExpression(node.Span);
        }

        if (!IsSuperglobal(name) && !_capturing.Contains(Current) && !_outside.Contains((Current, name)))
        {
            Declare(name);
        }

        return new NameExpression(node.Span, name);
    }

    private static bool IsSuperglobal(string name) => name is "$GLOBALS" or "$_GET" or "$_POST" or "$_REQUEST" or "$_COOKIE" or "$_FILES" or "$_SERVER" or "$_ENV" or "$_SESSION" or "$argv" or "$http_response_header";

    private void Global(Node node)
    {
        foreach (var name in node.Named)
        {
            _outside.Add((Current, name.Text));
            Module.Body.Locals.Add(name.Text);
        }
    }

    private Function Function(Node node, string name)
    {
        var closure = node.Kind is "anonymous_function" or "arrow_function";
        var function = new Function(node.Span, name == "__construct" ? Class.Constructor : name)
        {
            Outer = Current,
            SharesSelf = closure,
            IsStatic = node.Has("static_modifier"),
            ReturnType = Type(node["return_type"]),
            Decorators = Attributes(node),
        };
        return Build(function, () =>
        {
            if (node.Kind == "arrow_function")
            {
                _capturing.Add(function);
            }

            foreach (var used in node.First("anonymous_function_use_clause").Named)
            {
                _outside.Add((function, (used.Kind == "by_ref" ? used.FirstNamed() : used).Text));
            }

            var body = new List<Statement>();
            function.Parameters = Parameters(node["parameters"], body);
            if (node.Kind == "arrow_function")
            {
                body.Add(new ReturnStatement(node["body"].Span, Expression(node["body"])));
            }
            else
            {
                body.AddRange(Statements(node["body"]));
            }

            function.Body = body;
        });
    }

    // A parameter with a visibility is a property, too.
    private List<Parameter> Parameters(Node list, List<Statement> body)
    {
        var parameters = new List<Parameter>();
        foreach (var child in list.Named)
        {
            if (child["name"] is not { Exists: true } name)
            {
                continue;
            }

            Declare(name.Text);
            parameters.Add(new Parameter(name.Text, child.Span)
            {
                Kind = child.Kind == "variadic_parameter" ? ParameterKind.Rest : ParameterKind.One,
                Type = Type(child["type"]),
                Default = Optional(child["default_value"]),
                Decorators = Attributes(child),
            });
            if (child.Kind == "property_promotion_parameter")
            {
                var field = new FieldExpression(child.Span, new SelfExpression(child.Span), name.Text[1..]);
                body.Add(new ExpressionStatement(new AssignExpression(child.Span, field, new NameExpression(child.Span, name.Text))));
            }
        }

        return parameters;
    }

    private Class LowerClass(Node node)
    {
        var name = node["name"].Exists ? node["name"].Text : "";
        if (Class is null && name.Length > 0)
        {
            Declare(name);
        }

        var bases = new List<Expression>();
        foreach (var child in node.Named)
        {
            if (child.Kind is "base_clause" or "class_interface_clause")
            {
                Bases(child, bases);
            }
        }

        // What a trait brings is inherited as well as anything.
        foreach (var child in node["body"].Named)
        {
            if (child.Kind == "use_declaration")
            {
                Bases(child, bases);
            }
        }

        var type = new Class(node.Span, name) { Bases = bases, Decorators = Attributes(node) };
        return Build(type, () =>
        {
            foreach (var member in node["body"].Named)
            {
                Member(type, member);
            }
        });
    }

    private static void Bases(Node node, List<Expression> bases)
    {
        foreach (var child in node.Named)
        {
            if (child.Kind is "name" or "qualified_name")
            {
                bases.Add(Qualified(child));
            }
        }
    }

    private void Member(Class type, Node node)
    {
        switch (node.Kind)
        {
            // A method without a body says nothing of what it does.
            case "method_declaration" when node["body"].Exists:
                type.Methods.Add(Function(node, node["name"].Text));
                foreach (var parameter in node["parameters"].Named)
                {
                    if (parameter.Kind == "property_promotion_parameter")
                    {
                        type.Fields.Add(new Class.Member(parameter["name"].Text[1..], parameter.Span, null, Type(parameter["type"])));
                    }
                }

                break;
            case "property_declaration":
                var list = node.Has("static_modifier") ? type.Members : type.Fields;
                foreach (var child in node.Named)
                {
                    if (child.Kind == "property_element")
                    {
                        list.Add(new Class.Member(child["name"].Text.TrimStart('$'), child.Span, Optional(child["default_value"]), Type(node["type"])));
                    }
                }

                break;
            case "const_declaration":
                foreach (var child in node.Named)
                {
                    if (child.Kind == "const_element")
                    {
                        type.Members.Add(new Class.Member(child.FirstNamed().Text, child.Span, Expression(Last(child))));
                    }
                }

                break;
            case "enum_case":
                type.Members.Add(new Class.Member(node["name"].Text, node.Span, Optional(node["value"])));
                break;
        }
    }

    private List<Expression> Attributes(Node node)
    {
        var attributes = new List<Expression>();
        foreach (var group in node["attributes"].Named)
        {
            foreach (var attribute in group.Named)
            {
                var name = Qualified(attribute.FirstNamed());
                attributes.Add(attribute["parameters"] is { Exists: true } arguments ? new CallExpression(attribute.Span, name, Arguments(arguments)) : name);
            }
        }

        return attributes;
    }

    private static Expression? Type(Node node) => node.Kind switch
    {
        "" => null,
        "optional_type" or "named_type" => Type(node.FirstNamed()),
        "union_type" or "intersection_type" => null,
        "name" or "qualified_name" => Qualified(node),
        _ => new NameExpression(node.Span, node.Text),
    };

    /// <summary>A name with its namespaces, as fields of each other.</summary>
    private static Expression Qualified(Node node)
    {
        Expression? whole = null;
        foreach (var part in node.Text.Trim('\\').Split('\\'))
        {
            whole = whole is null ? new NameExpression(node.Span, part) : new FieldExpression(node.Span, whole, part);
        }

        return whole!;
    }
}
