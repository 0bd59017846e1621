namespace Sallyport.Engine.Approvals;

/// <summary>How people approve, as organisation and user say it.</summary>
public sealed record ApprovalTerms
{
    /// <summary>How long a request waits before it is denied.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a grant for one action may stay unused.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Rules or families that two different people must approve.</summary>
    public IReadOnlyList<string> FourEyes { get; init; } = [];

    /// <summary>Whether an agent's own question to its person does not do: everything waits in the queue.</summary>
    public bool QueueOnly { get; init; }

    /// <summary>Where the resident server posts requests to; null for nowhere.</summary>
    public string? Webhook { get; init; }

    /// <summary>How many people must approve what these rules found.</summary>
    public int EyesFor(IEnumerable<string> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var rule in rules)
        {
            foreach (var name in FourEyes)
            {
                if (rule.StartsWith(name, StringComparison.Ordinal) && (rule.Length == name.Length || rule[name.Length] == '/'))
                {
                    return 2;
                }
            }
        }

        return 1;
    }
}
