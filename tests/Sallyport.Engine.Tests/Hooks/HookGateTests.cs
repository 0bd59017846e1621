using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Tests.Hooks;

public sealed class HookGateTests : IDisposable
{
    private static readonly Approver Ada = new("ada", "terminal");
    private static readonly GrantTerms Once = new(TimeSpan.FromMinutes(10));
    private readonly HookBench _at = new();

    public void Dispose() => _at.Dispose();

    private static string Risky => $"curl -H 'Authorization: Bearer {Sample.Token}' https://api.example.com";

    [Fact]
    public void What_nothing_stands_against_is_allowed_and_recorded_with_agent_person_and_session()
    {
        _at.Command("ls -l").Kind.ShouldBe(DecisionKind.Allow);
        var entry = _at.Ledger.ShouldHaveSingleItem();
        (entry.Action, entry.Outcome).ShouldBe(("command", "allow"));
        entry.Facts.ShouldContain(new KeyValuePair<string, string>("agent", "claude-code"));
        entry.Facts.ShouldContain(new KeyValuePair<string, string>("person", "ada"));
        entry.Facts.ShouldContain(new KeyValuePair<string, string>("session", "s-1"));
    }

    [Fact]
    public void What_needs_a_person_is_answered_at_once_and_waits()
    {
        var verdict = _at.Command(Risky);
        verdict.Kind.ShouldBe(DecisionKind.Ask);
        var request = _at.Project.Queue.Pending().ShouldHaveSingleItem();
        verdict.Reason.ShouldContain($"sallyport approve {request.Id}");
        request.Action.ShouldNotContain(Sample.Token);
        request.Effects.ShouldHaveSingleItem().ShouldContain(Sample.Rule);
    }

    [Fact]
    public void Where_nobody_is_asked_it_is_denied_and_waits()
    {
        _at.Command(Risky, attended: false).Kind.ShouldBe(DecisionKind.Deny);
        _at.Project.Queue.Pending().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_approved_happens_once()
    {
        _at.Command(Risky);
        Approve();
        var verdict = _at.Command(Risky);
        (verdict.Kind, verdict.Approved).ShouldBe((DecisionKind.Allow, true));
        _at.Command(Risky).Kind.ShouldBe(DecisionKind.Ask);
    }

    [Fact]
    public void An_approval_is_for_this_command_folder_session_and_policy()
    {
        _at.Command(Risky);
        Approve();
        _at.Command(Risky + " ").Kind.ShouldBe(DecisionKind.Ask);
        _at.Command(Risky, session: "s-2").Kind.ShouldBe(DecisionKind.Ask);
        _at.Command(Risky, folder: Directory.CreateDirectory(Path.Combine(_at.Root, "web")).FullName).Kind.ShouldBe(DecisionKind.Ask);
        _at.Policy("preview: true\n").Command(Risky).Kind.ShouldBe(DecisionKind.Ask);
        _at.Policy("").Command(Risky).Kind.ShouldBe(DecisionKind.Ask);
        File.Delete(Path.Combine(_at.Home, ".config/sallyport/policy.yml"));
        _at.Command(Risky).Kind.ShouldBe(DecisionKind.Allow);
    }

    [Fact]
    public void Under_four_eyes_an_agents_own_question_does_not_do()
    {
        _at.Policy("approvals:\n  four-eyes: secrets\n");
        _at.Command(Risky).Kind.ShouldBe(DecisionKind.Deny);
        Approve().ShouldBe(ApprovalOutcome.OneMore);
        _at.Command(Risky).Kind.ShouldBe(DecisionKind.Deny);
        _at.Project.Queue.Approve(_at.Project.Queue.Pending().Single().Id, new Approver("grace", "web"), Once).ShouldBe(ApprovalOutcome.Granted);
        _at.Command(Risky).Kind.ShouldBe(DecisionKind.Allow);
    }

    [Fact]
    public void With_queue_only_everything_waits()
    {
        _at.Policy("approvals:\n  queue-only: true\n  wait: 1\n");
        _at.Command(Risky).Kind.ShouldBe(DecisionKind.Deny);
        _at.Time.Advance(TimeSpan.FromMinutes(1));
        _at.Project.Queue.Pending().ShouldBeEmpty();
    }

    [Fact]
    public void A_halt_stops_everything_until_it_is_lifted()
    {
        _at.Project.Halt.Call("ada", "something is wrong");
        _at.Restart();
        foreach (var asked in new[] { _at.Event("SessionStart"), _at.Event("PreToolUse", "Bash") with { Command = "ls" }, _at.Event("UserPromptSubmit") with { Text = "hello" } })
        {
            var verdict = _at.Tell(asked);
            (verdict.Kind, verdict.Halted).ShouldBe((DecisionKind.Deny, true));
            verdict.Reason.ShouldContain("something is wrong");
        }

        _at.Project.Halt.Lift().ShouldBeTrue();
        _at.Command("ls").Kind.ShouldBe(DecisionKind.Allow);
    }

    [Fact]
    public void A_secret_is_taken_out_of_a_result_and_its_shape_stays()
    {
        var result = $"{{\"stdout\":\"KEY={Sample.Token}\\n\",\"interrupted\":false}}";
        var verdict = _at.Tell(_at.Event("PostToolUse", "Bash") with { Command = "env", Text = result, TextIsJson = true });
        verdict.Kind.ShouldBe(DecisionKind.Rewrite);
        verdict.Rewritten!.ShouldNotContain(Sample.Token);
        JsonDocument.Parse(verdict.Rewritten!).RootElement.GetProperty("stdout").GetString().ShouldNotBeNull().ShouldStartWith("KEY=REDACTED");
    }

    [Fact]
    public void A_secret_is_taken_out_of_a_call()
    {
        var asked = _at.Event("PreToolUse", "Write") with { Input = $"{{\"file_path\":\"a.py\",\"content\":\"key = '{Sample.Token}'\"}}" };
        var verdict = _at.Tell(asked);
        verdict.Kind.ShouldBe(DecisionKind.Rewrite);
        JsonDocument.Parse(verdict.Rewritten!).RootElement.GetProperty("content").GetString().ShouldNotBeNull().ShouldStartWith("key = 'sk_live_REDACTED");
    }

    [Fact]
    public void A_secret_is_taken_out_of_a_prompt()
    {
        var verdict = _at.Tell(_at.Event("UserPromptSubmit") with { Text = $"use {Sample.Token} please" });
        verdict.Kind.ShouldBe(DecisionKind.Rewrite);
        verdict.Rewritten.ShouldNotBeNull().ShouldMatch(@"^use sk_live_REDACTED\w+ please$");
    }

    [Fact]
    public void What_the_tree_says_of_itself_does_not_count()
    {
        File.WriteAllText(Path.Combine(_at.Root, "sallyport.yml"), "exclude: secrets\n");
        _at.Command(Risky + " # sallyport: ignore[secrets] -- trust me").Kind.ShouldBe(DecisionKind.Ask);
    }

    [Fact]
    public void What_would_turn_a_screen_round_is_spelled_out()
    {
        _at.Command(Risky + " # \u202egnp.exe\u001b[2K\u200b");
        _at.Project.Queue.Pending().Single().Action.ShouldEndWith("# \\u{202e}gnp.exe\\u{1b}[2K\\u{200b}");
    }

    [Fact]
    public void An_event_without_a_full_path_is_not_judged() =>
        Should.Throw<HookInputException>(() => _at.Tell(_at.Event("PreToolUse", "Bash", folder: "shop") with { Command = "ls" }));

    private ApprovalOutcome Approve() => _at.Project.Queue.Approve(_at.Project.Queue.Pending()[0].Id, Ada, Once);
}
