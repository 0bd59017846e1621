using System.Buffers.Binary;

namespace Sallyport.Sources.Repositories;

/// <summary>The names git tracks, read from the index file: what is tracked is looked at even where an ignore file names it.</summary>
internal sealed class GitIndex
{
    private const int StatBytes = 40;
    private readonly List<byte[]> _names = [];

    private GitIndex()
    {
    }

    /// <summary>The object name of the index that this one only amends; null when it stands alone.</summary>
    public string? SharedWith { get; private set; }

    /// <summary>Reads an index of version 2, 3 or 4; null when it is none or damaged.</summary>
    public static GitIndex? Parse(ReadOnlySpan<byte> bytes, int hashBytes)
    {
        if (bytes.Length < 12 + hashBytes || !bytes.StartsWith("DIRC"u8))
        {
            return null;
        }

        var version = BinaryPrimitives.ReadInt32BigEndian(bytes[4..]);
        var count = BinaryPrimitives.ReadInt32BigEndian(bytes[8..]);
        var index = new GitIndex();
        var at = 12;
        for (var i = 0; i < count; i++)
        {
            if (version is < 2 or > 4 || !index.ReadEntry(bytes, ref at, version, hashBytes))
            {
                return null;
            }
        }

        index.ReadExtensions(bytes[..^hashBytes], at, hashBytes);
        return index;
    }

    /// <summary>Takes in the names of the index this one amends. A name it removed stays: reading more does no harm.</summary>
    public void Amend(GitIndex shared)
    {
        _names.AddRange(shared._names);
        _names.RemoveAll(name => name.Length == 0);
        _names.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
    }

    public bool Contains(ReadOnlySpan<byte> path)
    {
        var at = LowerBound(path);
        return at < _names.Count && path.SequenceEqual(_names[at]);
    }

    /// <summary>Whether something is tracked below <paramref name="folder"/>, which ends with a slash.</summary>
    public bool HasBelow(ReadOnlySpan<byte> folder)
    {
        var at = LowerBound(folder);
        return at < _names.Count && _names[at].AsSpan().StartsWith(folder);
    }

    private int LowerBound(ReadOnlySpan<byte> path)
    {
        int low = 0, high = _names.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (path.SequenceCompareTo(_names[middle]) > 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private bool ReadEntry(ReadOnlySpan<byte> bytes, ref int at, int version, int hashBytes)
    {
        var start = at;
        at += StatBytes + hashBytes;
        if (at + 4 > bytes.Length)
        {
            return false;
        }

        var extended = (BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) & 0x4000) != 0;
        at += extended ? 4 : 2;
        var kept = 0;
        if (version == 4)
        {
            var dropped = ReadOffset(bytes, ref at);
            var before = _names.Count > 0 ? _names[^1].Length : 0;
            if (dropped < 0 || dropped > before)
            {
                return false;
            }

            kept = before - dropped;
        }

        var length = at < bytes.Length ? bytes[at..].IndexOf((byte)0) : -1;
        if (length < 0)
        {
            return false;
        }

        var name = new byte[kept + length];
        if (kept > 0)
        {
            _names[^1].AsSpan(0, kept).CopyTo(name);
        }

        bytes.Slice(at, length).CopyTo(name.AsSpan(kept));
        _names.Add(name);
        at = version == 4 ? at + length + 1 : start + ((at - start + length + 8) & ~7);
        return true;
    }

    private static int ReadOffset(ReadOnlySpan<byte> bytes, ref int at)
    {
        long value = -1;
        byte next;
        do
        {
            if (at >= bytes.Length || value > int.MaxValue >> 7)
            {
                return -1;
            }

            next = bytes[at++];
            value = ((value + 1) << 7) | (byte)(next & 0x7F);
        }
        while ((next & 0x80) != 0);
        return (int)value;
    }

    private void ReadExtensions(ReadOnlySpan<byte> bytes, int at, int hashBytes)
    {
        while (at + 8 <= bytes.Length)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]);
            if (size > bytes.Length - at - 8)
            {
                return;
            }

            if (bytes[at..].StartsWith("link"u8) && size >= hashBytes)
            {
                SharedWith = Convert.ToHexStringLower(bytes.Slice(at + 8, hashBytes));
            }

            at += 8 + (int)size;
        }
    }
}
