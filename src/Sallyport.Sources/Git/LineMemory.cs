using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Sallyport.Sources.Git;

/// <summary>Remembers which lines a path has had, by a hash under a key nobody knows, so that nobody can make a new line look like an old one.</summary>
/// <remarks>Its size is bounded. When it is full it forgets some lines, and what is forgotten is looked at again.</remarks>
internal sealed class LineMemory(int most = 1 << 23)
{
    private const int Probes = 16;
    private readonly ulong _key = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
    private ulong[] _table = new ulong[Math.Min(1 << 12, most)];
    private int _count;

    /// <summary>A key for one path.</summary>
    public ulong Path(ReadOnlySpan<byte> path) => Hash(_key, path);

    /// <summary>Adds a line; false when it was there.</summary>
    public bool Add(ulong path, ReadOnlySpan<byte> line)
    {
        var hash = Hash(path, line) | 1;
        if (_count > _table.Length / 2 && _table.Length < most)
        {
            Grow();
        }

        return Put(hash);
    }

    private bool Put(ulong hash)
    {
        var mask = _table.Length - 1;
        var at = (int)(hash >> 20) & mask;
        var probes = _count < _table.Length / 4 * 3 ? _table.Length : Probes;
        for (var i = 0; i < probes; i++)
        {
            ref var slot = ref _table[(at + i) & mask];
            if (slot == hash)
            {
                return false;
            }

            if (slot == 0)
            {
                slot = hash;
                _count++;
                return true;
            }
        }

        _table[(at + ((int)(hash >> 60) & (Probes - 1))) & mask] = hash;
        return true;
    }

    private void Grow()
    {
        var old = _table;
        _table = new ulong[old.Length * 2];
        _count = 0;
        foreach (var hash in old)
        {
            if (hash != 0)
            {
                Put(hash);
            }
        }
    }

    private ulong Hash(ulong seed, ReadOnlySpan<byte> bytes)
    {
        var hash = seed ^ ((ulong)bytes.Length * 0x9E3779B97F4A7C15);
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        ulong rest = 0;
        foreach (var b in bytes)
        {
            rest = (rest << 8) | b;
        }

        return Mix(Mix(hash ^ rest));
    }

    private ulong Mix(ulong value)
    {
        var high = Math.BigMul(value ^ _key, 0xD6E8FEB86659FD93, out var low);
        return high ^ BitOperations.RotateLeft(low, 17);
    }
}
