using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine.Tests;

/// <summary>Texts with tokens that no service knows, and a gate to take them through.</summary>
internal static class Sample
{
    public const string Rule = "secrets/stripe-secret-key";

    /// <summary>Made anew in every run, so that none stands in this repository.</summary>
    public static string Token { get; } = "sk_live_51" + Random.Shared.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 97);

    public static Engine.Gate Gate(TimeProvider? time = null) => BuiltInDetectors.Gate(BuiltInRules.Load(), new Policy(), time ?? new FixedTime(2026, 11, 20));

    public static List<Finding> Examine(string text, Policy? policy = null, string path = "a.py", TimeProvider? time = null)
    {
        var findings = new List<Finding>();
        Gate(time).Examine(new Artifact(path, Encoding.UTF8.GetBytes(text)), (policy ?? new Policy()).For(path), findings, []);
        return findings;
    }
}
