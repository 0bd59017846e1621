using System.Buffers;

namespace Sallyport.Sources.Containers;

/// <summary>The block before every member of a tar archive.</summary>
internal readonly ref struct TarHeader(ReadOnlySpan<byte> block)
{
    public const int Size = 512;
    private readonly ReadOnlySpan<byte> _block = block;

    public char Type => (char)_block[156];

    /// <summary>Size of the member; negative when it is no number.</summary>
    public long Length => Number(_block.Slice(124, 12));

    private static readonly SearchValues<byte> Octal = SearchValues.Create("01234567 \0"u8);

    /// <summary>Whether <paramref name="head"/> begins with such a block: its checksum says so.</summary>
    public static bool Fits(ReadOnlySpan<byte> head)
    {
        if (head.Length < Size || (head[0] == 0 && head[345] == 0) || head.Slice(148, 6).ContainsAnyExcept(Octal))
        {
            return false;
        }

        long sum = 8 * ' ';
        for (var i = 0; i < Size; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : head[i];
        }

        return Number(head.Slice(148, 8)) == sum;
    }

    /// <summary>The name, as its bytes.</summary>
    public byte[] Name()
    {
        var name = Text(_block[..100]);
        var prefix = _block.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(_block.Slice(345, 155)) : default;
        return prefix.IsEmpty ? name.ToArray() : [.. prefix, (byte)'/', .. name];
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return end < 0 ? field : field[..end];
    }

    private static long Number(ReadOnlySpan<byte> field)
    {
        long value = 0;
        if ((field[0] & 0x80) != 0)
        {
            foreach (var b in field[^8..])
            {
                value = (value << 8) | b;
            }

            return value;
        }

        foreach (var c in field.Trim(" \0"u8))
        {
            if (c is < (byte)'0' or > (byte)'7')
            {
                return -1;
            }

            value = (value << 3) | (uint)(c - '0');
        }

        return value;
    }
}
