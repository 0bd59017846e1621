namespace Sallyport.Core.Ignoring;

/// <summary>What comparing names with patterns may cost in one scan: a hostile tree can hold a million of either.</summary>
public sealed class IgnoreBudget(long work)
{
    /// <summary>Comparisons left; roughly a nanosecond each.</summary>
    public long Left { get; set; } = work;

    /// <summary>Whether nothing is left.</summary>
    public bool Spent => Left < 0;
}
