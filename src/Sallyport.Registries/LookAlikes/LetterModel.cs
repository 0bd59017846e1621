using System.Runtime.CompilerServices;

namespace Sallyport.Registries.LookAlikes;

/// <summary>How likely letters follow each other in an ecosystem's popular names: a slip makes a name less likely than what was meant.</summary>
internal sealed class LetterModel
{
    private const int Classes = 39;
    private const int Begin = 37;
    private const int End = 38;
    private readonly ushort[] _triples = new ushort[Classes * Classes * Classes];
    private readonly ushort[] _pairs = new ushort[Classes * Classes];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Learn(ReadOnlySpan<byte> flat)
    {
        var (x, y) = (Begin, flat.IsEmpty ? End : Letters.Class(flat[0]));
        for (var i = 1; i <= flat.Length; i++)
        {
            var z = i < flat.Length ? Letters.Class(flat[i]) : End;
            var pair = (x * Classes) + y;
            _pairs[pair] = (ushort)Math.Min(ushort.MaxValue, _pairs[pair] + 1);
            var triple = (pair * Classes) + z;
            _triples[triple] = (ushort)Math.Min(ushort.MaxValue, _triples[triple] + 1);
            (x, y) = (y, z);
        }
    }

    /// <summary>The logarithm of a flat name's likelihood.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Likelihood(ReadOnlySpan<byte> flat)
    {
        var sum = 0.0;
        var (x, y) = (Begin, flat.IsEmpty ? End : Letters.Class(flat[0]));
        for (var i = 1; i <= flat.Length; i++)
        {
            var z = i < flat.Length ? Letters.Class(flat[i]) : End;
            var pair = (x * Classes) + y;
            sum += Math.Log((_triples[(pair * Classes) + z] + 0.3) / (_pairs[pair] + 12));
            (x, y) = (y, z);
        }

        return sum;
    }
}
