namespace Sallyport.Synthesis.Randomness;

/// <summary>A stream of random numbers that is the same for the same seed on every machine and runtime (xoshiro256**, seeded by splitmix64).</summary>
internal sealed class Chance
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public Chance(ulong seed)
    {
        (_a, _b, _c, _d) = (Next(ref seed), Next(ref seed), Next(ref seed), Next(ref seed));
    }

    /// <summary>A stream of its own for a part of the work, so that a change in one part leaves the others as they are.</summary>
    public static Chance For(ulong seed, string part) => new(seed ^ Hash64.Of(part));

    /// <summary>The next 64 bits.</summary>
    public ulong Bits()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)Math.BigMul(Bits(), (ulong)bound, out _);

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public long Below(long bound) => (long)Math.BigMul(Bits(), (ulong)bound, out _);

    /// <summary>An index drawn with the weights whose running sums are given.</summary>
    public int Weighted(double[] sums)
    {
        var at = Array.BinarySearch(sums, Unit() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at + 1, sums.Length - 1);
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
