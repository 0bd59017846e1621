using System.Runtime.InteropServices;
using System.Text;

namespace Sallyport.Sandbox.Native;

/// <summary>
/// A list of system calls that a few hundred bytes of machine code of ours carry out in a process of their own, before that process becomes the command.
/// </summary>
/// <remarks>
/// .NET cannot fork, and what has to be done between fork and exec (limits, Landlock, seccomp, namespaces, listening sockets) must not wait for a second runtime to start.
/// So it is data: every argument is the address of a cell, every result goes to a cell, every call says where to go on after success and after failure.
/// A call that fails without a place to go ends the program: its number and the error go to the descriptor <see cref="Report"/>, and the process ends with <see cref="Failed"/>.
/// </remarks>
internal sealed partial class SyscallProgram
{
    /// <summary>Where the program reports the call that failed; it is closed by a successful exec.</summary>
    public const int Report = 3;

    /// <summary>What the process ends with after such a report.</summary>
    public const int Failed = 125;

    private const ulong DataBase = 0x2000_0000;
    private const ulong TableBase = 0x3000_0000;
    private const int Width = 11;
    private const ulong Never = 1UL << 63;
    private readonly List<byte> _data = new(4096);
    private readonly List<ulong> _table = new(64 * Width);
    private readonly List<string> _names = [];
    private readonly ulong _zero;
    private readonly ulong _status;

    public SyscallProgram()
    {
        _status = Zeros(16);
        _zero = Zeros(8);
    }

    /// <summary>How many calls there are: the place of the next one.</summary>
    public int Count => _table.Count / Width;

    /// <summary>What a call is for, as an error names it.</summary>
    public string NameOf(int call) => call >= 0 && call < _names.Count ? _names[call] : "start";

    /// <summary>The address of text that ends with a zero.</summary>
    public ulong Text(string text)
    {
        var at = Address();
        var length = Encoding.UTF8.GetByteCount(text);
        CollectionsMarshal.SetCount(_data, _data.Count + length + 1);
        Encoding.UTF8.GetBytes(text, CollectionsMarshal.AsSpan(_data)[^(length + 1)..]);
        _data[^1] = 0;
        return at;
    }

    /// <summary>The address of bytes, eight-aligned.</summary>
    public ulong Bytes(ReadOnlySpan<byte> bytes)
    {
        var at = Address();
        CollectionsMarshal.SetCount(_data, _data.Count + bytes.Length);
        bytes.CopyTo(CollectionsMarshal.AsSpan(_data)[^bytes.Length..]);
        return at;
    }

    /// <summary>The address of words of eight bytes.</summary>
    public ulong Words(params ulong[] words) => Bytes(MemoryMarshal.AsBytes(words.AsSpan()));

    /// <summary>The address of so many zeros, to be written to.</summary>
    public ulong Zeros(int length)
    {
        var at = Address();
        CollectionsMarshal.SetCount(_data, _data.Count + length);
        CollectionsMarshal.AsSpan(_data)[^length..].Clear();
        return at;
    }

    /// <summary>The address of an array of texts that ends with null, as exec takes it.</summary>
    public ulong Texts(IReadOnlyList<string> texts)
    {
        var words = new ulong[texts.Count + 1];
        for (var i = 0; i < texts.Count; i++)
        {
            words[i] = Text(texts[i]);
        }

        return Words(words);
    }

    /// <summary>Adds a call; its result can be an operand of later ones.</summary>
    /// <param name="name">What it is for, as an error names it.</param>
    /// <param name="number">Its number.</param>
    /// <param name="arguments">Its arguments.</param>
    public Operand Call(string name, int number, params Operand[] arguments) => CallInto(Zeros(8), name, number, arguments);

    /// <summary>Adds a call whose result of eight bytes goes to <paramref name="result"/>, such as into a structure that a later call reads.</summary>
    public Operand CallInto(ulong result, string name, int number, params Operand[] arguments)
    {
        _names.Add(name);
        _table.Add((ulong)number);
        for (var i = 0; i < 6; i++)
        {
            _table.Add(i < arguments.Length ? CellOf(arguments[i]) : _zero);
        }

        _table.Add(result);
        _table.Add(PlaceOf(Count + 1));
        _table.Add(0); // replaced by the failure handler when the image is made
        _table.Add(Never);
        return Operand.Cell(result);
    }

    /// <summary>Adds a call whose failure does not matter.</summary>
    public Operand Try(string name, int number, params Operand[] arguments)
    {
        var result = Call(name, number, arguments);
        OnError(Count - 1, Count);
        return result;
    }

    /// <summary>Lets <paramref name="call"/> go on at <paramref name="target"/> when it fails.</summary>
    public void OnError(int call, int target) => _table[(call * Width) + 9] = PlaceOf(target);

    /// <summary>Lets <paramref name="call"/> go on at <paramref name="target"/> when it succeeds.</summary>
    public void OnSuccess(int call, int target) => _table[(call * Width) + 8] = PlaceOf(target);

    /// <summary>Takes the result <paramref name="value"/> of the last call for a failure, too.</summary>
    public void FailOn(long value) => _table[^1] = (ulong)value;

    private ulong Address()
    {
        while (_data.Count % 8 != 0)
        {
            _data.Add(0);
        }

        return DataBase + (ulong)_data.Count;
    }

    private ulong CellOf(Operand operand) => operand.IsCell ? operand.Value : operand.Value == 0 ? _zero : Words(operand.Value);

    private static ulong PlaceOf(int call) => TableBase + (ulong)(call * Width * 8);
}
