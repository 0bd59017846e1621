using Sallyport.Core;
using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;

namespace Sallyport.Engine;

/// <summary>The names that people may write for rules: ids, earlier ids and families.</summary>
public static class RuleNames
{
    /// <summary>Throws <see cref="UserException"/> when <paramref name="name"/> is neither a rule nor a family.</summary>
    /// <param name="rules">The rules in force.</param>
    /// <param name="name">What was written.</param>
    /// <param name="place">Where: an option or a line of a file.</param>
    public static void Check(RuleSet rules, string name, string place)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(name);
        if (!Knows(rules, name))
        {
            var nearest = Spelling.Nearest(name, rules.Rules.Select(r => r.Id).Concat(rules.Rules.Select(r => r.Family).Distinct()));
            throw new UserException($"{place}: there is no rule or family `{name}`", nearest is null ? "`sallyport explain` lists them" : $"did you mean `{nearest}`?");
        }
    }

    /// <summary>Whether <paramref name="name"/> is a rule or a family.</summary>
    public static bool Knows(RuleSet rules, string name)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(name);
        foreach (var rule in rules.Rules)
        {
            if (rule.Id == name || rule.Family == name)
            {
                return true;
            }
        }

        return rules.Find(name) is not null;
    }
}
