using Sallyport.Rules.Patterns;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Groups the bytes that no step of an expression tells apart.</summary>
internal sealed class ByteClasses
{
    public ByteClasses(Instruction[] code)
    {
        var sets = new HashSet<ByteSet> { ByteSet.Word, ByteSet.Single('\n') };
        foreach (var instruction in code)
        {
            if (instruction.Operation == Operation.Take)
            {
                sets.Add(instruction.Bytes);
            }
        }

        foreach (var set in sets)
        {
            Split(set);
        }

        Samples = new byte[Count];
        for (var value = 255; value >= 0; value--)
        {
            Samples[Table[value]] = (byte)value;
        }
    }

    public int Count { get; private set; } = 1;

    /// <summary>A byte of every class.</summary>
    public byte[] Samples { get; }

    /// <summary>The class of every byte.</summary>
    public byte[] Table { get; } = new byte[256];

    private void Split(ByteSet set)
    {
        Span<int> inside = stackalloc int[256];
        inside.Fill(-1);
        Span<bool> outside = stackalloc bool[256];
        for (var value = 0; value < 256; value++)
        {
            outside[Table[value]] |= !set.Contains(value);
        }

        for (var value = 0; value < 256; value++)
        {
            var old = Table[value];
            if (set.Contains(value) && outside[old])
            {
                inside[old] = inside[old] < 0 ? Count++ : inside[old];
                Table[value] = (byte)inside[old];
            }
        }
    }
}
