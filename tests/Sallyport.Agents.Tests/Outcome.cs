using System.Text;
using Sallyport.Agents.Protocol;
using Sallyport.Core.Decisions;

namespace Sallyport.Agents.Tests;

/// <summary>What may come of an event: the gate's four answers, and the ways to fail.</summary>
internal static class Outcome
{
    public static readonly string[] Decided = ["allow", "deny", "ask", "rewrite"];

    public static readonly string[] Failed = ["crash", "time-out", "garbage"];

    public static Reply Take(Fixture fixture, string outcome)
    {
        using var never = new ManualResetEventSlim();
        var time = outcome == "time-out" ? new HurriedTime() : TimeProvider.System;
        var turn = new HookTurn(fixture.Agent, asked => Verdict(asked, outcome, never), time);
        var input = outcome == "garbage" ? fixture.Input[..(fixture.Input.Length / 2)] : fixture.Input;
        try
        {
            return turn.Take(fixture.Event, Encoding.UTF8.GetBytes(input));
        }
        finally
        {
            never.Set();
        }
    }

    private static HookVerdict Verdict(HookEvent asked, string outcome, ManualResetEventSlim never)
    {
        switch (outcome)
        {
            case "allow":
                return HookVerdict.Allow;
            case "deny":
                return new HookVerdict(DecisionKind.Deny, "actions/delete-recursive: an error is refused");
            case "ask":
                return new HookVerdict(DecisionKind.Ask, "needs a person: `sallyport approve a1b2c3`");
            case "rewrite":
                return new HookVerdict(DecisionKind.Rewrite, "a secret was redacted") { Rewritten = Rewritten(asked) };
            case "crash":
                throw new InvalidOperationException("out of paper");
            default:
                never.Wait(TestContext.Current.CancellationToken);
                return HookVerdict.Allow;
        }
    }

    private static string Rewritten(HookEvent asked) => asked.Moment switch
    {
        HookMoment.BeforeTool or HookMoment.Permission => """{"redacted":true}""",
        HookMoment.AfterTool when asked.TextIsJson => "\"[redacted]\"",
        _ => "[redacted]",
    };
}
