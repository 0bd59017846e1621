using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Secrets;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Pages;

namespace Sallyport.Detectors.Tests.Secrets;

/// <summary>Tokens that stand below each other are as many findings: joining wrapped lines must not swallow one.</summary>
public sealed class NeighbouringTokensTests
{
    [Fact]
    public void Every_one_of_equally_long_lines_is_its_own_finding()
    {
        var page = RulePageParser.Parse("secrets/demo", """
            ---
            title: Demo token
            severity: high
            confidence: low
            cwe: [798]
            threats: [secrets-in-code]
            match:
              token: demo_live_[0-9A-Za-z]{24,99}
            ---
            """);
        var detector = new SecretDetector(RuleSet.Read(RuleSetCompiler.Compile([page])).Rules);
        var random = new Random(11);
        var lines = Enumerable.Range(0, 6).Select(_ => "demo_live_" + string.Concat(Enumerable.Range(0, 24).Select(_ => "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"[random.Next(56)])));
        var sink = new Sink();
        detector.Index(new Artifact("tokens.txt", Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n")), sink);
        sink.Starts.ShouldBe([0, 35, 70, 105, 140, 175]);
    }

    private sealed class Sink : IDetectionSink
    {
        public List<int> Starts { get; } = [];

        public void Report(Detected detected) => Starts.Add(detected.Span.Start);

        public void Derive(Artifact inner)
        {
        }

        public void Note(Fact fact)
        {
        }

        public void Skip(Skipped skipped)
        {
        }
    }
}
