using System.Globalization;
using Sallyport.Core;
using YamlDotNet.RepresentationModel;

namespace Sallyport.Rules.Imports.Kingfisher;

/// <summary>A mapping of a kingfisher file, read by key.</summary>
internal sealed class KingfisherNode(string file, YamlMappingNode map)
{
    public int Line => (int)map.Start.Line;

    public IEnumerable<string> Keys => map.Children.Keys.Select(k => (k as YamlScalarNode)?.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => (int)(Find(key)?.Start.Line ?? Line);

    public string Text(string key) => Find(key) switch
    {
        null => "",
        YamlScalarNode scalar => scalar.Value ?? "",
        var other => throw Wrong(other, key, "a single value"),
    };

    public bool Flag(string key, bool missing) => Text(key).ToLowerInvariant() switch
    {
        "" => missing,
        "true" => true,
        "false" => false,
        _ => throw Wrong(Find(key)!, key, "true or false"),
    };

    public double Number(string key) => Text(key) is not { Length: > 0 } text ? 0
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(Find(key)!, key, "a number");

    public int Count(string key) => Text(key) is not { Length: > 0 } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw Wrong(Find(key)!, key, "a whole number that is not negative");

    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(v => (v as YamlScalarNode)?.Value ?? throw Wrong(v, key, "a list of texts"))],
        var other => throw Wrong(other, key, "a list of texts"),
    };

    public KingfisherNode? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode inner => new(file, inner),
        var other => throw Wrong(other, key, "a mapping"),
    };

    public IReadOnlyList<KingfisherNode> Maps(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(v => v is YamlMappingNode item ? new KingfisherNode(file, item) : throw Wrong(v, key, "a list of mappings"))],
        var other => throw Wrong(other, key, "a list of mappings"),
    };

    public UserException Error(int line, string message, string hint) => new($"{file}:{line}: {message}", hint);

    private UserException Wrong(YamlNode node, string key, string expected) =>
        Error((int)node.Start.Line, $"`{key}` is something else than kingfisher reads", $"it should be {expected}");

    private YamlNode? Find(string key) => map.Children.TryGetValue(key, out var node) && node is not YamlScalarNode { Value: null or "" or "null" or "~" } ? node : null;
}
