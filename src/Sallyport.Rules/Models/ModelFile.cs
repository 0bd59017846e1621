using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sallyport.Rules.Models;

/// <summary>One <c>rules/code/models/&lt;language&gt;/&lt;framework&gt;.yaml</c>.</summary>
/// <param name="Language">The folder it lies in.</param>
/// <param name="Entries">What it says.</param>
public sealed record ModelFile(string Language, IReadOnlyList<ModelEntry> Entries)
{
    private const string Sections = "types, bases, sources, sinks, sanitizers, passes, clean, guards, checks, handlers, callbacks, parameters, uses";

    /// <summary>Reads a file; throws <see cref="Pages.RulePageException"/> with the place.</summary>
    /// <param name="name">Path for messages.</param>
    /// <param name="language">The folder it lies in.</param>
    /// <param name="text">The content.</param>
    public static ModelFile Parse(string name, string language, string text)
    {
        var entries = new List<ModelEntry>();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            {
                throw new FormatException("a model is a mapping of sections");
            }

            foreach (var (key, value) in root.Children)
            {
                Section(((YamlScalarNode)key).Value ?? "", value, entries);
            }
        }
        catch (YamlException e)
        {
            throw new Pages.RulePageException($"{name}: line {e.Start.Line}: {e.Message}", e);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            throw new Pages.RulePageException($"{name}: {e.Message}", e);
        }

        return new ModelFile(language, entries);
    }

    private static void Section(string section, YamlNode value, List<ModelEntry> entries)
    {
        switch (section)
        {
            case "types":
                Kinds(ModelRole.Type, value, entries);
                break;
            case "bases":
                foreach (var (type, parent) in ((YamlMappingNode)value).Children)
                {
                    entries.Add(new ModelEntry(ModelRole.Base, Scalar(type), Scalar(parent), [], [], []));
                }

                break;
            case "sources":
                Kinds(ModelRole.Source, value, entries);
                break;
            case "sinks":
                Kinds(ModelRole.Sink, value, entries);
                break;
            case "sanitizers":
                Kinds(ModelRole.Sanitizer, value, entries);
                break;
            case "guards":
                Kinds(ModelRole.Guard, value, entries);
                break;
            case "checks":
                Kinds(ModelRole.Check, value, entries);
                break;
            case "uses":
                Kinds(ModelRole.Use, value, entries);
                break;
            case "passes":
                All(ModelRole.Pass, value, entries);
                break;
            case "clean":
                All(ModelRole.Clean, value, entries);
                break;
            case "callbacks":
                foreach (var (call, types) in ((YamlMappingNode)value).Children)
                {
                    entries.Add(EntryParser.Parse(ModelRole.Callback, "", Scalar(call), Scalars(types)));
                }

                break;
            case "handlers":
                foreach (var (decorator, says) in ((YamlMappingNode)value).Children)
                {
                    Handler(Scalar(decorator), (YamlMappingNode)says, entries);
                }

                break;
            case "parameters":
                foreach (var (package, names) in ((YamlMappingNode)value).Children)
                {
                    foreach (var (parameter, type) in ((YamlMappingNode)names).Children)
                    {
                        entries.Add(new ModelEntry(ModelRole.Parameter, Scalar(package), Scalar(parameter), [], [], [Scalar(type)]));
                    }
                }

                break;
            default:
                throw new FormatException($"unknown section `{section}`; known are {Sections}");
        }
    }

    private static void Handler(string path, YamlMappingNode says, List<ModelEntry> entries)
    {
        foreach (var (key, value) in says.Children)
        {
            switch (Scalar(key))
            {
                case "parameters":
                    entries.Add(new ModelEntry(ModelRole.Handler, path, "", [], [], Scalars(value)));
                    break;
                case "result":
                    foreach (var kind in Scalars(value))
                    {
                        entries.Add(new ModelEntry(ModelRole.HandlerResult, path, kind, [], [], []));
                    }

                    break;
                default:
                    throw new FormatException($"a handler has `parameters` and `result`, not `{Scalar(key)}`");
            }
        }
    }

    private static void Kinds(ModelRole role, YamlNode value, List<ModelEntry> entries)
    {
        foreach (var (kind, list) in ((YamlMappingNode)value).Children)
        {
            // A type of which nothing is said but its name is known nevertheless.
            if (role == ModelRole.Type)
            {
                entries.Add(new ModelEntry(role, Scalar(kind), Scalar(kind), [], [], []));
            }

            foreach (var text in Scalars(list))
            {
                entries.Add(EntryParser.Parse(role, Scalar(kind), text, []));
            }
        }
    }

    private static void All(ModelRole role, YamlNode value, List<ModelEntry> entries)
    {
        foreach (var text in Scalars(value))
        {
            entries.Add(EntryParser.Parse(role, "", text, []));
        }
    }

    private static string Scalar(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static string[] Scalars(YamlNode node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(Scalar)],
        _ => [Scalar(node)],
    };
}
