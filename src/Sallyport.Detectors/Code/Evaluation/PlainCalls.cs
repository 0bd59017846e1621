using Sallyport.Detectors.Code.Values;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>What a function gave when it was called without text of others: when it never brought any in, it is not followed again and again.</summary>
internal sealed class PlainCalls
{
    private const int Enough = 2;
    private int _count;
    private bool _tainted;

    /// <summary>What it gives; of objects only the type.</summary>
    public Value Result { get; private set; } = Value.Unknown;

    /// <summary>Whether another visit would tell nothing new.</summary>
    public bool Known => _count >= Enough && !_tainted;

    public void Add(Value result, bool tainted)
    {
        _tainted |= tainted;
        var known = result with { References = [], Test = null, Receiver = null, Taint = null, Identity = 0 };
        Result = _count++ == 0 ? known : Value.Join(Result, known);
    }
}
