using Sallyport.Core.Findings;

namespace Sallyport.Core.Policy;

/// <summary>What counts and from where on it is too much: the settings in force at a place after all layers are merged.</summary>
public sealed record Policy : IPolicySource
{
    /// <summary>The least level that fails a scan.</summary>
    public Level FailOn { get; init; } = Level.Warning;

    /// <summary>Rules or families looked for; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Rules or families left out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Rules or families that organisation or user insist on: no lower layer leaves them out, and no word of the tree accepts their findings.</summary>
    public IReadOnlyList<string> Require { get; init; } = [];

    /// <summary>Files that no AI tool may read, in the language of ignore files; the last line that fits decides.</summary>
    public IReadOnlyList<string> Private { get; init; } = [];

    /// <summary>AI tools that are in use, beside those that show themselves.</summary>
    public IReadOnlyList<string> Assistants { get; init; } = [];

    /// <summary>Files left out.</summary>
    public IReadOnlyList<ExcludedPath> Paths { get; init; } = [];

    /// <summary>Findings that were accepted.</summary>
    public IReadOnlyList<IgnoreEntry> Ignores { get; init; } = [];

    /// <summary>Whether preview rules run.</summary>
    public bool Preview { get; init; }

    /// <summary>Whether the scanned tree's own suppressions and baseline count.</summary>
    public bool Trusted { get; init; } = true;

    /// <summary>Whether a rule runs.</summary>
    public bool Runs(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Insists(rule) || ((Only.Count == 0 || NamesOne(Only, rule)) && !NamesOne(Exclude, rule));
    }

    /// <summary>Whether findings of a rule count whatever the tree says.</summary>
    public bool Insists(string rule) => NamesOne(Require, rule);

    /// <summary>Why a file is left out; null when it is not.</summary>
    /// <param name="path">Relative to the project's root.</param>
    public string? Excludes(string path)
    {
        for (var i = 0; i < Paths.Count; i++)
        {
            if (Paths[i].Pattern.Matches(path))
            {
                return Paths[i].Reason;
            }
        }

        return null;
    }

    /// <summary>The entry that accepts findings of a rule at a place; null when there is none.</summary>
    public Suppression? Accepts(string rule, string path, DateOnly today)
    {
        for (var i = 0; i < Ignores.Count; i++)
        {
            var entry = Ignores[i];
            if (Names(entry.Rule, rule) && !(entry.Until < today) && (entry.Path?.Matches(path) ?? true) && !Insists(rule))
            {
                return new Suppression(SuppressionKind.Configuration, entry.Reason, entry.Until);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public PolicyAt For(string path) => new(this, path);

    private static bool NamesOne(IReadOnlyList<string> names, string rule)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (Names(names[i], rule))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(string name, string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.StartsWith(name, StringComparison.Ordinal) && (rule.Length == name.Length || rule[name.Length] == '/');
    }
}
