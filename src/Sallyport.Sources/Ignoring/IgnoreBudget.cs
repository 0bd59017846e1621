namespace Sallyport.Sources.Ignoring;

/// <summary>What comparing names with patterns may cost in one scan: a hostile tree can hold a million of either.</summary>
internal sealed class IgnoreBudget(long work)
{
    /// <summary>Comparisons left; roughly a nanosecond each.</summary>
    public long Left { get; set; } = work;

    public bool Spent => Left < 0;
}
