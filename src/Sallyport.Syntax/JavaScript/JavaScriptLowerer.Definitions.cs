using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.JavaScript;

/// <summary>Functions, classes and elements.</summary>
internal sealed partial class JavaScriptLowerer
{
    private Function Function(Node node, List<Expression> decorators, string name)
    {
        var function = new Function(node.Span, name)
        {
            Outer = Current,
            Decorators = decorators,
            IsAsync = node.Has("async"),
            SharesSelf = node.Kind == "arrow_function",
            IsStatic = node.Has("static"),
            IsGenerator = node.Has("*"),
            ReturnType = Optional(node["return_type"]),
        };
        return Build(function, () =>
        {
            _scopes.Enter(function);
            function.Parameters = Parameters(node);
            var body = node["body"];
            if (body.Exists && body.Kind == "statement_block")
            {
                DeclareBlock(body);
                function.Body = [.. Fields(node), .. Statements(body)];
            }
            else if (body.Exists)
            {
                var value = Expression(body);
                function.Body = [new ReturnStatement(value.Span, value)];
            }

            _scopes.Leave();
        });
    }

    // Parameters of a constructor that are declared as fields fill them.
    private List<Statement> Fields(Node node)
    {
        var fields = new List<Statement>();
        if (node["parameters"].Exists)
        {
            foreach (var parameter in node["parameters"].Named)
            {
                if ((parameter.Has("accessibility_modifier") || parameter.Has("readonly")) && parameter["pattern"] is { Exists: true, Kind: "identifier" } name)
                {
                    fields.Add(new ExpressionStatement(new AssignExpression(parameter.Span, new FieldExpression(parameter.Span, new SelfExpression(parameter.Span), name.Text), new NameExpression(name.Span, name.Text))));
                }
            }
        }

        return fields;
    }

    private List<Parameter> Parameters(Node node)
    {
        var parameters = new List<Parameter>();
        if (node["parameter"] is { Exists: true } single)
        {
            _scopes.Declare(Current, single.Text);
            parameters.Add(new Parameter(single.Text, single.Span));
        }

        if (node["parameters"].Exists)
        {
            foreach (var child in node["parameters"].Named)
            {
                if (child.Kind != "decorator" && Parameter(child, parameters.Count) is { } parameter)
                {
                    parameters.Add(parameter);
                }
            }
        }

        return parameters;
    }

    private Parameter? Parameter(Node node, int position)
    {
        var pattern = node.Kind is "required_parameter" or "optional_parameter" ? node["pattern"] : node;
        var standard = node["value"];
        if (pattern.Kind == "assignment_pattern")
        {
            (standard, pattern) = (pattern["right"], pattern["left"]);
        }

        var kind = pattern.Kind == "rest_pattern" ? ParameterKind.Rest : ParameterKind.One;
        pattern = kind == ParameterKind.Rest ? pattern.FirstNamed() : pattern;
        if (!pattern.Exists || pattern.Kind == "this")
        {
            return null;
        }

        DeclareNames(pattern, whole: false);
        var simple = pattern.Kind == "identifier";
        var name = simple ? pattern.Text : $"@{position}";
        Current.Locals.Add(name);
        return new Parameter(name, node.Span)
        {
            Kind = kind,
            Default = Optional(standard),
            Type = node.Kind is "required_parameter" or "optional_parameter" ? Optional(node["type"]) : null,
            Pattern = simple ? null : Target(pattern),
            Decorators = Decorators(node),
        };
    }

    private List<Expression> Decorators(Node node)
    {
        var decorators = new List<Expression>();
        foreach (var child in node.Named)
        {
            if (child.Kind == "decorator")
            {
                decorators.Add(Expression(child.FirstNamed()));
            }
        }

        return decorators;
    }

    private Class LowerClass(Node node, List<Expression> decorators)
    {
        var name = node["name"].Exists ? node["name"].Text : "";
        var own = name.Length > 0 && node.Kind != "class" ? DeclareHere(name) : name;
        var bases = new List<Expression>();
        if (node.First("class_heritage") is { Exists: true } heritage)
        {
            var parent = heritage.First("extends_clause") is { Exists: true } clause ? clause["value"] : heritage.FirstNamed();
            if (parent.Exists && parent.Kind != "implements_clause")
            {
                bases.Add(Expression(parent));
            }
        }

        var type = new Class(node.Span, own) { Bases = bases, Decorators = decorators };
        return Build(type, () =>
        {
            var waiting = new List<Expression>();
            foreach (var member in node["body"].Named)
            {
                if (member.Kind == "decorator")
                {
                    waiting.Add(Expression(member.FirstNamed()));
                    continue;
                }

                Member(type, member, waiting);
                waiting = [];
            }
        });
    }

    private void Member(Class type, Node member, List<Expression> decorators)
    {
        switch (member.Kind)
        {
            case "method_definition":
                var name = Name(member["name"]);
                if (member.Has("get") || member.Has("set"))
                {
                    decorators.Add(new NameExpression(member.Span, member.Has("get") ? "@get" : "@set"));
                }

                type.Methods.Add(Function(member, decorators, name == "constructor" ? Class.Constructor : name));
                break;
            case "field_definition" or "public_field_definition":
                var property = member["property"].Exists ? member["property"] : member["name"];
                var field = new Class.Member(Name(property), member.Span, Optional(member["value"]), Optional(member["type"])) { Decorators = decorators };
                (member.Has("static") ? type.Members : type.Fields).Add(field);
                break;
            case "class_static_block":
                type.Members.Add(new Class.Member("@static", member.Span, new ComprehensionExpression(member.Span, CollectionKind.List, Scoped(member["body"]))));
                break;
        }
    }

    private static string Name(Node node) => node.Kind is "string" ? node.Text.Trim('"', '\'') : node.Text;

    // What is put into an element is escaped; what is said to be HTML is not.
    private CallExpression Element(Node node)
    {
        var parts = new List<Argument>();
        Parts(node, parts);
        return new CallExpression(node.Span, new NameExpression(node.Span, "@jsx"), parts);
    }

    private void Parts(Node node, List<Argument> parts)
    {
        foreach (var child in node.Named)
        {
            switch (child.Kind)
            {
                case "jsx_attribute" when child.FirstNamed().Text == "dangerouslySetInnerHTML" && child.First("jsx_expression") is { Exists: true } html:
                    parts.Add(new Argument(Call(child.Span, new NameExpression(child.Span, "@dangerouslySetInnerHTML"), new FieldExpression(html.FirstNamed().Span, Expression(html.FirstNamed()), "__html"))));
                    break;
                case "jsx_attribute" when child.FirstNamed().Text is "href" or "src" && child.First("jsx_expression") is { Exists: true } address:
                    parts.Add(new Argument(Call(child.Span, new NameExpression(child.Span, "@href"), Expression(address.FirstNamed()))));
                    break;
                case "jsx_expression":
                    if (child.FirstNamed().Exists)
                    {
                        parts.Add(new Argument(Expression(child.FirstNamed())));
                    }

                    break;
                case "jsx_text" or "identifier" or "property_identifier" or "string" or "jsx_closing_element":
                    break;
                default:
                    Parts(child, parts);
                    break;
            }
        }
    }
}
