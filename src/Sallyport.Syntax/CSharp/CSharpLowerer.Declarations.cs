using Sallyport.Core.Text;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Lowering;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.CSharp;

/// <summary>Classes, methods, properties, lambdas and types.</summary>
internal sealed partial class CSharpLowerer
{
    private Class LowerClass(Node node)
    {
        var name = node["name"].Exists ? Plain(node["name"]) : "";
        if (Class is null)
        {
            Declare(name);
        }

        var bases = new List<Expression>();
        foreach (var child in node.First("base_list").Named)
        {
            if (child.Kind != "argument_list" && Type(child) is { } parent)
            {
                bases.Add(parent);
            }
        }

        var type = new Class(node.Span, name) { Bases = bases, Decorators = Attributes(node) };
        var primary = node.First("parameter_list");
        return Build(
            type,
            bases.Count > 0,
            scope =>
            {
                Collect(node["body"], scope);
                foreach (var parameter in primary.Named)
                {
                    scope.Add(Plain(parameter["name"]), isStatic: false);
                }
            },
            () =>
            {
                Primary(type, primary);
                foreach (var member in node["body"].Named)
                {
                    Member(type, member);
                }
            });
    }

    private static void Collect(Node body, MemberScope scope)
    {
        foreach (var member in body.Named)
        {
            switch (member.Kind)
            {
                case "field_declaration" or "event_field_declaration":
                    foreach (var declarator in member.First("variable_declaration").Named)
                    {
                        if (declarator.Kind == "variable_declarator")
                        {
                            scope.Add(Plain(declarator["name"]), Is(member, "static") || Is(member, "const"));
                        }
                    }

                    break;
                case "method_declaration" or "property_declaration":
                    scope.Add(Plain(member["name"]), Is(member, "static"));
                    break;
                case "enum_member_declaration" or "class_declaration" or "struct_declaration" or "record_declaration" or "interface_declaration" or "enum_declaration":
                    scope.Add(Plain(member["name"]), isStatic: true);
                    break;
                case "preproc_if" or "preproc_else" or "declaration_list":
                    Collect(member, scope);
                    break;
            }
        }
    }

    private void Member(Class type, Node node)
    {
        switch (node.Kind)
        {
            case "field_declaration" or "event_field_declaration":
                Fields(type, node);
                break;
            case "property_declaration" or "indexer_declaration":
                Property(type, node);
                break;
            case "method_declaration" or "operator_declaration" or "conversion_operator_declaration" when Method(node, node["name"].Exists ? Plain(node["name"]) : "op") is { } method:
                type.Methods.Add(method);
                break;
            case "constructor_declaration" when Method(node, Class.Constructor) is { } constructor:
                type.Methods.Add(constructor);
                break;
            case "enum_member_declaration":
                type.Members.Add(new Class.Member(node["name"].Text, node.Span, Optional(node["value"])));
                break;
            case "class_declaration" or "struct_declaration" or "interface_declaration" or "record_declaration" or "enum_declaration":
                var inner = LowerClass(node);
                type.Members.Add(new Class.Member(inner.Name, inner.Span, new ClassExpression(inner.Span, inner)));
                break;
            case "preproc_if" or "preproc_else" or "declaration_list":
                foreach (var child in node.Named)
                {
                    Member(type, child);
                }

                break;
        }
    }

    private void Fields(Class type, Node node)
    {
        var declaration = node.First("variable_declaration");
        var declared = Type(declaration["type"]);
        var attributes = Attributes(node);
        var list = Is(node, "static") || Is(node, "const") ? type.Members : type.Fields;
        foreach (var child in declaration.Named)
        {
            if (child.Kind == "variable_declarator")
            {
                var value = Initial(child) is { Exists: true } given ? Construct(given, declared) : null;
                list.Add(new Class.Member(Plain(child["name"]), child.Span, value, declared) { Decorators = attributes });
            }
        }
    }

    // One whose accessors compute nothing is a field; the others are methods that run when it is read or written.
    private void Property(Class type, Node node)
    {
        var name = node["name"].Exists ? Plain(node["name"]) : "Item";
        var declared = Type(node["type"]);
        var computed = false;
        if (node["value"] is { Exists: true, Kind: "arrow_expression_clause" } arrow)
        {
            type.Methods.Add(Accessor(node, name, arrow, write: false, declared));
            computed = true;
        }

        foreach (var accessor in node["accessors"].Named)
        {
            if (accessor["body"] is { Exists: true } body)
            {
                var write = accessor.Has("set") || accessor.Has("init");
                type.Methods.Add(Accessor(node, name, body, write, declared));
                computed = true;
            }
        }

        if (!computed)
        {
            var list = Is(node, "static") ? type.Members : type.Fields;
            list.Add(new Class.Member(name, node.Span, node["value"] is { Exists: true } value ? Construct(value, declared) : null, declared) { Decorators = Attributes(node) });
        }
    }

    private Function Accessor(Node node, string name, Node body, bool write, Expression? type)
    {
        var property = new NameExpression(node.Span, write ? name : "property");
        var function = new Function(node.Span, name)
        {
            Outer = Current,
            IsStatic = Is(node, "static"),
            ReturnType = write ? null : type,
            Decorators = [write ? new FieldExpression(node.Span, property, "setter") : property],
        };
        return Build(function, () =>
        {
            if (write)
            {
                Declare("value");
                function.Parameters = [new Parameter("value", node.Span) { Type = type }];
            }

            function.Body = Body(body);
        });
    }

    // What a primary constructor takes can be used everywhere in the class.
    private void Primary(Class type, Node list)
    {
        if (!list.Exists)
        {
            return;
        }

        var constructor = new Function(list.Span, Class.Constructor) { Outer = Current };
        type.Methods.Add(Build(constructor, () =>
        {
            constructor.Parameters = Parameters(list);
            var body = new List<Statement>();
            foreach (var parameter in constructor.Parameters)
            {
                var field = new FieldExpression(parameter.Span, new SelfExpression(parameter.Span), parameter.Name);
                body.Add(new ExpressionStatement(new AssignExpression(parameter.Span, field, new NameExpression(parameter.Span, parameter.Name))));
            }

            constructor.Body = body;
        }));
        foreach (var parameter in constructor.Parameters)
        {
            type.Fields.Add(new Class.Member(parameter.Name, parameter.Span, null, parameter.Type));
        }
    }

    // A method without a body says nothing of what it does.
    private Function? Method(Node node, string name)
    {
        var body = node["body"];
        if (!body.Exists)
        {
            return null;
        }

        var type = node["returns"].Exists ? node["returns"] : node["type"];
        var function = new Function(node.Span, name)
        {
            Outer = Current,
            Decorators = Attributes(node),
            ReturnType = Type(type),
            IsStatic = Is(node, "static"),
            IsAsync = Is(node, "async"),
        };
        return Build(function, () =>
        {
            function.Parameters = Parameters(node["parameters"]);
            var statements = new List<Statement>();
            if (node.First("constructor_initializer") is { Exists: true } chained)
            {
                Expression target = chained.Has("base") ? new SuperExpression(chained.Span) : new SelfExpression(chained.Span);
                var callee = new FieldExpression(chained.Span, target, Class.Constructor);
                statements.Add(new ExpressionStatement(new CallExpression(chained.Span, callee, Arguments(chained.First("argument_list")))));
            }

            statements.AddRange(Body(body));
            function.Body = statements;
        });
    }

    private List<Statement> Body(Node body) => body.Kind == "arrow_expression_clause" ? [Arrow(body.FirstNamed())] : Statements(body);

    private Statement Arrow(Node value) => value.Kind == "throw_expression"
        ? new ThrowStatement(value.Span, Optional(value.FirstNamed()))
        : new ReturnStatement(value.Span, Expression(value));

    private List<Parameter> Parameters(Node list)
    {
        var parameters = new List<Parameter>();
        Expression? type = null;
        foreach (var child in list.Named)
        {
            // The grammar gives the parts of a `params` parameter without a node of its own.
            if (child.Field == "type")
            {
                type = Type(child);
            }
            else if (child.Field == "name")
            {
                Declare(Plain(child));
                parameters.Add(new Parameter(Plain(child), child.Span) { Kind = ParameterKind.Rest, Type = type });
            }
            else if (child.Kind is "parameter" or "implicit_parameter" or "identifier")
            {
                var name = child["name"].Exists ? child["name"] : child;
                Declare(Plain(name));
                parameters.Add(new Parameter(Plain(name), child.Span) { Type = Type(child["type"]), Decorators = Attributes(child), Default = child.Has("=") ? Expression(Last(child)) : null });
            }
        }

        return parameters;
    }

    private FunctionExpression Lambda(Node node)
    {
        var function = new Function(node.Span, "") { Outer = Current, SharesSelf = true, IsAsync = Is(node, "async") };
        Build(function, () =>
        {
            var parameters = node["parameters"];
            if (parameters.Kind == "implicit_parameter")
            {
                Declare(Plain(parameters));
                function.Parameters = [new Parameter(Plain(parameters), parameters.Span)];
            }
            else if (parameters.Exists)
            {
                function.Parameters = Parameters(parameters);
            }

            var body = node["body"].Exists ? node["body"] : node.First("block");
            function.Body = body.Kind == "block" ? Statements(body) : [Arrow(body)];
        });
        return new FunctionExpression(node.Span, function);
    }

    private List<Expression> Attributes(Node node)
    {
        var attributes = new List<Expression>();
        foreach (var list in node.Named)
        {
            if (list.Kind != "attribute_list")
            {
                continue;
            }

            foreach (var attribute in list.Named)
            {
                if (attribute.Kind == "attribute")
                {
                    var name = Type(attribute["name"]) ?? Null(attribute.Span);
                    attributes.Add(attribute.First("attribute_argument_list") is { Exists: true } arguments ? new CallExpression(attribute.Span, name, Arguments(arguments)) : name);
                }
            }
        }

        return attributes;
    }

    private static bool Is(Node node, string modifier)
    {
        foreach (var child in node.Named)
        {
            if (child.Kind == "modifier" && child.Bytes.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(modifier)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A type as written, without what it is made of; of <c>var</c> nothing.</summary>
    private static Expression? Type(Node node) => node.Kind switch
    {
        "" or "implicit_type" => null,
        "nullable_type" or "ref_type" or "scoped_type" => Type(node.FirstNamed()),
        "generic_name" => new NameExpression(node.Span, Plain(node.FirstNamed())),
        "array_type" => new NameExpression(node.Span, "[]"),
        "qualified_name" => new FieldExpression(node.Span, Type(node["qualifier"]) ?? Null(node.Span), Plain(node["name"].Kind == "generic_name" ? node["name"].FirstNamed() : node["name"])),
        "alias_qualified_name" => Type(node["name"]),
        _ => new NameExpression(node.Span, Plain(node)),
    };
}
