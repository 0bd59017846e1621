using System.Runtime.CompilerServices;
using System.Text;

namespace Sallyport.Detectors.Injection.Language;

/// <summary>What words mean to an assistant, in any of the lexicon's languages: beginnings of words, found by walking a tree of letters.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon(Resource.Text("injection-lexicon.txt")));
    private readonly List<string> _meanings = [];
    private readonly int[] _first = new int[128]; // ASCII letters at the root
    private long[] _keys = new long[1 << 16]; // node and letter
    private int[] _nodes = new int[1 << 16];
    private ulong[] _open = new ulong[1 << 14]; // what a word means that begins so
    private ulong[] _whole = new ulong[1 << 14]; // what a word means that is exactly this
    private int _count = 1;
    private int _edges;

    public Lexicon(string text)
    {
        var letters = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith('@'))
            {
                _meanings.Add(line[1..].Trim());
            }
            else if (line.Length > 3 && line[0] != '#')
            {
                foreach (var word in line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    Add(Plain(word, letters), 1UL << (_meanings.Count - 1));
                }
            }
        }

        Turned = Of("turned");
        Rotated = Of("rotated");
        if (_meanings.Count > Mark.First)
        {
            throw new InvalidOperationException($"the lexicon has {_meanings.Count} meanings; there is room for {Mark.First}");
        }
    }

    public static Lexicon Instance => Shared.Value;

    /// <summary>The meanings in the order of their bits.</summary>
    public IReadOnlyList<string> Meanings => _meanings;

    /// <summary>Words that make sense when they are read backwards.</summary>
    public ulong Turned { get; }

    /// <summary>Words that make sense when their letters are moved by thirteen.</summary>
    public ulong Rotated { get; }

    /// <summary>The bit of a meaning.</summary>
    public ulong Of(string meaning) => 1UL << _meanings.IndexOf(meaning);

    /// <summary>What the longest entry means that stands at <paramref name="at"/>; 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Match(ReadOnlySpan<char> text, int at, out int length)
    {
        var (node, meant) = (0, 0UL);
        length = 0;
        for (var i = at; i < text.Length; i++)
        {
            node = Next(node, text[i]);
            if (node == 0)
            {
                break;
            }

            var found = _open[node];
            if (_whole[node] != 0 && (i + 1 == text.Length || text[i + 1] == ' ' || Letters.IsIdeographic(text[i])))
            {
                found |= _whole[node];
            }

            if (found != 0)
            {
                (meant, length) = (found, i + 1 - at);
            }
        }

        return meant;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(int node, char letter)
    {
        if (node == 0 && letter < 128)
        {
            return _first[letter];
        }

        var key = ((long)node << 16 | letter) + 1;
        var mask = _keys.Length - 1;
        for (var at = Slot(key) & mask; ; at = (at + 1) & mask)
        {
            if (_keys[at] == key)
            {
                return _nodes[at];
            }

            if (_keys[at] == 0)
            {
                return 0;
            }
        }
    }

    private static int Slot(long key) => (int)((ulong)key * 0x9E3779B97F4A7C15 >> 40);

    private static string Plain(string word, StringBuilder letters)
    {
        letters.Clear();
        var ideographic = false;
        foreach (var rune in word.EnumerateRunes())
        {
            var plain = rune.Value == '_' ? ' ' : rune.Value == '$' ? '$' : Letters.Plain(rune.Value);
            ideographic |= Letters.IsIdeographic(plain);
            if (plain != 0 && !(plain == ' ' && ideographic))
            {
                letters.Append(plain);
            }
        }

        return letters.ToString();
    }

    private void Add(string word, ulong meaning)
    {
        var whole = word.EndsWith('$');
        var node = 0;
        foreach (var letter in whole ? word.AsSpan(..^1) : word)
        {
            var next = Next(node, letter);
            node = next != 0 ? next : Grow(node, letter);
        }

        (whole ? _whole : _open)[node] |= meaning;
    }

    private int Grow(int node, char letter)
    {
        var child = _count++;
        if (child == _open.Length)
        {
            Array.Resize(ref _open, child * 2);
            Array.Resize(ref _whole, child * 2);
        }

        if (node == 0 && letter < 128)
        {
            _first[letter] = child;
            return child;
        }

        if (++_edges * 2 > _keys.Length)
        {
            Widen();
        }

        Place(((long)node << 16 | letter) + 1, child);
        return child;
    }

    private void Widen()
    {
        var (keys, nodes) = (_keys, _nodes);
        (_keys, _nodes) = (new long[keys.Length * 2], new int[keys.Length * 2]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                Place(keys[i], nodes[i]);
            }
        }
    }

    private void Place(long key, int node)
    {
        var mask = _keys.Length - 1;
        var at = Slot(key) & mask;
        while (_keys[at] != 0)
        {
            at = (at + 1) & mask;
        }

        (_keys[at], _nodes[at]) = (key, node);
    }
}
