using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Detectors.Exposure;
using Sallyport.Engine;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Scanning;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Imports;
using Sallyport.Sources.Files;

namespace Sallyport.Cli.Commands;

/// <summary>What a command works in: the project, its rules and what holds where.</summary>
internal sealed class Setting
{
    private Setting(Project project, RuleSet rules, DirectoryPolicies policies, ImportedRules? imported, Terminal terminal)
    {
        (Project, Rules, Policies, Terminal) = (project, rules, policies, terminal);
        Gate = BuiltInDetectors.Gate(rules, policies.Widest, terminal.Time, imported);
    }

    public static DiskFiles Files { get; } = new();

    public Project Project { get; }

    public RuleSet Rules { get; }

    public DirectoryPolicies Policies { get; }

    public Gate Gate { get; }

    public Terminal Terminal { get; }

    /// <summary>Reads rules and configuration for the project around the first of <paramref name="given"/>'s operands.</summary>
    /// <param name="given">The command line.</param>
    /// <param name="terminal">Where the command runs.</param>
    /// <param name="folder">The full path that paths of artifacts are relative to; null for the terminal's folder.</param>
    public static Setting Of(Given given, Terminal terminal, string? folder = null)
    {
        var project = Project.Around(
            given.Operands.Count > 0 && given.Operands[0] != "-" ? Path.GetFullPath(given.Operands[0], terminal.Folder) : terminal.Folder, folder ?? terminal.Folder, Files);
        var (rules, cache) = LoadRules(project, !given.Has("untrusted"), terminal);
        var folders = new UserFolders(terminal);
        var organisation = folders.OrganisationPolicy;
        if (terminal.Environment("SALLYPORT_POLICY") is not null && !Files.Exists(organisation))
        {
            throw new UserException($"SALLYPORT_POLICY names `{organisation}`, which does not exist", "name a policy file that does, or unset the variable");
        }

        var sources = new ConfigurationSources(Files, cache, rules) { Organisation = organisation, User = folders.Policy, Chosen = given.Value("config") };
        var imported = RuleImports.Load(project, sources, trusted: !given.Has("untrusted"), given.All("rules"));
        if (imported is not null)
        {
            rules = rules.With(imported.Describe());
            sources = sources with { Rules = rules };
        }

        Level? failOn = Levels.TryParse(given.Value("fail-on"), out var level) ? level : null;
        var policies = DirectoryPolicies.Load(project, sources, RuleChoice.Policy(given, rules), failOn);
        if (imported is not null)
        {
            Tell(imported, policies.Widest, terminal);
        }

        return new Setting(project, rules, policies, imported, terminal);
    }

    /// <summary>Our rules, the user's, and in a trusted tree those of the project.</summary>
    public static (RuleSet Rules, UserCache Cache) LoadRules(Project project, bool trusted, Terminal terminal)
    {
        var folders = new UserFolders(terminal);
        var cache = new UserCache(Files, folders.Cache);
        var brought = new UserRules(Files, cache);
        var rules = BuiltInRules.Load();
        if (folders.Configuration is { } own)
        {
            rules = brought.Add(rules, Path.Combine(own, "rules"));
        }

        return (trusted ? brought.Add(rules, project.Full(UserRules.InProject)) : rules, cache);
    }

    /// <summary>A source with the names of private files listed beside it, where it is the whole project and an AI tool is in use.</summary>
    public IArtifactSource WithNames(IArtifactSource source) =>
        source is FileTree tree && tree.IsAll(Project.Root) && Gate.Families.Contains(ExposureDetector.FamilyName)
        && ExposureListing.Of(Project, Policies.For(Project.Start).Policy, Files, Terminal.Environment("HOME")) is { } listing
            ? tree.With(listing)
            : source;

    private static void Tell(ImportedRules imported, Core.Policy.Policy policy, Terminal terminal)
    {
        if (imported.Rules.Count > 0 && !imported.Rules.Any(r => policy.Runs(r.Id)))
        {
            terminal.Error.WriteLine($"note: no imported rule runs: what --only and --exclude say leaves out the family `{ImportedRules.Family}`");
            return;
        }

        foreach (var note in imported.Notes)
        {
            terminal.Error.WriteLine($"note: {note}");
        }
    }

    public Scanner Scanner(int threads, Baseline? baseline = null) => new(Gate, Rules, Policies, Terminal.Time) { Threads = threads, Baseline = baseline };
}
