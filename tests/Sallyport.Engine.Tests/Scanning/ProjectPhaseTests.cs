using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Core.Text;
using Sallyport.Engine.Scanning;

namespace Sallyport.Engine.Tests.Scanning;

/// <summary>What only a whole project shows is reported where it belongs.</summary>
public sealed class ProjectPhaseTests
{
    private const string Comment = "# sallyport: ignore[secrets/stripe-secret-key] -- both sides are ours\n";

    [Fact]
    public void A_use_is_found_where_its_definition_stands_elsewhere()
    {
        var findings = Scan(("b.txt", "call x\n"), ("a.txt", "\ndef x\n"), ("c.txt", "call y\n"));
        findings.ShouldHaveSingleItem().Path.ShouldBe("b.txt");
    }

    [Fact]
    public void A_suppression_of_such_a_finding_is_used()
    {
        var finding = Scan(("b.py", Comment + "call x\n"), ("a.txt", "def x\n")).ShouldHaveSingleItem();
        finding.Suppression.ShouldNotBeNull().Reason.ShouldBe("both sides are ours");
    }

    [Fact]
    public void A_suppression_that_only_the_project_could_use_is_reported_when_it_does_not() =>
        Scan(("b.py", Comment + "call x\n"), ("a.txt", "def y\n")).ShouldHaveSingleItem().Rule.ShouldBe("policy/suppression-unused");

    [Fact]
    public void A_single_artifact_is_a_project_of_its_own()
    {
        var gate = new Engine.Gate([new Calls()], BuiltInRules.Load(), new FixedTime(2026, 11, 20));
        var decision = gate.Decide(new Artifact("a.txt", "def x\ncall x\n"u8.ToArray()), new(new Policy()));
        decision.Findings.ShouldHaveSingleItem().Start.Line.ShouldBe(2);
    }

    private static IReadOnlyList<Finding> Scan(params (string Path, string Text)[] files)
    {
        var (rules, time) = (BuiltInRules.Load(), new FixedTime(2026, 11, 20));
        var gate = new Engine.Gate([new Calls()], rules, time);
        return new Scanner(gate, rules, new Everywhere(), time).Scan(new Source([.. files.Select(f => new Item(f.Path, f.Text))])).Findings;
    }

    private sealed record Word(string Path, string Verb, string Name, TextSpan Span) : Fact(Path);

    // Reports every `call NAME` for which some artifact has a `def NAME`.
    private sealed class Calls : IDetector, IProjectAnalysis
    {
        public string Family => "secrets";

        public void Index(Artifact artifact, IDetectionSink sink)
        {
            var offset = 0;
            foreach (var line in Encoding.UTF8.GetString(artifact.Bytes.Span).Split('\n'))
            {
                if (line.Split(' ') is ["call" or "def", var name])
                {
                    sink.Note(new Word(artifact.Path, line.Split(' ')[0], name, new TextSpan(offset, line.Length)));
                }

                offset += line.Length + 1;
            }
        }

        public void Analyze(IReadOnlyList<Fact> facts, IProjectSink sink)
        {
            var words = facts.Cast<Word>().ToArray();
            foreach (var call in words.Where(w => w.Verb == "call" && words.Any(d => d.Verb == "def" && d.Name == w.Name)))
            {
                sink.Report(call, new Detected(Sample.Rule, "call", Severity.High, Confidence.High, call.Span, []));
            }
        }
    }

    private sealed record Item(string Path, string Text) : IArtifactItem
    {
        public void Open(IArtifactSink sink) => sink.Take(new Artifact(Path, Encoding.UTF8.GetBytes(Text)));
    }

    private sealed record Source(IReadOnlyList<IArtifactItem> All) : IArtifactSource
    {
        public IEnumerable<IArtifactItem> Items(IArtifactSink sink) => All;
    }

    private sealed class Everywhere : IPolicySource
    {
        public PolicyAt For(string path) => new(new Policy(), path);
    }
}
