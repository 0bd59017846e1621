using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Tests.Approvals;

public sealed class ApprovalQueueTests : IDisposable
{
    private readonly QueueBench _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void What_nobody_approved_may_not_happen()
    {
        _at.Ask("a");
        _at.Queue.Use("a", "scope").ShouldBeNull();
    }

    [Fact]
    public void An_approval_holds_once()
    {
        _at.Approve(_at.Ask("a")).ShouldBe(ApprovalOutcome.Granted);
        _at.Queue.Use("a", "scope").ShouldNotBeNull().Approvers.ShouldBe(["ada (terminal)"]);
        _at.Queue.Use("a", "scope").ShouldBeNull();
    }

    [Fact]
    public void An_approval_is_for_nothing_else()
    {
        _at.Approve(_at.Ask("a"));
        _at.Queue.Use("b", "scope").ShouldBeNull();
    }

    [Fact]
    public void Asking_twice_is_one_request() => _at.Ask("a").Id.ShouldBe(_at.Ask("a").Id);

    [Fact]
    public void A_request_that_nobody_answers_is_denied()
    {
        var request = _at.Ask("a");
        _at.Time.Advance(TimeSpan.FromMinutes(5));
        _at.Approve(request).ShouldBe(ApprovalOutcome.Gone);
        _at.Record.ShouldContain(r => r.Outcome == "denied: nobody answered in time");
    }

    [Fact]
    public void An_approval_that_nobody_uses_runs_out()
    {
        _at.Approve(_at.Ask("a"));
        _at.Time.Advance(TimeSpan.FromMinutes(10));
        _at.Queue.Use("a", "scope").ShouldBeNull();
    }

    [Fact]
    public void An_approval_outlives_a_restart_and_its_use_does_too()
    {
        _at.Approve(_at.Ask("a"));
        _at.Restart();
        _at.Queue.Use("a", "scope").ShouldNotBeNull();
        _at.Restart();
        _at.Queue.Use("a", "scope").ShouldBeNull();
    }

    [Fact]
    public void A_file_put_back_after_its_use_is_the_one_thing_only_the_owner_could_do()
    {
        // Who can write these files has the owner's rights already; what somebody without the key writes is nothing.
        _at.Approve(_at.Ask("a"));
        var grant = Directory.GetFiles(_at.Place("grants")).Single();
        var forged = File.ReadAllBytes(grant);
        forged[^3] ^= 1;
        _at.Queue.Use("a", "scope").ShouldNotBeNull();
        File.WriteAllBytes(grant, forged);
        _at.Queue.Use("a", "scope").ShouldBeNull();
        _at.Record.ShouldContain(r => r.Outcome == "forged grant refused");
        File.Exists(grant).ShouldBeFalse();
    }

    [Fact]
    public void A_grant_renamed_to_another_action_grants_nothing()
    {
        _at.Approve(_at.Ask("a"));
        var grant = Directory.GetFiles(_at.Place("grants")).Single();
        File.Move(grant, Path.Combine(Path.GetDirectoryName(grant)!, "b" + Path.GetFileName(grant)[1..]));
        _at.Queue.Use("b", "scope").ShouldBeNull();
        _at.Queue.Use("a", "scope").ShouldBeNull();
    }

    [Fact]
    public void A_request_that_was_altered_on_disk_is_not_shown()
    {
        _at.Ask("a");
        var file = Directory.GetFiles(_at.Place("pending")).Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace("--force", "--quiet", StringComparison.Ordinal));
        _at.Queue.Pending().ShouldBeEmpty();
    }

    [Fact]
    public void A_denial_of_the_policy_needs_an_override_with_a_reason()
    {
        var request = _at.Ask("a", DecisionKind.Deny);
        _at.Approve(request).ShouldBe(ApprovalOutcome.NeedsOverride);
        _at.Approve(request, terms: new GrantTerms(TimeSpan.FromMinutes(1)) { Override = " " }).ShouldBe(ApprovalOutcome.NeedsOverride);
        _at.Approve(request, terms: new GrantTerms(TimeSpan.FromMinutes(1)) { Override = "the incident of today" }).ShouldBe(ApprovalOutcome.Granted);
        _at.Queue.Use("a", "scope").ShouldNotBeNull().Override.ShouldBe("the incident of today");
        _at.Record.ShouldContain(r => r.Action == "override" && r.Facts.Any(f => f.Value == "the incident of today"));
    }

    [Fact]
    public void Four_eyes_are_two_people()
    {
        var request = _at.Ask("a", eyes: 2);
        _at.Approve(request, "ada").ShouldBe(ApprovalOutcome.OneMore);
        _at.Approve(request, "ada").ShouldBe(ApprovalOutcome.Repeated);
        _at.Queue.Approve(request.Id, new Approver("ada", "web"), new GrantTerms(TimeSpan.FromMinutes(1))).ShouldBe(ApprovalOutcome.Repeated);
        _at.Queue.Use("a", "scope").ShouldBeNull();
        _at.Restart();
        _at.Approve(request, "grace").ShouldBe(ApprovalOutcome.Granted);
        _at.Queue.Use("a", "scope").ShouldNotBeNull().Approvers.ShouldBe(["ada (terminal)", "grace (terminal)"]);
    }

    [Fact]
    public void A_grant_for_the_like_holds_until_it_ends()
    {
        _at.Approve(_at.Ask("a"), terms: new GrantTerms(TimeSpan.FromMinutes(30)) { Once = false, Like = true });
        _at.Queue.Use("b", "scope").ShouldNotBeNull();
        _at.Queue.Use("c", "scope").ShouldNotBeNull();
        _at.Queue.Use("c", "another").ShouldBeNull();
        _at.Time.Advance(TimeSpan.FromMinutes(30));
        _at.Queue.Use("c", "scope").ShouldBeNull();
    }

    [Fact]
    public void What_nothing_was_found_in_has_no_like() =>
        _at.Approve(_at.Ask("a", scope: ""), terms: new GrantTerms(TimeSpan.FromMinutes(1)) { Like = true }).ShouldBe(ApprovalOutcome.NoScope);

    [Fact]
    public void Of_many_who_use_an_approval_at_once_one_may()
    {
        _at.Approve(_at.Ask("a"));
        var used = 0;
        Parallel.For(0, 16, _ => Interlocked.Add(ref used, _at.Queue.Use("a", "scope") is null ? 0 : 1));
        used.ShouldBe(1);
    }

    [Fact]
    public void A_clock_that_was_set_back_revives_nothing()
    {
        _at.Approve(_at.Ask("a"));
        _at.Time.Advance(TimeSpan.FromHours(-1));
        _at.Queue.Use("a", "scope").ShouldBeNull();
    }

    [Fact]
    public void A_flood_of_requests_ends()
    {
        for (var i = 0; i < 200; i++)
        {
            _at.Ask($"{i:x64}");
        }

        _at.Queue.Ask(QueueBench.Request("more", DecisionKind.Ask, 1, ""), TimeSpan.FromMinutes(5)).ShouldBeNull();
    }

    [Fact]
    public void A_call_that_ran_all_the_same_was_answered_in_the_agent()
    {
        _at.Ask("a");
        _at.Queue.Settle("s-1", "t-1");
        _at.Queue.Pending().ShouldBeEmpty();
        _at.Record[^1].Outcome.ShouldBe("answered in the agent");
    }

    [Fact]
    public void Only_the_owner_may_look_into_the_queue()
    {
        _at.Ask("a");
        File.GetUnixFileMode(_at.Place("pending")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Directory.GetFiles(_at.Place("pending")).Single()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
