using System.Text;
using System.Text.Json;
using Sallyport.Agents.Protocol;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Decisions;
using Sallyport.Core.Findings;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Drift;
using Sallyport.Engine.Undo;

namespace Sallyport.Engine.Hooks;

/// <summary>One event in one project, from the order to stop to the entry in the ledger.</summary>
internal sealed class ProjectTurn(ProjectGate project, HookEvent asked, Caller caller, string home)
{
    private readonly List<KeyValuePair<string, string>> _facts = [];
    private IReadOnlyList<Finding> _findings = [];

    public HookVerdict Decide()
    {
        var verdict = project.Halt.InForce() is { } order
            ? new HookVerdict(DecisionKind.Deny, $"every agent of this project was halted by {order}; a person lifts it with `sallyport halt --lift`") { Halted = true }
            : Judge();
        Record(verdict);
        return verdict;
    }

    private HookVerdict Judge()
    {
        switch (asked.Moment)
        {
            case HookMoment.BeforeTool or HookMoment.Permission:
                return Action(HookGate.ActionOf(asked, project.Root, home));
            case HookMoment.AfterTool:
                if (project.Queue.Settle(asked.Session, asked.Call))
                {
                    project.Habits.Learn(ActionTraits.Of(HookGate.ActionOf(asked, project.Root, home)), asked.Agent);
                }

                return Result();
            case HookMoment.Prompt:
                return Prompt();
            default:
                return HookVerdict.Allow;
        }
    }

    private HookVerdict Action(Artifact artifact)
    {
        var verdict = Judge(artifact);
        if (asked.Moment == HookMoment.BeforeTool && verdict.Kind != DecisionKind.Deny && UndoTrigger.Wants(artifact))
        {
            var (id, failure) = project.Undo.Before(HookText.Action(artifact, _findings));
            Note("undo", id);
            Note("no undo", failure);
        }

        return verdict;
    }

    private HookVerdict Judge(Artifact artifact)
    {
        var decision = project.Decide(artifact);
        _findings = decision.Findings;
        Note("policy", decision.Policy);
        if (decision.Kind == DecisionKind.Allow)
        {
            // What is unlike this agent in this project needs a person, whatever else is said for it.
            var strange = asked.Moment == HookMoment.BeforeTool ? project.Habits.Strange(ActionTraits.Of(artifact), asked.Agent) : [];
            return strange.Count == 0 ? HookVerdict.Allow : Approve(artifact, new Decision(DecisionKind.Ask, decision.Findings, "drift: this is not what this agent usually does here"), strange);
        }

        if (decision.Kind == DecisionKind.Rewrite)
        {
            return new HookVerdict(DecisionKind.Rewrite, $"Sallyport took secrets out of this call: {HookText.Of(artifact, decision)}") { Rewritten = InputOf(decision.Rewritten) };
        }

        // The agent's own question follows; a right that was given is for the call itself.
        return asked.Moment == HookMoment.Permission ? new HookVerdict(decision.Kind, HookText.Of(artifact, decision)) : Approve(artifact, decision);
    }

    private HookVerdict Approve(Artifact artifact, Decision decision, IReadOnlyList<string>? strange = null)
    {
        IReadOnlyList<string> effects = strange ?? HookText.Effects(artifact, decision.Findings);
        var binding = ApprovalBinding.Of(artifact, decision.Findings, asked.Agent, asked.Session, project.Stamp);
        var scope = decision.Kind == DecisionKind.Ask && decision.Findings.Any(f => f.Fails) ? ApprovalBinding.ScopeOf(artifact, decision.Findings, asked.Agent, asked.Session, project.Stamp) : "";
        Note("binding", binding);
        if (project.Queue.Use(binding, scope) is { } grant && (decision.Kind == DecisionKind.Ask || grant.Override is not null))
        {
            Note("request", grant.Request);
            Note("approvers", string.Join(", ", grant.Approvers));
            project.Habits.Learn(ActionTraits.Of(artifact), asked.Agent);
            return new HookVerdict(DecisionKind.Allow, $"approved by {string.Join(", ", grant.Approvers)}") { Approved = true };
        }

        project.MakeKnown();
        var eyes = project.Terms.EyesFor(decision.Findings.Where(f => f.Fails).Select(f => f.Rule));
        var request = project.Queue.Ask(
            new ApprovalRequest("", binding, scope, decision.Kind)
            {
                Action = HookText.Action(artifact, decision.Findings),
                Folder = asked.Folder,
                Effects = effects,
                Policy = decision.Policy,
                Agent = asked.Agent,
                Person = caller.Person,
                Session = asked.Session,
                Call = asked.Call,
                Asked = default,
                Expires = default,
                Eyes = eyes,
            },
            project.Terms.Wait);
        Note("request", request?.Id ?? "");
        var why = strange is null ? HookText.Of(artifact, decision) : string.Join(". ", strange);
        if (decision.Kind == DecisionKind.Deny)
        {
            return new HookVerdict(DecisionKind.Deny, $"Sallyport refuses this: {why}.{(request is null ? "" : $" Only a person can override it: `sallyport approve {request.Id} --override REASON`.")}");
        }

        var how = request is null
            ? "too many requests wait already; a person looks at them with `sallyport approve`"
            : $"a person approves it with `sallyport approve {request.Id}` within {project.Terms.Wait.TotalMinutes:0} minutes{(eyes > 1 ? ", and a second one after them" : "")}; then repeat the very same call";
        return asked.PersonAnswers && eyes == 1 && !project.Terms.QueueOnly
            ? new HookVerdict(DecisionKind.Ask, $"Sallyport asks: {why}. ({how})")
            : new HookVerdict(DecisionKind.Deny, $"Sallyport asks for a person, so this waits: {why}. Do not work around it; {how}.");
    }

    private HookVerdict Result()
    {
        var artifact = new Artifact("<tool result>", Encoding.UTF8.GetBytes(asked.Text), ArtifactKind.ToolResult, Origin.ThirdParty);
        var decision = project.Decide(artifact);
        Note("policy", decision.Policy);
        if (decision.Kind == DecisionKind.Allow)
        {
            return HookVerdict.Allow;
        }

        // A result goes to the model: what is secret in it leaves, and is taken out like in a prompt.
        if (decision.Findings.Any(f => f.Fails) && decision.Findings.All(f => !f.Fails || f.Preview is not null))
        {
            var rewritten = Encoding.UTF8.GetString(Redaction.Of(artifact, decision.Findings).Span);
            if (!asked.TextIsJson || IsJson(rewritten))
            {
                return new HookVerdict(DecisionKind.Rewrite, $"Sallyport took secrets out of this result: {HookText.Of(artifact, decision)}") { Rewritten = rewritten };
            }
        }

        return new HookVerdict(decision.Kind == DecisionKind.Rewrite ? DecisionKind.Deny : decision.Kind, $"Sallyport withholds this result: {HookText.Of(artifact, decision)}");
    }

    private HookVerdict Prompt()
    {
        var artifact = new Artifact("<prompt>", Encoding.UTF8.GetBytes(asked.Text), ArtifactKind.Prompt, Origin.Operator);
        var decision = project.Decide(artifact);
        Note("policy", decision.Policy);
        return decision.Kind switch
        {
            DecisionKind.Allow => HookVerdict.Allow,
            DecisionKind.Rewrite => new HookVerdict(DecisionKind.Rewrite, $"Sallyport took secrets out of this prompt: {HookText.Of(artifact, decision)}") { Rewritten = Encoding.UTF8.GetString(decision.Rewritten.Span) },
            _ => new HookVerdict(DecisionKind.Deny, $"Sallyport refuses this prompt: {HookText.Of(artifact, decision)}"),
        };
    }

    private void Record(HookVerdict verdict)
    {
        var about = new List<KeyValuePair<string, string>> { new("agent", asked.Agent), new("person", caller.Person), new("session", asked.Session) };
        if (asked.Tool.Length > 0)
        {
            about.Add(new("tool", asked.Tool));
        }

        about.AddRange(_facts);
        project.Record(asked.Moment switch
        {
            HookMoment.BeforeTool => asked.Command is null ? "tool call" : "command",
            HookMoment.Permission => "permission",
            HookMoment.AfterTool => "result",
            HookMoment.Prompt => "prompt",
            HookMoment.SessionStart => "session start",
            _ => "session end",
        }, verdict.Halted ? "halted" : verdict.Kind switch { DecisionKind.Allow => "allow", DecisionKind.Rewrite => "rewrite", DecisionKind.Ask => "ask", _ => "deny" }, about);
    }

    private void Note(string name, string value)
    {
        if (value.Length > 0)
        {
            _facts.Add(new(name, value));
        }
    }

    // What no longer is a call has no answer but a refusal.
    private static string InputOf(ReadOnlyMemory<byte> rewritten)
    {
        using var call = JsonDocument.Parse(rewritten);
        return call.RootElement.GetProperty("input"u8).GetRawText();
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
