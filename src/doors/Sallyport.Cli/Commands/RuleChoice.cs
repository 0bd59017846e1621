using Sallyport.Cli.Arguments;
using Sallyport.Core.Findings;
using Sallyport.Engine;
using Sallyport.Rules.Compiled;

namespace Sallyport.Cli.Commands;

/// <summary>The options <c>--only</c>, <c>--exclude</c>, <c>--fail-on</c> and <c>--preview</c>, which several commands share.</summary>
internal static class RuleChoice
{
    /// <summary>What they ask for; names that no rule has are mistakes.</summary>
    public static Core.Policy.Policy Policy(Given given, RuleSet rules)
    {
        var (only, exclude) = (given.All("only"), given.All("exclude"));
        foreach (var name in only)
        {
            RuleNames.Check(rules, name, "--only");
        }

        foreach (var name in exclude)
        {
            RuleNames.Check(rules, name, "--exclude");
        }

        return new Core.Policy.Policy
        {
            FailOn = Levels.TryParse(given.Value("fail-on"), out var level) ? level : Level.Warning,
            Only = only,
            Exclude = exclude,
            Preview = given.Has("preview"),
            Trusted = !given.Has("untrusted"),
        };
    }
}
