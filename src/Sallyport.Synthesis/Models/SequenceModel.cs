using Sallyport.Synthesis.Kinds;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>A key that counts: it counts on where the original ends, because all numbers before are taken.</summary>
internal sealed class SequenceModel(NumberFormat format) : ColumnModel
{
    private long _next = (long)format.Most + 1;

    public override string Kind => "key, counted on";

    public override string Draw(int bin, Chance chance, int attempt) => format.Write(_next++);
}
