namespace Sallyport.Core.Ledger;

/// <summary>One thing that happened at the gate. It never holds content or values.</summary>
/// <param name="Time">When, in UTC.</param>
/// <param name="Door">Which door.</param>
/// <param name="Action">What was done, such as <c>scan</c>.</param>
/// <param name="Outcome">How it ended: <c>clean</c>, <c>findings</c>, <c>error</c>.</param>
/// <param name="Version">The version of Sallyport.</param>
public sealed record LedgerEntry(DateTimeOffset Time, string Door, string Action, string Outcome, string Version)
{
    /// <summary>Figures, such as how many files and findings.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Counts { get; init; } = [];

    /// <summary>Who and what it was about: agent, person, session, rule, and what else the door knows.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];
}
