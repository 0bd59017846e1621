using System.Security.Cryptography;
using Sallyport.Core.Decisions;
using Sallyport.Ledger.Durable;

namespace Sallyport.Engine.Approvals;

/// <summary>The actions of one project that wait for a person, and the rights that people gave. It lives on disk, outside the project, and outlives every process.</summary>
/// <param name="folder">Where.</param>
/// <param name="key">What seals grants.</param>
/// <param name="record">Writes what happens into the ledger.</param>
/// <param name="time">The clock.</param>
public sealed class ApprovalQueue(string folder, byte[] key, Action<string, string, IReadOnlyList<KeyValuePair<string, string>>> record, TimeProvider time)
{
    /// <summary>More requests than a person would ever answer; past them an agent is only denied.</summary>
    private const int MostWaiting = 200;
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(2);
    private readonly DurableFolder _pending = new(Path.Combine(folder, "pending"));
    private readonly DurableFolder _grants = new(Path.Combine(folder, "grants"));

    /// <summary>Queues an action, or finds the request that waits for the same one; null when too many wait.</summary>
    public ApprovalRequest? Ask(ApprovalRequest request, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = time.GetUtcNow();
        foreach (var name in _pending.Names(request.Binding))
        {
            if (Live(name) is { } same)
            {
                return same;
            }
        }

        if (Pending().Count >= MostWaiting)
        {
            return null;
        }

        request = request with { Id = NewId(), Asked = now, Expires = now + wait };
        _pending.Write(NameOf(request), ApprovalFormat.Write(request, key));
        Record("ask", "waiting", request);
        return request;
    }

    /// <summary>What waits, oldest first. What has run out is denied on the way.</summary>
    public IReadOnlyList<ApprovalRequest> Pending()
    {
        var waiting = new List<ApprovalRequest>();
        foreach (var name in _pending.Names())
        {
            if (Live(name) is { } request)
            {
                waiting.Add(request);
            }
        }

        waiting.Sort((x, y) => x.Asked.CompareTo(y.Asked));
        return waiting;
    }

    /// <summary>The waiting request of an id; null when there is none.</summary>
    public ApprovalRequest? Find(string id) => Pending().FirstOrDefault(r => r.Id == id);

    /// <summary>A person approves.</summary>
    /// <param name="id">The request.</param>
    /// <param name="by">Who.</param>
    /// <param name="terms">For how long, and for what.</param>
    public ApprovalOutcome Approve(string id, Approver by, GrantTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (Find(id) is not { } request)
        {
            return ApprovalOutcome.Gone;
        }

        var who = $"{by.Name} ({by.Channel})";
        var outcome = request.Decision == DecisionKind.Deny && string.IsNullOrWhiteSpace(terms.Override) ? ApprovalOutcome.NeedsOverride
            : terms.Like && request.Scope.Length == 0 ? ApprovalOutcome.NoScope
            : request.Approved.Any(a => SamePerson(a, by.Name)) ? ApprovalOutcome.Repeated
            : ApprovalOutcome.Granted;
        if (outcome != ApprovalOutcome.Granted)
        {
            return outcome;
        }

        // Whoever takes the request away answers it: of two at once one finds it gone.
        if (_pending.Claim(NameOf(request)) is not { } claimed || ApprovalFormat.ReadRequest(claimed, key) is not { } current)
        {
            return ApprovalOutcome.Gone;
        }

        current = current with { Approved = [.. current.Approved, who] };
        if (current.Approved.Count < current.Eyes)
        {
            _pending.Write(NameOf(current), ApprovalFormat.Write(current, key));
            Record("approve", "one more needed", current, who);
            return ApprovalOutcome.OneMore;
        }

        var now = time.GetUtcNow();
        var grant = new ApprovalGrant(current.Id, terms.Like ? current.Scope : current.Binding, current.Approved, now, now + terms.Lifetime) { Once = terms.Once, Override = terms.Override };
        // The ledger knows of a right before it exists: one that cannot be recorded is not given.
        Record(terms.Override is null ? "approve" : "override", "granted", current, who, terms.Override);
        _grants.Write($"{grant.Key}.{grant.Request}", ApprovalFormat.Write(grant, key));
        return ApprovalOutcome.Granted;
    }

    /// <summary>A person denies.</summary>
    public ApprovalOutcome Deny(string id, Approver by)
    {
        if (Find(id) is not { } request || _pending.Claim(NameOf(request)) is null)
        {
            return ApprovalOutcome.Gone;
        }

        Record("approve", "denied", request, $"{by.Name} ({by.Channel})");
        return ApprovalOutcome.Denied;
    }

    /// <summary>The right to do exactly this, used up where it holds once; null when there is none.</summary>
    public ApprovalGrant? Use(string binding, string scope)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(scope);
        return UseOne(binding) ?? (scope.Length > 0 ? UseOne(scope) : null);
    }

    /// <summary>A call has run although it waits here: its person answered the agent's own question.</summary>
    /// <returns>Whether it waited.</returns>
    public bool Settle(string session, string call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var waited = false;
        foreach (var request in call.Length > 0 ? Pending() : [])
        {
            if (request.Call == call && request.Session == session && _pending.Claim(NameOf(request)) is not null)
            {
                Record("approve", "answered in the agent", request);
                waited = true;
            }
        }

        return waited;
    }

    /// <summary>Ends every right of this project.</summary>
    public void Revoke()
    {
        foreach (var name in _grants.Names())
        {
            _grants.Claim(name);
        }

        foreach (var name in _pending.Names())
        {
            _pending.Claim(name);
        }
    }

    private ApprovalGrant? UseOne(string bound)
    {
        foreach (var name in _grants.Names(bound + "."))
        {
            var data = _grants.Read(name);
            var grant = ApprovalFormat.ReadGrant(data, key);
            var now = time.GetUtcNow();
            if (grant is null || grant.Key != bound || now >= grant.Expires || now < grant.Given - ClockSlack)
            {
                if (_grants.Claim(name) is not null)
                {
                    record("approve", grant is null || grant.Key != bound ? "forged grant refused" : "grant ran out", [new("request", grant?.Request ?? name)]);
                }

                continue;
            }

            // Taken before it is used: of two who come at once, one goes without. What is taken must be what was read.
            if (!grant.Once || (_grants.Claim(name) is { } taken && taken.AsSpan().SequenceEqual(data)))
            {
                record("approve", "used", [new("request", grant.Request), new("approvers", string.Join(", ", grant.Approvers))]);
                return grant;
            }
        }

        return null;
    }

    private ApprovalRequest? Live(string name)
    {
        if (ApprovalFormat.ReadRequest(_pending.Read(name), key) is not { } request || NameOf(request) != name)
        {
            return null;
        }

        if (time.GetUtcNow() < request.Expires)
        {
            return request;
        }

        if (_pending.Claim(name) is not null)
        {
            Record("approve", "denied: nobody answered in time", request);
        }

        return null;
    }

    private void Record(string action, string outcome, ApprovalRequest request, string? by = null, string? why = null)
    {
        var facts = new List<KeyValuePair<string, string>>
        {
            new("request", request.Id), new("agent", request.Agent), new("person", request.Person), new("session", request.Session), new("policy", request.Policy),
        };
        if (by is not null)
        {
            facts.Add(new("approver", by));
        }

        if (why is not null)
        {
            facts.Add(new("reason", why));
        }

        record(action, outcome, facts);
    }

    private static string NameOf(ApprovalRequest request) => $"{request.Binding}.{request.Id}";

    private static bool SamePerson(string approved, string name) => approved.StartsWith(name + " (", StringComparison.Ordinal);

    private static string NewId() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8);
}
