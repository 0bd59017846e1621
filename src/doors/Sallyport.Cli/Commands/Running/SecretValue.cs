using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine;

namespace Sallyport.Cli.Commands.Running;

/// <summary>Asks the gate whether the value of a variable is a secret.</summary>
internal static class SecretValue
{
    private static Gate? _gate;

    public static bool Is(string name, string value)
    {
        _gate ??= BuiltInDetectors.Gate(BuiltInRules.Load(), new Policy { Only = ["secrets"] }, TimeProvider.System, null);
        var artifact = new Artifact("<environment>", Encoding.UTF8.GetBytes($"{name}={value}\n"), ArtifactKind.Prompt, Origin.ThirdParty);
        foreach (var finding in _gate.Decide(artifact, new DecisionContext(new Policy { Only = ["secrets"] })).Findings)
        {
            if (finding.Level != Level.Note)
            {
                return true;
            }
        }

        return false;
    }
}
