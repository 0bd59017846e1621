using System.Buffers.Binary;

namespace Sallyport.Sandbox.Seccomp;

/// <summary>Assembles a program of the kernel's classic packet filter, as seccomp runs it for each system call.</summary>
/// <remarks>The accumulator holds the number of the call between blocks; a block that loads an argument loads the number again.</remarks>
internal sealed class Bpf
{
    public const uint Allow = 0x7FFF_0000;
    public const uint Kill = 0x8000_0000;
    private const ushort Load = 0x20;
    private const ushort Equal = 0x15;
    private const ushort AtLeast = 0x35;
    private const ushort AnyBit = 0x45;
    private const ushort Return = 0x06;
    private byte[] _code = new byte[2048];
    private int _length;

    public static uint Error(int number) => 0x0005_0000 | (uint)number;

    /// <summary>How many instructions there are.</summary>
    public int Count => _length / 8;

    /// <summary>The program, eight bytes an instruction.</summary>
    public byte[] ToArray() => _code[.._length];

    /// <summary>Refuses another architecture's calls and those of the x32 interface, which have numbers of their own, and loads the number.</summary>
    public Bpf Begin(uint architecture)
    {
        Emit(Load, 0, 0, 4);
        Emit(Equal, 1, 0, architecture);
        Emit(Return, 0, 0, Kill);
        Emit(Load, 0, 0, 0);
        Emit(AtLeast, 0, 1, 0x4000_0000);
        Emit(Return, 0, 0, Kill);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for numbers from <paramref name="first"/> on.</summary>
    public Bpf From(int first, uint verdict)
    {
        Emit(AtLeast, 0, 1, (uint)first);
        Emit(Return, 0, 0, verdict);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for a call.</summary>
    public Bpf On(int call, uint verdict)
    {
        Emit(Equal, 0, 1, (uint)call);
        Emit(Return, 0, 0, verdict);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for a call whose argument has any of <paramref name="bits"/>.</summary>
    public Bpf OnBits(int call, int argument, uint bits, uint verdict)
    {
        Emit(Equal, 0, 4, (uint)call);
        Emit(Load, 0, 0, Low(argument));
        Emit(AnyBit, 0, 1, bits);
        Emit(Return, 0, 0, verdict);
        Emit(Load, 0, 0, 0);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for a call that has any of both arguments' bits.</summary>
    public Bpf OnBits(int call, int argument, uint bits, int second, uint secondBits, uint verdict)
    {
        Emit(Equal, 0, 6, (uint)call);
        Emit(Load, 0, 0, Low(argument));
        Emit(AnyBit, 0, 3, bits);
        Emit(Load, 0, 0, Low(second));
        Emit(AnyBit, 0, 1, secondBits);
        Emit(Return, 0, 0, verdict);
        Emit(Load, 0, 0, 0);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for a call whose argument is one of <paramref name="values"/>.</summary>
    public Bpf OnValues(int call, int argument, uint verdict, params uint[] values)
    {
        Emit(Equal, 0, (byte)(values.Length + 3), (uint)call);
        Emit(Load, 0, 0, Low(argument));
        for (var i = 0; i < values.Length; i++)
        {
            Emit(Equal, (byte)(values.Length - 1 - i), (byte)(i == values.Length - 1 ? 1 : 0), values[i]);
        }

        Emit(Return, 0, 0, verdict);
        Emit(Load, 0, 0, 0);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for a call whose argument is none of <paramref name="values"/>.</summary>
    public Bpf OnOthers(int call, int argument, uint verdict, params uint[] values)
    {
        Emit(Equal, 0, (byte)(values.Length + 3), (uint)call);
        Emit(Load, 0, 0, Low(argument));
        for (var i = 0; i < values.Length; i++)
        {
            Emit(Equal, (byte)(values.Length - i), 0, values[i]);
        }

        Emit(Return, 0, 0, verdict);
        Emit(Load, 0, 0, 0);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for a call whose argument, a pointer, is not null.</summary>
    public Bpf OnPointer(int call, int argument, uint verdict)
    {
        Emit(Equal, 0, 6, (uint)call);
        Emit(Load, 0, 0, Low(argument));
        Emit(Equal, 0, 2, 0);
        Emit(Load, 0, 0, Low(argument) + 4);
        Emit(Equal, 1, 0, 0);
        Emit(Return, 0, 0, verdict);
        Emit(Load, 0, 0, 0);
        return this;
    }

    /// <summary>Gives <paramref name="verdict"/> for a call whose argument is <paramref name="value"/> while another is not <paramref name="wanted"/>.</summary>
    public Bpf OnWrong(int call, int argument, uint value, int other, uint wanted, uint verdict)
    {
        Emit(Equal, 0, 6, (uint)call);
        Emit(Load, 0, 0, Low(argument));
        Emit(Equal, 0, 3, value);
        Emit(Load, 0, 0, Low(other));
        Emit(Equal, 1, 0, wanted);
        Emit(Return, 0, 0, verdict);
        Emit(Load, 0, 0, 0);
        return this;
    }

    /// <summary>Ends the program: what was not decided is allowed.</summary>
    public Bpf End()
    {
        Emit(Return, 0, 0, Allow);
        return this;
    }

    private static uint Low(int argument) => (uint)(16 + (8 * argument));

    private void Emit(ushort code, byte whenTrue, byte whenFalse, uint value)
    {
        if (_length == _code.Length)
        {
            Array.Resize(ref _code, _length * 2);
        }

        var instruction = _code.AsSpan(_length);
        BinaryPrimitives.WriteUInt16LittleEndian(instruction, code);
        instruction[2] = whenTrue;
        instruction[3] = whenFalse;
        BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], value);
        _length += 8;
    }
}
