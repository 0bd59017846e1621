namespace Sallyport.Proxy.Egress;

/// <summary>A connection that may not be made, or not go on.</summary>
internal sealed class EgressRefusal(string reason, string outcome = "refused") : Exception(reason)
{
    /// <summary><c>refused</c>, or <c>failed</c> for what was allowed and did not come about.</summary>
    public string Outcome { get; } = outcome;
}
