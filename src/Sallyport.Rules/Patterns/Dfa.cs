using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Rules.Patterns;

/// <summary>A deterministic automaton over bytes: one table look-up a byte, no backtracking.</summary>
public sealed class Dfa
{
    private readonly byte[] _classes;
    private readonly ushort[] _table;
    private readonly bool[] _accepting;
    private readonly int _width;
    private readonly int _start;

    internal Dfa(byte[] classes, ushort[] table, bool[] accepting, int width, int start)
    {
        (_classes, _table, _accepting, _width, _start) = (classes, table, accepting, width, start);
    }

    /// <summary>Number of states.</summary>
    public int States => _accepting.Length;

    /// <summary>Reads what <see cref="Write"/> wrote; advances <paramref name="source"/>.</summary>
    public static Dfa Read(ref ReadOnlySpan<byte> source)
    {
        var header = MemoryMarshal.Cast<byte, ushort>(source[..6]);
        int states = header[0], width = header[1], start = header[2];
        source = source[6..];
        var classes = source[..256].ToArray();
        source = source[256..];
        var table = MemoryMarshal.Cast<byte, ushort>(source[..(states * width * 2)]).ToArray();
        source = source[(states * width * 2)..];
        var accepting = MemoryMarshal.Cast<byte, bool>(source[..states]).ToArray();
        source = source[states..];
        return new Dfa(classes, table, accepting, width, start);
    }

    /// <summary>Writes the automaton in the form that <see cref="Read"/> takes.</summary>
    internal void Write(BinaryWriter writer)
    {
        writer.Write((ushort)_accepting.Length);
        writer.Write((ushort)_width);
        writer.Write((ushort)_start);
        writer.Write(_classes);
        writer.Write(MemoryMarshal.AsBytes(_table.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_accepting.AsSpan()));
    }

    /// <summary>Length of the longest match at the beginning of <paramref name="text"/>, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LongestMatch(ReadOnlySpan<byte> text)
    {
        var state = _start;
        var best = _accepting[state] ? 0 : -1;
        for (var i = 0; i < text.Length; i++)
        {
            state = _table[(state * _width) + _classes[text[i]]];
            if (state == 0)
            {
                break;
            }

            if (_accepting[state])
            {
                best = i + 1;
            }
        }

        return best;
    }

    /// <summary>Whether a match may begin with <paramref name="first"/>.</summary>
    internal bool MayBegin(byte first) => _table[(_start * _width) + _classes[first]] != 0;

    /// <summary>Number of leading bytes which every match shares.</summary>
    internal int Prefix()
    {
        var state = _start;
        for (var length = 0; ; length++)
        {
            var next = 0;
            for (var b = 0; b < 256 && !_accepting[state]; b++)
            {
                var to = _table[(state * _width) + _classes[b]];
                if (to == 0)
                {
                    continue;
                }

                if (next != 0)
                {
                    return length;
                }

                next = to;
            }

            if (next == 0)
            {
                return length;
            }

            state = next;
        }
    }

    /// <summary>Adds the length of every match at the beginning of <paramref name="text"/>, shortest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AllMatches(ReadOnlySpan<byte> text, List<int> lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        var state = _start;
        for (var i = 0; ; i++)
        {
            if (_accepting[state])
            {
                lengths.Add(i);
            }

            if (i == text.Length || (state = _table[(state * _width) + _classes[text[i]]]) == 0)
            {
                return;
            }
        }
    }

    /// <summary>Whether all of <paramref name="text"/> matches.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text) => LongestMatch(text) == text.Length;
}
