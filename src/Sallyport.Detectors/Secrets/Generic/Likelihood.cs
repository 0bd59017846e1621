using System.Runtime.InteropServices;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>Weighs the features of an assignment: a sum of small decision trees, turned into a probability.</summary>
/// <remarks>Written by <c>eng/train-secret-model</c> as nodes of feature, threshold, and the two children; a leaf has feature 255.</remarks>
internal sealed class Likelihood
{
    private static Likelihood? _shared;
    private readonly Node[] _nodes;
    private readonly int[] _roots;
    private readonly float _bias;

    private Likelihood(byte[] data)
    {
        var trees = MemoryMarshal.Read<int>(data);
        _bias = MemoryMarshal.Read<float>(data.AsSpan(4));
        _roots = MemoryMarshal.Cast<byte, int>(data.AsSpan(8, trees * 4)).ToArray();
        _nodes = MemoryMarshal.Cast<byte, Node>(data.AsSpan(8 + (trees * 4))).ToArray();
    }

    /// <summary>The committed weights.</summary>
    public static Likelihood Shared => _shared ??= new(ModelResource.Read("generic.bin"));

    public static Likelihood Load(byte[] data) => new(data);

    /// <summary>The probability that the value is a credential.</summary>
    public float Of(ReadOnlySpan<float> features)
    {
        var sum = _bias;
        foreach (var root in _roots)
        {
            var at = root;
            while (_nodes[at].Feature != 255)
            {
                at = features[_nodes[at].Feature] <= _nodes[at].Value ? _nodes[at].Left : _nodes[at].Right;
            }

            sum += _nodes[at].Value;
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Node(byte Feature, float Value, ushort Left, ushort Right);
}
