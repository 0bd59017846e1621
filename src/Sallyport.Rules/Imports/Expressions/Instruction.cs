using Sallyport.Rules.Patterns;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>One step of a compiled expression.</summary>
internal readonly struct Instruction
{
    private Instruction(Operation operation, int next, int other, ByteSet bytes) => (Operation, Next, Other, Bytes) = (operation, next, other, bytes);

    public Operation Operation { get; }

    /// <summary>Where to go on; of a split, what is tried first.</summary>
    public int Next { get; }

    /// <summary>Of a split what is tried second, of a mark its slot, of a condition which.</summary>
    public int Other { get; }

    public ByteSet Bytes { get; }

    public static Instruction Take(ByteSet bytes, int next) => new(Operation.Take, next, 0, bytes);

    public static Instruction Split(int first, int second) => new(Operation.Split, first, second, default);

    public static Instruction Mark(int slot, int next) => new(Operation.Mark, next, slot, default);

    public static Instruction Check(Assertion assertion, int next) => new(Operation.Check, next, (int)assertion, default);

    public static Instruction Accept() => new(Operation.Accept, 0, 0, default);
}
