using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine;
using Sallyport.Engine.Scanning;
using Sallyport.Rules.Pages;

namespace Sallyport.RuleTests;

/// <summary>Takes examples through the whole gate, as a scan would.</summary>
internal static class ExampleGate
{
    private static readonly Policy Everything = new() { Preview = true, FailOn = Level.Note };
    private static readonly Gate Gate = BuiltInDetectors.Gate(BuiltInRules.Load(), Everything, TimeProvider.System);

    /// <summary>What is found in an example; the others of its <c>group=</c> are scanned with it.</summary>
    public static IReadOnlyList<Finding> Findings(RulePage page, RuleExample example, byte[] bytes)
    {
        var path = ExampleFile.Name(example);
        var items = new List<IArtifactItem> { new Item(path, bytes, Kind(page, example)) };
        if (example.Attributes.TryGetValue("group", out var group))
        {
            items.AddRange(page.Examples
                .Where(e => e.Line != example.Line && e.Attributes.GetValueOrDefault("group") == group)
                .Select(e => new Item(ExampleFile.Name(e), ExampleText.Expand(page, e, e.Line).Bytes, Kind(page, e))));
        }

        var result = new Scanner(Gate, BuiltInRules.Load(), new Everywhere(), TimeProvider.System) { Threads = 1 }.Scan(new Source(items));
        return [.. result.Findings.Where(f => f.Path == path)];
    }

    private static (ArtifactKind Kind, Carrier Carrier) Kind(RulePage page, RuleExample example)
    {
        var word = example.Attributes.GetValueOrDefault("carrier", page.Family == "actions" ? "command" : "file").Replace("-", "", StringComparison.Ordinal);
        var kind = Enum.TryParse<ArtifactKind>(word, ignoreCase: true, out var known) ? known : ArtifactKind.Document;
        return (kind, Enum.TryParse<Carrier>(word, ignoreCase: true, out var carrier) ? carrier : Carrier.Unsaid);
    }

    private sealed record Item(string Path, byte[] Bytes, (ArtifactKind Kind, Carrier Carrier) What) : IArtifactItem
    {
        public void Open(IArtifactSink sink) => sink.Take(new Artifact(Path, Bytes, What.Kind, What.Kind == ArtifactKind.File ? Origin.Operator : Origin.ThirdParty)
        {
            Carrier = What.Carrier,
            Scene = What.Kind is ArtifactKind.Command or ArtifactKind.ToolCall ? new Scene("/project", "/project") { Home = "/home/dev" } : null,
        });
    }

    private sealed record Source(IReadOnlyList<IArtifactItem> All) : IArtifactSource
    {
        public IEnumerable<IArtifactItem> Items(IArtifactSink sink) => All;
    }

    private sealed class Everywhere : IPolicySource
    {
        public PolicyAt For(string path) => new(Everything, path);
    }
}
