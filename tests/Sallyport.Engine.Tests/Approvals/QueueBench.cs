using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Tests.Approvals;

/// <summary>A queue in a folder of its own, gone when the test ends.</summary>
internal sealed class QueueBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-queue-").FullName;

    public QueueBench() => Queue = Open();

    public MovableTime Time { get; } = new();

    public ApprovalQueue Queue { get; private set; }

    public List<(string Action, string Outcome, IReadOnlyList<KeyValuePair<string, string>> Facts)> Record { get; } = [];

    public string Place(string name) => Path.Combine(_folder, name);

    /// <summary>What a restart leaves: the files.</summary>
    public void Restart() => Queue = Open();

    public ApprovalRequest Ask(string binding, DecisionKind kind = DecisionKind.Ask, int eyes = 1, string scope = "scope") =>
        Queue.Ask(Request(binding, kind, eyes, scope), TimeSpan.FromMinutes(5))!;

    public static ApprovalRequest Request(string binding, DecisionKind kind, int eyes, string scope) => new("", binding, scope, kind)
    {
        Action = "git push --force",
        Folder = "/home/dev/shop",
        Effects = ["rewrites history"],
        Policy = "actions/force-push",
        Agent = "claude-code",
        Person = "ada",
        Session = "s-1",
        Call = "t-1",
        Asked = default,
        Expires = default,
        Eyes = eyes,
    };

    public ApprovalOutcome Approve(ApprovalRequest request, string by = "ada", GrantTerms? terms = null) =>
        Queue.Approve(request.Id, new Approver(by, "terminal"), terms ?? new GrantTerms(TimeSpan.FromMinutes(10)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ApprovalQueue Open() => new(_folder, [.. Enumerable.Repeat((byte)7, 32)], (action, outcome, facts) => Record.Add((action, outcome, facts)), Time);
}
