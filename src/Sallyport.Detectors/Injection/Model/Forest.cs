using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>Small decision trees whose leaves add up to the logarithm of odds.</summary>
internal sealed class Forest
{
    private readonly float _bias;
    private readonly int[] _roots;
    private readonly Node[] _nodes;

    public Forest(float bias, int[] roots, Node[] nodes) => (_bias, _roots, _nodes) = (bias, roots, nodes);

    /// <summary>Reads what <see cref="Write"/> wrote and moves <paramref name="at"/> behind it.</summary>
    public Forest(ReadOnlySpan<byte> bytes, ref int at)
    {
        _bias = BitConverter.ToSingle(bytes[at..]);
        _roots = new int[BitConverter.ToInt32(bytes[(at + 4)..])];
        _nodes = new Node[BitConverter.ToInt32(bytes[(at + 8)..])];
        at += 12;
        MemoryMarshal.Cast<byte, int>(bytes.Slice(at, _roots.Length * 4)).CopyTo(_roots);
        at += _roots.Length * 4;
        var size = _nodes.Length * Unsafe.SizeOf<Node>();
        MemoryMarshal.Cast<byte, Node>(bytes.Slice(at, size)).CopyTo(_nodes);
        at += size;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_bias);
        writer.Write(_roots.Length);
        writer.Write(_nodes.Length);
        writer.Write(MemoryMarshal.AsBytes(_roots.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_nodes.AsSpan()));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Of(ReadOnlySpan<float> traits)
    {
        var sum = _bias;
        foreach (var root in _roots)
        {
            var node = _nodes[root];
            while (node.Trait >= 0)
            {
                node = _nodes[traits[node.Trait] > node.Value ? node.Right : node.Left];
            }

            sum += node.Value;
        }

        return sum;
    }

    /// <summary>A question, or (with no trait) an answer.</summary>
    /// <param name="Trait">The trait asked for; -1 in a leaf.</param>
    /// <param name="Left">Where it goes on when the trait is not above <paramref name="Value"/>.</param>
    /// <param name="Right">Where it goes on when it is.</param>
    /// <param name="Value">The limit, or the leaf's share.</param>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Node(int Trait, int Left, int Right, float Value);
}
