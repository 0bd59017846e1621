namespace Sallyport.Sources.Containers;

/// <summary>How much one file may unpack to, with all that lies nested in it: a bomb ends here.</summary>
internal sealed class InflationBudget(long packed)
{
    private const long Always = 64L << 20;
    private const long Never = 2L << 30;
    private const int Ratio = 200;
    private readonly long _allowed = Math.Clamp(packed * Ratio, Always, Never);
    private long _used;

    public bool Exhausted => _used > _allowed;

    public string Reason => $"unpacks to more than {_allowed >> 20} MB; the rest was not read";

    public void Charge(int bytes) => _used += bytes;
}
