namespace Sallyport.Rules.Imports.Expressions;

/// <summary>The instructions that are waiting for a byte, most wanted first, each with the positions it remembers.</summary>
internal sealed class ThreadList(int instructions, int slots)
{
    private readonly int[] _dense = new int[instructions];
    private readonly int[] _sparse = new int[instructions];
    private readonly int[] _marks = new int[instructions * slots];

    public int Count { get; private set; }

    public int this[int index] => _dense[index];

    public Span<int> Marks(int index) => _marks.AsSpan(index * slots, slots);

    public void Clear() => Count = 0;

    /// <summary>Adds an instruction; -1 when it is there already.</summary>
    public int Add(int instruction)
    {
        var index = _sparse[instruction];
        if (index < Count && _dense[index] == instruction)
        {
            return -1;
        }

        _sparse[instruction] = Count;
        _dense[Count] = instruction;
        return Count++;
    }
}
