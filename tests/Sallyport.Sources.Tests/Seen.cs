using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;

namespace Sallyport.Sources.Tests;

/// <summary>Remembers all a source hands over.</summary>
internal sealed class Seen : IArtifactSink
{
    public List<Artifact> Artifacts { get; } = [];

    public List<Skipped> Skipped { get; } = [];

    /// <summary>The paths of what was read, in order of names.</summary>
    public IEnumerable<string> Paths => Artifacts.Select(a => a.Path).Order(StringComparer.Ordinal);

    public static Seen In(IArtifactSource source)
    {
        var seen = new Seen();
        foreach (var item in source.Items(seen))
        {
            item.Open(seen);
        }

        return seen;
    }

    public void Take(Artifact artifact) =>
        Artifacts.Add(new Artifact(artifact.Path, artifact.Bytes.ToArray(), artifact.Kind, artifact.Origin)
        {
            Scope = artifact.Scope,
            Outer = artifact.Outer,
            Window = artifact.Window,
            Commit = artifact.Commit,
        });

    public void Skip(Skipped skipped) => Skipped.Add(skipped);

    public string Text(string path) => Encoding.UTF8.GetString(Artifacts.Single(a => a.Path == path).Bytes.Span);

    public string Reason(string path) => Skipped.Single(s => s.Path == path).Reason;
}
