using System.Text;
using System.Text.Json;
using Sallyport.Agents.Protocol;

namespace Sallyport.Agents.Tests;

/// <summary>Every agent, every event, every outcome. SALLYPORT_ACCEPT=1 writes the answers anew; their difference is what a reviewer reads.</summary>
public sealed class GoldenTests
{
    private const int Promised = 300;

    public static TheoryData<string> Agents => [.. AgentTable.All.Select(a => a.Id)];

    public static TheoryData<string, string> Failures =>
        [.. Fixture.All.SelectMany(f => Outcome.Failed.Select(o => (f.ToString(), o)))];

    [Theory]
    [MemberData(nameof(Agents))]
    public void Answers_are_those_that_were_accepted(string agent)
    {
        var text = new StringBuilder();
        foreach (var fixture in Fixture.All.Where(f => f.Agent.Id == agent))
        {
            foreach (var outcome in Outcome.Decided.Concat(Outcome.Failed))
            {
                var reply = Outcome.Take(fixture, outcome);
                text.Append($"{fixture.Title}, {outcome}: exit {reply.ExitCode}\n  {reply.Output}\n{(reply.Error.Length > 0 ? "  stderr: " + reply.Error : "")}");
            }
        }

        var file = Path.Combine(Fixture.Folder, agent + ".golden.txt");
        if (Environment.GetEnvironmentVariable("SALLYPORT_ACCEPT") == "1")
        {
            File.WriteAllText(file, text.ToString());
        }

        text.ToString().ShouldBe(File.ReadAllText(file));
    }

    [Fact]
    public void There_are_as_many_as_promised() =>
        (Fixture.All.Count * (Outcome.Decided.Length + Outcome.Failed.Length)).ShouldBeGreaterThanOrEqualTo(Promised);

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_refuses(string fixture, string outcome)
    {
        var about = Fixture.All.Single(f => f.ToString() == fixture);
        var reply = Outcome.Take(about, outcome);
        reply.ExitCode.ShouldBe(Reply.Blocks);
        reply.Error.ShouldStartWith("sallyport: ");
        AgentOracle.Of(about, reply).ShouldBe(Effect.Stops);
        // Over HTTP there is no exit code: the body alone must do what the agent can be told.
        var body = AgentOracle.Of(about, reply with { ExitCode = 0 });
        body.ShouldBeOneOf(Effect.Stops, Effect.GoesOnChanged);
        reply.Output.ShouldContain("refused");
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Decisions_have_their_effect(string agent)
    {
        foreach (var fixture in Fixture.All.Where(f => f.Agent.Id == agent))
        {
            var moment = fixture.Read().Moment;
            AgentOracle.Of(fixture, Outcome.Take(fixture, "allow")).ShouldBe(Effect.GoesOn, fixture.ToString());
            AgentOracle.Of(fixture, Outcome.Take(fixture, "deny")).ShouldBeOneOf([Effect.Stops, .. moment == HookMoment.AfterTool ? new[] { Effect.GoesOnChanged } : []], fixture.ToString());
            var asking = AgentOracle.Of(fixture, Outcome.Take(fixture, "ask"));
            // A permission event is the agent's own question: going on means that it is asked.
            asking.ShouldBeOneOf([Effect.Stops, Effect.Asks, .. moment is HookMoment.Permission ? new[] { Effect.GoesOn } : moment is HookMoment.AfterTool ? [Effect.GoesOnChanged] : []], fixture.ToString());
            AgentOracle.Of(fixture, Outcome.Take(fixture, "rewrite")).ShouldBeOneOf([Effect.Stops, Effect.Asks, Effect.GoesOnChanged], fixture.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"hook_event_name\":7}")]
    [InlineData("{\"cwd\":\"/\",\"cwd\":\"/\"}")]
    [InlineData("\0\0")]
    [InlineData("{\"a\":\"\uD800\"}")]
    public void What_is_no_event_is_refused_at_every_event(string body)
    {
        foreach (var fixture in Fixture.All)
        {
            var reply = new HookTurn(fixture.Agent, _ => HookVerdict.Allow, TimeProvider.System).Take(fixture.Event, Encoding.UTF8.GetBytes(body));
            AgentOracle.Of(fixture, reply).ShouldBe(Effect.Stops, $"{fixture}: {body}");
        }
    }

    [Fact]
    public void An_event_that_is_too_long_is_refused_whole()
    {
        foreach (var fixture in Fixture.All.DistinctBy(f => f.Agent))
        {
            var long_ = fixture.Input.Insert(1, $"\"padding\":\"{new string('x', HookTurn.Longest)}\",");
            AgentOracle.Of(fixture, new HookTurn(fixture.Agent, _ => HookVerdict.Allow, TimeProvider.System).Take(fixture.Event, Encoding.UTF8.GetBytes(long_))).ShouldBe(Effect.Stops);
        }
    }

    [Fact]
    public void Every_field_that_an_event_needs_is_missed_when_it_is_gone_or_of_another_type()
    {
        foreach (var fixture in Fixture.All)
        {
            foreach (var member in JsonDocument.Parse(fixture.Input).RootElement.EnumerateObject())
            {
                var broken = Without(fixture.Input, member.Name);
                var told = HookVerdict.Allow;
                HookEvent? seen = null;
                var reply = new HookTurn(fixture.Agent, asked => { seen = asked; return told; }, TimeProvider.System).Take(fixture.Event, Encoding.UTF8.GetBytes(broken));
                var whole = fixture.Read();
                if (AgentOracle.Of(fixture, reply) != Effect.Stops)
                {
                    // Nothing that is judged may have got lost.
                    seen.ShouldNotBeNull();
                    (seen.Command, seen.Tool, seen.Input, seen.Moment).ShouldBe((whole.Command, whole.Tool, whole.Input, whole.Moment), $"{fixture} without {member.Name}");
                }
            }
        }
    }

    private static string Without(string json, string member)
    {
        using var document = JsonDocument.Parse(json);
        return "{" + string.Join(',', document.RootElement.EnumerateObject().Where(m => m.Name != member).Select(m => $"{JsonSerializer.Serialize(m.Name)}:{m.Value.GetRawText()}")) + "}";
    }
}
