namespace Sallyport.Sandbox.Native;

/// <summary>One argument of a system call: a number known now, or a cell that holds what an earlier call returned.</summary>
internal readonly record struct Operand(ulong Value, bool IsCell)
{
    public static implicit operator Operand(int value) => new((ulong)value, false);

    public static implicit operator Operand(long value) => new((ulong)value, false);

    public static implicit operator Operand(ulong value) => new(value, false);

    public static Operand Cell(ulong address) => new(address, true);
}
