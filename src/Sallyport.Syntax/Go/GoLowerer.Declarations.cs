using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Go;

/// <summary>Functions, methods and types.</summary>
internal sealed partial class GoLowerer
{
    private readonly Dictionary<string, Class> _types = new(StringComparer.Ordinal);
    private readonly Stack<List<string>> _results = new();

    private void TypeSpec(Node node, List<Statement> into)
    {
        var type = TypeNamed(node["name"], into, node["type"]);
        if (node["type"].Kind != "struct_type")
        {
            return;
        }

        foreach (var field in node["type"].First("field_declaration_list").Named)
        {
            var declared = Type(field["type"]);
            foreach (var name in field.All)
            {
                if (name.Field == "name" && name.IsNamed)
                {
                    type.Fields.Add(new Class.Member(name.Text, field.Span, null, declared));
                }
            }
        }
    }

    // Methods may stand before their type, and in another file than it.
    private Class TypeNamed(Node name, List<Statement> into, Node definition)
    {
        if (_types.TryGetValue(name.Text, out var known))
        {
            return known;
        }

        var bases = new List<Expression>();
        if (definition.Exists && definition.Kind == "struct_type")
        {
            foreach (var field in definition.First("field_declaration_list").Named)
            {
                if (field.Kind == "field_declaration" && !field["name"].Exists && Type(field["type"]) is { } embedded)
                {
                    bases.Add(embedded);
                }
            }
        }

        Declare(name.Text);
        var type = new Class(name.Span, name.Text) { Bases = bases };
        _types[name.Text] = type;
        into.Add(new ClassStatement(type));
        return type;
    }

    private void Method(Node node, List<Statement> into)
    {
        var receiver = node["receiver"].FirstNamed();
        var named = receiver["type"];
        while (named.Exists && named.Kind is "pointer_type" or "generic_type" or "parenthesized_type")
        {
            named = named.FirstNamed();
        }

        if (named.Kind != "type_identifier")
        {
            return;
        }

        var type = TypeNamed(named, into, default);
        Build(type, () => type.Methods.Add(Function(node, node["name"].Text, receiver)));
    }

    private Function Function(Node node, string name, Node receiver)
    {
        var function = new Function(node.Span, name) { Outer = Current, ReturnType = Type(node["result"]), TakesSelf = receiver.Exists };
        return Build(function, () =>
        {
            var parameters = new List<Parameter>();
            if (receiver.Exists)
            {
                var self = receiver["name"];
                Declare(self.Exists ? self.Text : "_");
                parameters.Add(new Parameter(self.Exists ? self.Text : "_", receiver.Span) { Type = Type(receiver["type"]) });
            }

            Parameters(node["parameters"], parameters);
            function.Parameters = parameters;
            _results.Push(Results(node["result"]));
            function.Body = Statements(node["body"]);
            _results.Pop();
        });
    }

    private void Parameters(Node list, List<Parameter> parameters)
    {
        foreach (var child in list.Named)
        {
            var type = Type(child["type"]);
            var kind = child.Kind == "variadic_parameter_declaration" ? ParameterKind.Rest : ParameterKind.One;
            var any = false;
            foreach (var name in child.All)
            {
                if (name.Field == "name" && name.IsNamed)
                {
                    Declare(name.Text);
                    parameters.Add(new Parameter(name.Text, child.Span) { Type = type, Kind = kind });
                    any = true;
                }
            }

            if (!any)
            {
                parameters.Add(new Parameter("_", child.Span) { Type = type, Kind = kind });
            }
        }
    }

    private List<string> Results(Node result)
    {
        var names = new List<string>();
        if (result.Kind == "parameter_list")
        {
            foreach (var child in result.Named)
            {
                foreach (var name in child.All)
                {
                    if (name.Field == "name" && name.IsNamed)
                    {
                        Declare(name.Text);
                        names.Add(name.Text);
                    }
                }
            }
        }

        return names;
    }

    // `return` alone gives the named results.
    private Expression? Result(Node node)
    {
        var values = Items(node.First("expression_list"));
        var entries = values.Count > 0 ? values.ConvertAll(v => new Entry(null, Expression(v)))
            : _results.TryPeek(out var names) ? names.ConvertAll(n => new Entry(null, new NameExpression(node.Span, n)))
            : [];
        return entries switch
        {
            [] => null,
            [var only] => only.Value,
            _ => new CollectionExpression(node.Span, CollectionKind.Tuple, entries),
        };
    }

    /// <summary>A type as written, without what it is made of and without its pointer.</summary>
    private static Expression? Type(Node node) => node.Kind switch
    {
        "" or "function_type" or "interface_type" or "struct_type" or "parameter_list" => null,
        "pointer_type" or "parenthesized_type" => Type(node.FirstNamed()),
        "generic_type" => Type(node["type"]),
        "qualified_type" => new FieldExpression(node.Span, new NameExpression(node["package"].Span, node["package"].Text), node["name"].Text),
        "slice_type" or "array_type" or "implicit_length_array_type" => new NameExpression(node.Span, "[]"),
        "map_type" => new NameExpression(node.Span, "map"),
        "channel_type" => new NameExpression(node.Span, "chan"),
        _ => new NameExpression(node.Span, node.Text),
    };
}
