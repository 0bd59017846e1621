using System.Runtime.InteropServices;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>A weighted sum of traits: what generalises where texts of a new kind are far from those that trees were grown on.</summary>
internal sealed class Slope
{
    private readonly float _bias;
    private readonly float[] _weights;

    public Slope(float bias, float[] weights) => (_bias, _weights) = (bias, weights);

    /// <summary>Reads what <see cref="Write"/> wrote and moves <paramref name="at"/> behind it.</summary>
    public Slope(ReadOnlySpan<byte> bytes, ref int at)
    {
        _bias = BitConverter.ToSingle(bytes[at..]);
        _weights = MemoryMarshal.Cast<byte, float>(bytes.Slice(at + 4, Traits.Count * 4)).ToArray();
        at += 4 + (Traits.Count * 4);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_bias);
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    public float Of(ReadOnlySpan<float> traits)
    {
        var sum = _bias;
        for (var i = 0; i < traits.Length; i++)
        {
            sum += _weights[i] * traits[i];
        }

        return sum;
    }
}
