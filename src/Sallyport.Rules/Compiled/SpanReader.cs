using System.Runtime.InteropServices;
using System.Text;

namespace Sallyport.Rules.Compiled;

/// <summary>Reads what a <see cref="BinaryWriter"/> wrote, from memory and without a stream.</summary>
internal ref struct SpanReader(ReadOnlySpan<byte> source)
{
    private ReadOnlySpan<byte> _rest = source;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte() => Take<byte>();

    public ushort UInt16() => Take<ushort>();

    public uint UInt32() => Take<uint>();

    public int Int32() => Take<int>();

    public ulong UInt64() => Take<ulong>();

    public string Text()
    {
        int length = 0, shift = 0;
        byte b;
        do
        {
            b = Byte();
            length |= (b & 127) << shift;
            shift += 7;
        }
        while (b > 127);
        var text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        return text;
    }

    public string[] Texts()
    {
        var texts = new string[Byte()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    private T Take<T>()
        where T : unmanaged
    {
        var value = MemoryMarshal.Read<T>(_rest);
        _rest = _rest[System.Runtime.CompilerServices.Unsafe.SizeOf<T>()..];
        return value;
    }
}
