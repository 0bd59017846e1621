using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Configuration;

/// <summary>Merges organisation ▸ user ▸ repository and the command line. A lower layer may only tighten what a higher one says.</summary>
/// <param name="organisation">The organisation's file.</param>
/// <param name="user">The user's file.</param>
/// <param name="asked">What the command line asks for.</param>
/// <param name="failOn">The threshold of the command line, where it names one.</param>
internal sealed class PolicyLayers(Configuration? organisation, Configuration? user, Policy asked, Level? failOn)
{
    /// <summary>What holds below a configuration of the repository, or without one.</summary>
    public Policy Merge(Configuration? repository)
    {
        var layers = new List<Configuration>(3);
        Add(layers, organisation);
        Add(layers, user);
        Add(layers, repository);
        var (exclude, require, paths, ignores) = (new List<string>(asked.Exclude), new List<string>(), new List<ExcludedPath>(), new List<IgnoreEntry>());
        var (preview, hidden, assistants) = (asked.Preview, new List<string>(), new List<string>());
        foreach (var layer in layers)
        {
            AddNames(exclude, layer.Exclude);
            AddNames(require, layer.Require);
            hidden.InsertRange(0, layer.Private.Select(p => p.Rule)); // The last word is the highest layer's.
            AddNames(assistants, layer.Assistants);
            paths.AddRange(layer.Paths);
            ignores.AddRange(layer.Ignores);
            preview |= layer.Preview;
        }

        return asked with
        {
            FailOn = Threshold(repository),
            Only = Only(repository),
            Exclude = exclude,
            Require = require,
            Private = hidden,
            Assistants = assistants,
            Paths = paths,
            Ignores = ignores,
            Preview = preview,
        };
    }

    /// <summary>How people approve: the tighter of what organisation and user say.</summary>
    public ApprovalTerms Approvals()
    {
        var (upper, lower) = (organisation?.Approvals, user?.Approvals);
        if (upper is null || lower is null)
        {
            return upper ?? lower ?? new ApprovalTerms();
        }

        return new ApprovalTerms
        {
            Wait = upper.Wait < lower.Wait ? upper.Wait : lower.Wait,
            FourEyes = [.. upper.FourEyes, .. lower.FourEyes],
            QueueOnly = upper.QueueOnly || lower.QueueOnly,
            Webhook = upper.Webhook ?? lower.Webhook,
        };
    }

    /// <summary>Only what the command line narrows, which holds everywhere.</summary>
    public Policy Widest()
    {
        var require = new List<string>();
        AddNames(require, organisation?.Require);
        AddNames(require, user?.Require);
        return asked with { Only = asked.Only.Count > 0 ? Only(null) : [], Require = require };
    }

    // The command line speaks for the user and the tree, not for the organisation.
    private Level Threshold(Configuration? repository)
    {
        var upper = Stricter(organisation?.FailOn, failOn is null ? user?.FailOn : null);
        return Stricter(upper, failOn ?? repository?.FailOn) ?? Level.Warning;
    }

    private static Level? Stricter(Level? one, Level? other) => one is null ? other : other is null || one < other ? one : other;

    // Looking for more is tighter: what a higher layer looks for stays, whatever a lower one adds.
    private List<string> Only(Configuration? repository)
    {
        var only = new List<string>();
        AddNames(only, organisation?.Only);
        if (asked.Only.Count > 0)
        {
            only.AddRange(asked.Only);
            return only;
        }

        AddNames(only, user?.Only);
        AddNames(only, repository?.Only);
        return only;
    }

    private static void Add(List<Configuration> layers, Configuration? layer)
    {
        if (layer is not null)
        {
            layers.Add(layer);
        }
    }

    private static void AddNames(List<string> names, IReadOnlyList<Configuration.Named>? more)
    {
        for (var i = 0; i < (more?.Count ?? 0); i++)
        {
            names.Add(more![i].Rule);
        }
    }
}
