using Sallyport.Core.Policy;
using Sallyport.Detectors.Secrets;
using Sallyport.Engine;
using Sallyport.Engine.Scanning;
using Sallyport.Sources.Files;

namespace Sallyport.Cli;

/// <summary>The command line.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var rules = BuiltInRules.Load();
        var policy = new Policy();
        var gate = new Gate([new SecretDetector(rules.Rules)]);
        var result = new Scanner(gate, rules, policy, TimeProvider.System).Scan(new FileTree(arguments.Length > 1 ? arguments[1] : "."));
        foreach (var finding in result.Active)
        {
            Console.WriteLine($"{finding.Path}:{finding.Start.Line}:{finding.Start.Column}: {finding.Level} {finding.Rule} {finding.Preview}");
        }

        return result.Fails ? 1 : 0;
    }
}
