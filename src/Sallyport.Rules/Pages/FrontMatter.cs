using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sallyport.Rules.Pages;

/// <summary>The YAML mapping in front of a page; unknown keys are errors.</summary>
internal sealed class FrontMatter
{
    private readonly string _id;
    private readonly YamlMappingNode _map;

    private FrontMatter(string id, YamlMappingNode map, string[] keys)
    {
        (_id, _map) = (id, map);
        foreach (var key in map.Children.Keys.Select(k => ((YamlScalarNode)k).Value ?? ""))
        {
            if (Array.IndexOf(keys, key) < 0)
            {
                throw new RulePageException($"{id}: unknown key `{key}`; known are {string.Join(", ", keys)}");
            }
        }
    }

    /// <summary>Parts a page into its front matter and the lines below it.</summary>
    public static (FrontMatter Front, string[] Body) Split(string id, string text, string[] keys)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var close = lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        return close < 0
            ? throw new RulePageException($"{id}: a page begins with front matter between two lines of `---`")
            : (Read(id, string.Join('\n', lines[1..close]), keys), lines[(close + 1)..]);
    }

    private static FrontMatter Read(string id, string yaml, string[] keys)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode map }]
                ? new FrontMatter(id, map, keys)
                : throw new RulePageException($"{id}: the front matter is a mapping of keys to values");
        }
        catch (YamlException e)
        {
            throw new RulePageException($"{id}: front matter, line {e.Start.Line + 1}: {e.Message}", e);
        }
    }

    public bool Has(string key) => _map.Children.ContainsKey(key);

    public string? Optional(string key) => !_map.Children.TryGetValue(key, out var node) ? null
        : node is YamlScalarNode scalar ? scalar.Value
        : throw new RulePageException($"{_id}: `{key}` is a single value");

    public string Required(string key) => Optional(key) is { Length: > 0 } value ? value
        : throw new RulePageException($"{_id}: `{key}` is missing");

    public T Word<T>(string key)
        where T : struct, Enum =>
        Enum.TryParse<T>(Required(key), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
            : throw new RulePageException($"{_id}: `{key}` is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    public IReadOnlyList<string> List(string key) => !_map.Children.TryGetValue(key, out var node) ? []
        : node switch
        {
            YamlSequenceNode sequence => [.. sequence.Children.Select(c => ((YamlScalarNode)c).Value ?? "")],
            YamlScalarNode scalar => [scalar.Value ?? ""],
            _ => throw new RulePageException($"{_id}: `{key}` is a list"),
        };

    public FrontMatter Map(string key, string[] keys) => _map.Children.TryGetValue(key, out var node) && node is YamlMappingNode map
        ? new FrontMatter(_id, map, keys)
        : throw new RulePageException($"{_id}: `{key}` is a mapping");
}
