using System.Globalization;
using Sallyport.Core;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Core.Text;
using Sallyport.Engine.Approvals;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sallyport.Engine.Configuration;

/// <summary>Reads a configuration file; every mistake names its line and what to write instead.</summary>
internal sealed class ConfigurationReader
{
    private readonly string _file;
    private readonly string _folder;
    private readonly bool _upper;

    private ConfigurationReader(string file, string folder, bool upper) => (_file, _folder, _upper) = (file, folder, upper);

    /// <summary>Reads <paramref name="text"/>; throws <see cref="UserException"/>.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="folder">Its folder in the project, with a closing slash; empty for the root.</param>
    /// <param name="upper">Whether it is a file of organisation or user.</param>
    public static Configuration Read(string text, string file, string folder, bool upper)
    {
        var reader = new ConfigurationReader(file, folder, upper);
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents.Count switch
            {
                0 => new Configuration { File = file },
                1 when yaml.Documents[0].RootNode is YamlMappingNode map => reader.Root(map),
                1 when yaml.Documents[0].RootNode is YamlScalarNode { Value: "" or null } => new Configuration { File = file },
                1 => throw reader.Mistake(yaml.Documents[0].RootNode, "a configuration is a mapping of keys to values", "write `fail-on: warning`, for example"),
                _ => throw reader.Mistake(yaml.Documents[1].RootNode, "there is more than one document", "remove the line `---`"),
            };
        }
        catch (YamlException e)
        {
            throw new UserException($"{file}:{e.Start.Line}: this is no YAML: {e.Message}", "mend the line");
        }
    }

    private Configuration Root(YamlMappingNode map)
    {
        CheckKeys(map, "");
        var paths = Child(map, "paths") is { } node ? Map(node, "paths") : null;
        return new Configuration
        {
            File = _file,
            FailOn = Level(map),
            Preview = Switch(map, "preview"),
            Only = Rules(map, "only"),
            Exclude = Rules(map, "exclude"),
            Require = Rules(map, "require"),
            Private = Rules(map, "private"),
            Assistants = Rules(map, "assistants"),
            Imports = [.. Rules(map, "imports").Select(i => new Configuration.Import(i.Rule, i.Line))],
            Paths = paths is null ? [] : [.. Entries(paths, "paths.exclude").Select(e => new ExcludedPath(Pattern(e, "path")!, Text(e, "reason")!))],
            Approvals = Child(map, "approvals") is { } approvals ? Terms(Map(approvals, "approvals")) : null,
            Ignores = [.. Entries(map, "ignore").Select(Ignore)],
        };
    }

    private ApprovalTerms Terms(YamlMappingNode map)
    {
        var terms = new ApprovalTerms { FourEyes = [.. Rules(map, "four-eyes").Select(r => r.Rule)], QueueOnly = Switch(map, "queue-only"), Webhook = Text(map, "webhook") };
        return Text(map, "wait") is not { } wait ? terms
            : int.TryParse(wait, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 1440 ? terms with { Wait = TimeSpan.FromMinutes(minutes) }
            : throw Mistake(Child(map, "wait")!, $"`{wait}` is no number of minutes from 1 to 1440", "write `wait: 5`");
    }

    private IgnoreEntry Ignore(YamlMappingNode entry) => new(
        Text(entry, "rule")!, Pattern(entry, "path"), Text(entry, "reason")!, Day(entry, "until"), new ConfigurationPlace(_file, (int)entry.Start.Line));

    private void CheckKeys(YamlMappingNode map, string prefix)
    {
        var known = ConfigurationKey.All.Where(k => k.Name.StartsWith(prefix, StringComparison.Ordinal) && !k.Name.AsSpan(prefix.Length).Contains('.')).ToArray();
        foreach (var (node, _) in map.Children)
        {
            var name = (node as YamlScalarNode)?.Value ?? "";
            var key = Array.Find(known, k => k.Name[prefix.Length..] == name);
            if (key is null)
            {
                var names = known.Select(k => k.Name[prefix.Length..]).ToArray();
                throw Mistake(node, $"unknown key `{name}`", Spelling.Nearest(name, names) is { } near ? $"did you mean `{near}`?" : $"known are {string.Join(", ", names)}");
            }

            if (key.UpperOnly && !_upper)
            {
                throw Mistake(node, $"`{name}` stands only in the files of organisation and user", "move it to ~/.config/sallyport/policy.yml");
            }
        }

        foreach (var key in known.Where(k => k.Required))
        {
            if (Child(map, key.Name[prefix.Length..]) is null)
            {
                throw Mistake(map, $"`{key.Name[prefix.Length..]}` is missing", $"add it: {key.Help.ToLowerInvariant()}");
            }
        }
    }

    private IEnumerable<YamlMappingNode> Entries(YamlMappingNode map, string name)
    {
        if (Child(map, name[(name.LastIndexOf('.') + 1)..]) is not { } node)
        {
            yield break;
        }

        foreach (var entry in (node as YamlSequenceNode ?? throw Mistake(node, $"`{name}` is a list", "begin each entry with `- `")).Children)
        {
            yield return Map(entry, name);
        }
    }

    private YamlMappingNode Map(YamlNode node, string name)
    {
        var map = node as YamlMappingNode ?? throw Mistake(node, $"`{name}` holds keys and values", $"write `{ConfigurationKey.All.First(k => k.Name.StartsWith(name + ".", StringComparison.Ordinal)).Name[(name.Length + 1)..]}: …`");
        CheckKeys(map, name + ".");
        return map;
    }

    private Configuration.Named[] Rules(YamlMappingNode map, string key) => Child(map, key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(n => new Configuration.Named(Scalar(n, key), (int)n.Start.Line))],
        var single => [new Configuration.Named(Scalar(single, key), (int)single.Start.Line)],
    };

    private Level? Level(YamlMappingNode map) => Text(map, "fail-on") is not { } word ? null
        : Levels.TryParse(word, out var level) ? level
        : throw Mistake(Child(map, "fail-on")!, $"`{word}` is no level", "use error, warning or note");

    private bool Switch(YamlMappingNode map, string key) => Text(map, key) switch
    {
        null or "false" => false,
        "true" => true,
        var word => throw Mistake(Child(map, key)!, $"`{word}` is neither true nor false", "use true or false"),
    };

    private PathPattern? Pattern(YamlMappingNode map, string key) => Text(map, key) is { } glob ? new PathPattern(glob, _folder) : null;

    private DateOnly? Day(YamlMappingNode map, string key) => Text(map, key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Mistake(Child(map, key)!, $"`{text}` is no day", "write it as 2027-06-01");

    private string? Text(YamlMappingNode map, string key) => Child(map, key) is { } node ? Scalar(node, key) : null;

    private string Scalar(YamlNode node, string key) => node is YamlScalarNode { Value: { Length: > 0 } value } ? value
        : throw Mistake(node, $"`{key}` needs a value", "write it behind the colon");

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? node : null;

    private UserException Mistake(YamlNode node, string what, string hint) => new($"{_file}:{node.Start.Line}: {what}", hint);
}
