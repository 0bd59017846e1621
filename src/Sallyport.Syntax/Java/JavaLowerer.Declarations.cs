using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Java;

/// <summary>Classes, methods, lambdas and types.</summary>
internal sealed partial class JavaLowerer
{
    private Class LowerClass(Node node)
    {
        var name = node["name"].Exists ? node["name"].Text : "";
        if (Class is null)
        {
            Declare(name);
        }

        var bases = new List<Expression>();
        foreach (var child in node.Named)
        {
            if (child.Kind is "superclass" or "super_interfaces" or "extends_interfaces")
            {
                Bases(child, bases);
            }
        }

        var type = new Class(node.Span, name) { Bases = bases, Decorators = Annotations(node) };
        return Body(type, node["body"], node["parameters"], bases.Count > 0);
    }

    // A class without a name, made where it is used.
    private Class Anonymous(Node node, Expression parent) => Body(new Class(node.Span, "") { Bases = [parent] }, node, default, derives: true);

    private Class Body(Class type, Node body, Node components, bool derives) => Build(
        type,
        derives,
        scope =>
        {
            foreach (var (member, isStatic) in MemberNames(body))
            {
                scope.Add(member, isStatic);
            }

            foreach (var component in components.Named)
            {
                scope.Add(component["name"].Text, isStatic: false);
            }
        },
        () =>
        {
            Components(type, components, body);
            foreach (var member in body.Named)
            {
                Member(type, member);
            }
        });

    private static IEnumerable<(string Name, bool IsStatic)> MemberNames(Node body)
    {
        foreach (var member in body.Named)
        {
            switch (member.Kind)
            {
                case "field_declaration" or "constant_declaration":
                    foreach (var declarator in member.Named)
                    {
                        if (declarator.Kind == "variable_declarator")
                        {
                            yield return (declarator["name"].Text, member.Kind == "constant_declaration" || Is(member, "static"));
                        }
                    }

                    break;
                case "method_declaration":
                    yield return (member["name"].Text, Is(member, "static"));
                    break;
                case "enum_constant" or "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration":
                    yield return (member["name"].Text, true);
                    break;
                case "enum_body_declarations":
                    foreach (var inner in MemberNames(member))
                    {
                        yield return inner;
                    }

                    break;
            }
        }
    }

    private void Member(Class type, Node node)
    {
        switch (node.Kind)
        {
            case "field_declaration" or "constant_declaration":
                Fields(type, node);
                break;
            case "method_declaration" or "constructor_declaration":
                if (Method(node) is { } method)
                {
                    type.Methods.Add(method);
                }

                break;
            case "static_initializer" or "block":
                var run = new Class.Member("", node.Span, Inline(node.Span, () => Statements(node.Kind == "block" ? node : node.First("block"))));
                (node.Kind == "block" ? type.Fields : type.Members).Add(run);
                break;
            case "enum_constant":
                var parent = node.First("class_body") is { Exists: true } body ? new ClassExpression(node.Span, Anonymous(body, new NameExpression(node.Span, type.Name))) : (Expression)new NameExpression(node.Span, type.Name);
                type.Members.Add(new Class.Member(node["name"].Text, node.Span, new CallExpression(node.Span, parent, Arguments(node["arguments"]), isNew: true)));
                break;
            case "enum_body_declarations":
                foreach (var child in node.Named)
                {
                    Member(type, child);
                }

                break;
            case "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration" or "annotation_type_declaration":
                var inner = LowerClass(node);
                type.Members.Add(new Class.Member(inner.Name, inner.Span, new ClassExpression(inner.Span, inner)));
                break;
        }
    }

    private void Fields(Class type, Node node)
    {
        var declared = Type(node["type"]);
        var annotations = Annotations(node);
        var list = node.Kind == "constant_declaration" || Is(node, "static") ? type.Members : type.Fields;
        foreach (var child in node.Named)
        {
            if (child.Kind == "variable_declarator")
            {
                list.Add(new Class.Member(child["name"].Text, child.Span, Optional(child["value"]), declared) { Decorators = annotations });
            }
        }
    }

    // A method without a body says nothing of what it does.
    private Function? Method(Node node)
    {
        var body = node["body"];
        if (!body.Exists)
        {
            return null;
        }

        var constructor = node.Kind != "method_declaration";
        var function = new Function(node.Span, constructor ? Class.Constructor : node["name"].Text)
        {
            Outer = Current,
            Decorators = Annotations(node),
            ReturnType = constructor ? null : Type(node["type"]),
            IsStatic = Is(node, "static"),
        };
        return Build(function, () =>
        {
            function.Parameters = Parameters(node["parameters"]);
            function.Body = Statements(body);
        });
    }

    // A record: fields, a constructor that fills them, and methods that give them.
    private void Components(Class type, Node components, Node body)
    {
        if (!components.Exists)
        {
            return;
        }

        foreach (var component in components.Named)
        {
            var (name, span) = (component["name"].Text, component.Span);
            type.Fields.Add(new Class.Member(name, span, null, Type(component["type"])));
            var getter = new Function(span, name) { Outer = Current };
            type.Methods.Add(Build(getter, () => getter.Body = [new ReturnStatement(span, new FieldExpression(span, new SelfExpression(span), name))]));
        }

        if (body.Has("constructor_declaration"))
        {
            return;
        }

        var constructor = new Function(components.Span, Class.Constructor) { Outer = Current };
        type.Methods.Add(Build(constructor, () =>
        {
            constructor.Parameters = Parameters(components);
            var statements = new List<Statement>();
            if (body.First("compact_constructor_declaration") is { Exists: true } compact)
            {
                statements.AddRange(Statements(compact["body"]));
            }

            foreach (var parameter in constructor.Parameters)
            {
                var field = new FieldExpression(parameter.Span, new SelfExpression(parameter.Span), parameter.Name);
                statements.Add(new ExpressionStatement(new AssignExpression(parameter.Span, field, new NameExpression(parameter.Span, parameter.Name))));
            }

            constructor.Body = statements;
        }));
    }

    private List<Parameter> Parameters(Node list)
    {
        var parameters = new List<Parameter>();
        foreach (var child in list.Named)
        {
            var rest = child.Kind == "spread_parameter";
            var name = child.Kind == "identifier" ? child : rest ? child.First("variable_declarator")["name"] : child["name"];
            if (!name.Exists)
            {
                continue;
            }

            Declare(name.Text);
            parameters.Add(new Parameter(name.Text, child.Span)
            {
                Kind = rest ? ParameterKind.Rest : ParameterKind.One,
                Type = child.Kind == "identifier" ? null : Type(child["type"]),
                Decorators = Annotations(child),
            });
        }

        return parameters;
    }

    private FunctionExpression Lambda(Node node)
    {
        var function = new Function(node.Span, "") { Outer = Current, SharesSelf = true };
        Build(function, () =>
        {
            var parameters = node["parameters"];
            if (parameters.Kind == "identifier")
            {
                Declare(parameters.Text);
                function.Parameters = [new Parameter(parameters.Text, parameters.Span)];
            }
            else
            {
                function.Parameters = Parameters(parameters);
            }

            var body = node["body"];
            function.Body = body.Kind == "block" ? Statements(body) : [new ReturnStatement(body.Span, Expression(body))];
        });
        return new FunctionExpression(node.Span, function);
    }

    private List<Expression> Annotations(Node node)
    {
        var annotations = new List<Expression>();
        if (node.First("modifiers") is { Exists: true } modifiers)
        {
            foreach (var child in modifiers.Named)
            {
                if (child.Kind == "marker_annotation")
                {
                    annotations.Add(TypeName(child["name"]));
                }
                else if (child.Kind == "annotation")
                {
                    annotations.Add(new CallExpression(child.Span, TypeName(child["name"]), Arguments(child["arguments"])));
                }
            }
        }

        return annotations;
    }

    private static bool Is(Node node, string modifier) => node.First("modifiers") is { Exists: true } modifiers && modifiers.Has(modifier);

    private void Bases(Node node, List<Expression> bases)
    {
        foreach (var child in node.Named)
        {
            if (child.Kind is "type_list" or "interface_type_list")
            {
                Bases(child, bases);
            }
            else
            {
                bases.Add(Type(child)!);
            }
        }
    }

    /// <summary>A type as written, without what it is made of: of a list of texts, the list; of <c>var</c> nothing.</summary>
    private Expression? Type(Node node) => node.Exists ? node.Kind switch
    {
        "type_identifier" when node.Text == "var" => null,
        "generic_type" => Type(node.FirstNamed()),
        "annotated_type" => Last(node) is { Exists: true } type ? Type(type) : null,
        "array_type" => new NameExpression(node.Span, "[]"),
        _ => TypeName(node),
    }
    : null;

    private static Expression TypeName(Node node)
    {
        Expression? whole = null;
        foreach (var part in node.Text.Split('.'))
        {
            var name = part.Trim();
            var generic = name.IndexOf('<', StringComparison.Ordinal);
            name = generic < 0 ? name : name[..generic];
            whole = whole is null ? new NameExpression(node.Span, name) : new FieldExpression(node.Span, whole, name);
        }

        return whole!;
    }

    private static Node Last(Node node)
    {
        Node last = default;
        foreach (var child in node.Named)
        {
            last = child;
        }

        return last;
    }
}
