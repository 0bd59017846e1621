using System.Globalization;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Hooks;

namespace Sallyport.Cli.Commands.Approving;

/// <summary><c>sallyport approve</c>: what agents wait for, and a person's word on it.</summary>
internal static class ApproveCommand
{
    public static readonly Command Row = new("approve", "[ID]", "Show what agents of this project wait for; approve or deny it", Options, Run)
    {
        Notes = """
            Without ID: the list. ID alone shows one and, on a terminal, asks. An approval is for the very same action in the same
            folder and session under the same policy, once, within ten minutes; --for and --like widen that.
            What an agent started cannot approve: use a terminal of your own, the web page (`sallyport serve`, then --web) or a webhook.
            """,
    };

    private static Option[] Options() =>
    [
        new("yes", null, "Approve it") { Short = 'y' },
        new("deny", null, "Deny it"),
        new("override", "REASON", "Approve what the policy denies; the reason is recorded"),
        new("for", "MINUTES", "Let the same action happen again and again for so long"),
        new("like", null, "With --for: every action of the like (same rules, folder and session), too"),
        new("all", null, "List what the policy denied, too"),
        new("web", null, "Print a link to the web page that lets you in once"),
        new("enrol", "NAME", "Make a key for another person, who approves on the web page or by webhook"),
        new("dismiss", "NAME", "Take a person's key back"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        var folders = new UserFolders(terminal);
        var project = new HookGate(new HookSetting(folders, terminal.Time, VersionText.Current)).For(terminal.Folder);
        var changes = given.Has("yes") || given.Has("deny") || given.Has("override") || given.Has("web") || given.Has("enrol") || given.Has("dismiss");
        if (changes || (given.Operands.Count == 1 && terminal.OutputIsTerminal))
        {
            OnlyPeople.May("approve", folders, project, terminal);
        }

        return given.Value("enrol") is { } name ? Enrol(name, folders, terminal)
            : given.Value("dismiss") is { } gone ? Dismiss(gone, folders, terminal)
            : given.Has("web") ? Web(folders, terminal)
            : given.Operands switch
            {
                [] => List(project, given.Has("all"), terminal),
                [var id] => One(project, id, given, terminal),
                _ => throw new UserException("`approve` takes one request", "write `sallyport approve ID`"),
            };
    }

    private static int List(ProjectGate project, bool all, Terminal terminal)
    {
        var waiting = project.Queue.Pending();
        var shown = waiting.Where(r => all || r.Decision == DecisionKind.Ask).ToArray();
        foreach (var request in shown)
        {
            Show(request, terminal, brief: true);
        }

        if (shown.Length == 0)
        {
            terminal.Error.WriteLine("nothing waits for you in this project");
        }

        if (waiting.Count > shown.Length)
        {
            terminal.Error.WriteLine($"{waiting.Count - shown.Length} more {(waiting.Count - shown.Length == 1 ? "was" : "were")} denied by policy; --all lists them");
        }

        return ExitCode.Clean;
    }

    private static int One(ProjectGate project, string id, Given given, Terminal terminal)
    {
        var request = project.Queue.Find(id) ?? throw new UserException($"nothing waits under `{id}`", "it was answered, or has run out and is denied; `sallyport approve` lists what waits");
        Show(request, terminal, brief: false);
        terminal.Flush();
        var yes = given.Has("yes") || given.Has("override");
        if (!yes && !given.Has("deny"))
        {
            if (!terminal.OutputIsTerminal)
            {
                return ExitCode.Clean;
            }

            terminal.Error.Write("Approve it? [y/N] ");
            using var input = new StreamReader(terminal.Input, leaveOpen: true);
            yes = input.ReadLine()?.Trim() is "y" or "yes";
        }

        var by = new Approver(Environment.UserName, "terminal");
        var outcome = yes ? project.Queue.Approve(id, by, Terms(project, given)) : project.Queue.Deny(id, by);
        terminal.Error.WriteLine(ApprovalWords.Of(outcome, id));
        return outcome is ApprovalOutcome.Granted or ApprovalOutcome.Denied or ApprovalOutcome.OneMore ? ExitCode.Clean : ExitCode.Error;
    }

    private static GrantTerms Terms(ProjectGate project, Given given)
    {
        if (given.Value("for") is not { } minutes)
        {
            return given.Has("like")
                ? throw new UserException("--like needs --for", "say for how many minutes: `--like --for 30`")
                : new GrantTerms(project.Terms.Hold) { Override = given.Value("override") };
        }

        return int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 480
            ? new GrantTerms(TimeSpan.FromMinutes(number)) { Once = false, Like = given.Has("like"), Override = given.Value("override") }
            : throw new UserException($"`{minutes}` is no number of minutes from 1 to 480", "write `--for 30`");
    }

    private static void Show(ApprovalRequest request, Terminal terminal, bool brief)
    {
        var left = request.Expires - terminal.Time.GetUtcNow();
        terminal.Out.WriteLine($"{request.Id}  {(request.Decision == DecisionKind.Deny ? "denied by policy" : "waits")}, {Math.Max(0, (int)left.TotalSeconds)} s left  {request.Agent} of {request.Person}");
        terminal.Out.WriteLine($"  wants   {(brief ? request.Action.Split('\n')[0] : request.Action.ReplaceLineEndings("\n          "))}");
        terminal.Out.WriteLine($"  in      {request.Folder}");
        foreach (var effect in request.Effects)
        {
            terminal.Out.WriteLine($"  effect  {effect}");
        }

        if (!brief)
        {
            terminal.Out.WriteLine($"  policy  {request.Policy}");
            terminal.Out.WriteLine($"  session {(request.Session.Length > 0 ? request.Session : "not named")}");
        }

        if (request.Eyes > 1)
        {
            terminal.Out.WriteLine($"  needs   {request.Eyes} people{(request.Approved.Count > 0 ? "; approved by " + string.Join(", ", request.Approved) : "")}");
        }
    }

    private static int Enrol(string name, UserFolders folders, Terminal terminal)
    {
        var key = Keys(folders, terminal).Enrol(name);
        terminal.Out.WriteLine(key);
        terminal.Error.WriteLine($"give this key to {name} and to nobody else; it is not shown again");
        return ExitCode.Clean;
    }

    private static int Dismiss(string name, UserFolders folders, Terminal terminal) => Keys(folders, terminal).Dismiss(name)
        ? ExitCode.Clean
        : throw new UserException($"`{name}` has no key", $"approvers: {string.Join(", ", Keys(folders, terminal).Enrolled())}");

    private static int Web(UserFolders folders, Terminal terminal)
    {
        var door = ServerDoor.Read(folders) is { Nonce: not "-" } running ? running : throw new UserException("no server runs", "start it with `sallyport serve`");
        terminal.Out.WriteLine($"{door.Address}/approvals/login?code={Keys(folders, terminal).NewLogin(Environment.UserName)}");
        terminal.Error.WriteLine("the link works once, within two minutes");
        return ExitCode.Clean;
    }

    private static ApproverKeys Keys(UserFolders folders, Terminal terminal) =>
        new(folders.Configuration ?? throw new UserException("there is no home folder", "set HOME"), terminal.Time);
}
