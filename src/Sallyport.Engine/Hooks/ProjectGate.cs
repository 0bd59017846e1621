using System.Security.Cryptography;
using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Ledger;
using Sallyport.Core.Policy;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Drift;
using Sallyport.Engine.Undo;
using Sallyport.Ledger;
using Sallyport.Ledger.Durable;
using Sallyport.Sources.Files;

namespace Sallyport.Engine.Hooks;

/// <summary>The gate of one project as agents meet it: what the tree itself says does not count.</summary>
public sealed class ProjectGate
{
    /// <summary>The file beside the queue that says whose it is.</summary>
    internal const string RootName = "project";

    private const string Door = "agent hook";
    private static readonly DiskFiles Files = new();
    private readonly Gate _gate;
    private readonly Policy _policy;
    private readonly FileLedger _ledger;
    private readonly TimeProvider _time;
    private readonly string _version;

    private ProjectGate(string root, ProjectPlaces places, ApproverKeys keys, DirectoryPolicies policies, Gate gate, string stamp, HookSetting setting)
    {
        (Root, Places, _gate, Stamp, _time, _version) = (root, places, gate, stamp, setting.Time, setting.Version);
        _policy = policies.For("").Policy;
        _ledger = new FileLedger(places.Ledger);
        Terms = policies.Approvals;
        Queue = new ApprovalQueue(places.Approvals, keys.Seal(), Record, setting.Time);
        Habits = new Habits(places.Habits, setting.Time);
        Undo = new UndoPoints(places.Undo, root, setting.Time);
        Halt = new Halt(places.Halt, setting.Time);
    }

    /// <summary>The project's root.</summary>
    public string Root { get; }

    /// <summary>Where its record lies.</summary>
    public ProjectPlaces Places { get; }

    /// <summary>How people approve.</summary>
    public ApprovalTerms Terms { get; }

    /// <summary>What waits for a person.</summary>
    public ApprovalQueue Queue { get; }

    /// <summary>The order to stop.</summary>
    public Halt Halt { get; }

    /// <summary>What is normal here.</summary>
    public Habits Habits { get; }

    /// <summary>The states that can come back.</summary>
    public UndoPoints Undo { get; }

    /// <summary>The version of policy, rules and program: an approval under another one is none.</summary>
    public string Stamp { get; }

    /// <summary>Everything that was decided and approved here, oldest first.</summary>
    public IEnumerable<LedgerEntry> History => _ledger.Read();

    /// <summary>Reads policy and rules for a project.</summary>
    public static ProjectGate Load(string root, HookSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var folders = setting.Folders;
        if (folders.State is not { } state || folders.Configuration is not { } own)
        {
            throw new Core.UserException("there is no home folder to keep the record in", "set HOME");
        }

        var cache = new UserCache(Files, folders.Cache);
        var rules = new UserRules(Files, cache).Add(BuiltInRules.Load(), Path.Combine(own, "rules"));
        var project = new Project(root, root);
        var sources = new ConfigurationSources(Files, cache, rules) { Organisation = folders.OrganisationPolicy, User = folders.Policy };
        var policies = DirectoryPolicies.Load(project, sources, new Policy { Trusted = false }, null);
        var gate = BuiltInDetectors.Gate(rules, policies.Widest, setting.Time);
        return new ProjectGate(root, new ProjectPlaces(state, root), new ApproverKeys(own, setting.Time), policies, gate, StampOf(folders), setting);
    }

    /// <summary>What stands for the policy in force; it changes with every byte of it and with the program.</summary>
    public static string StampOf(UserFolders folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ProjectGate).Module.ModuleVersionId.ToByteArray());
        foreach (var file in new[] { folders.OrganisationPolicy, folders.Policy })
        {
            hash.AppendData(file is not null && Files.Read(file) is { } text ? SHA256.HashData(text) : new byte[32]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <summary>Lets the resident server find this project's queue.</summary>
    internal void MakeKnown()
    {
        var beside = new DurableFolder(Places.Approvals);
        if (!beside.Has(RootName))
        {
            beside.Write(RootName, Encoding.UTF8.GetBytes(Root));
        }
    }

    /// <summary>Decides about an artifact.</summary>
    public Decision Decide(Artifact artifact) => _gate.Decide(artifact, new DecisionContext(_policy));

    /// <summary>Writes an entry into the project's ledger; it is on disk when the call returns.</summary>
    public void Record(string action, string outcome, IReadOnlyList<KeyValuePair<string, string>> facts) =>
        _ledger.Append(new LedgerEntry(_time.GetUtcNow(), Door, action, outcome, _version) { Facts = facts });
}
