using System.Numerics;
using System.Runtime.CompilerServices;
using Sallyport.Detectors.Injection.Language;

namespace Sallyport.Detectors.Injection.Model;

/// <summary>What the model sees of a sentence: hashed words and letters, and the meanings of its words. Training and judging read it here.</summary>
internal sealed class SentenceFeatures
{
    /// <summary>Size of the table of hashed words.</summary>
    public const int SurfaceSize = 1 << 18;

    /// <summary>Size of the table of meanings: each alone, pairs, neighbours, threes.</summary>
    public const int MeaningSize = 1 << 15;

    private const int Neighbours = 64 + 4096;
    private const int Threes = Neighbours + 4096;
    private readonly Lexicon _lexicon = Lexicon.Instance;
    private readonly int[] _surface = new int[4096];
    private readonly int[] _meanings = new int[256];
    private readonly uint[] _recent = new uint[8];
    private readonly char[] _plain = new char[24];
    private int _words;

    /// <summary>Indices into the table of hashed words.</summary>
    public ReadOnlySpan<int> Surface => _surface.AsSpan(0, SurfaceCount);

    /// <summary>Indices of neighbouring meanings; those alone and in pairs follow from <see cref="Mask"/>.</summary>
    public ReadOnlySpan<int> Meanings => _meanings.AsSpan(0, MeaningCount);

    /// <summary>All that the sentence means and shows.</summary>
    public ulong Mask { get; private set; }

    /// <summary>What its first two words mean.</summary>
    public ulong Opening { get; private set; }

    /// <summary>How many words, signs of ideographic scripts counting half.</summary>
    public int Words { get; private set; }

    /// <summary>Words that stood among the last few already.</summary>
    public int Repeats { get; private set; }

    /// <summary>Words with digits where letters belong.</summary>
    public int Leet { get; private set; }

    private int SurfaceCount { get; set; }

    private int MeaningCount { get; set; }

    /// <summary>Reads a sentence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(in Sentence sentence)
    {
        (SurfaceCount, MeaningCount, Mask, Opening, Words) = (0, 0, sentence.Marks, 0, 0);
        (Repeats, Leet) = (0, 0);
        var text = sentence.Text;
        uint before = 1, beforeThat = 1;
        int last = -1, lastBut = -1, signs = 0;
        for (var at = 0; at < text.Length;)
        {
            var ideographic = Letters.IsIdeographic(text[at]);
            var end = ideographic ? at + 1 : End(text, at);
            var meant = Means(text, at, end);
            if (meant != 0)
            {
                Note(meant, ref last, ref lastBut);
                Opening |= Words + (signs / 2) < 3 ? meant : 0;
            }

            if (ideographic)
            {
                signs++;
            }
            else
            {
                Words++;
            }

            var letters = text[at..end];
            if (!ideographic && letters.Length is > 2 and < 24 && HasDigitInside(letters))
            {
                Leet++;
                letters = Unleet(letters, _plain, 'i');
            }

            var word = Word(letters);
            Repeats += Array.IndexOf(_recent, word) >= 0 ? 1 : 0;
            _recent[_words++ & 7] = word;
            if (SurfaceCount + 3 + letters.Length < _surface.Length)
            {
                Add(word * 0x9E3779B1u);
                Add(Mix(before, word));
                Add(Mix(Mix(beforeThat, before), word));
                if (!ideographic && letters.Length > 4)
                {
                    Pieces(letters);
                }
            }

            (beforeThat, before) = (before, word);
            at = end < text.Length && text[end] == ' ' ? end + 1 : end;
        }

        if (Leet > 2)
        {
            Mask |= Mark.Disguise;
        }

        Words += (signs + 1) / 2;
    }

    /// <summary>The meanings of a mask, alone and in pairs, as indices; the count is returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Combine(ulong mask, Span<int> into)
    {
        var count = 0;
        for (var rest = mask; rest != 0; rest &= rest - 1)
        {
            var first = BitOperations.TrailingZeroCount(rest);
            into[count++] = first;
            for (var others = rest & (rest - 1); others != 0 && count < into.Length - 1; others &= others - 1)
            {
                into[count++] = 64 + (first << 6) + BitOperations.TrailingZeroCount(others);
            }

            if (count >= into.Length - 1)
            {
                break;
            }
        }

        return count;
    }

    private ulong Means(ReadOnlySpan<char> text, int at, int end)
    {
        var meant = _lexicon.Match(text, at, out _);
        if (meant != 0)
        {
            return meant;
        }

        var c = text[at];
        if (c is >= '\u0621' and <= '\u064A')
        {
            return AfterClitic(text, at, end);
        }

        if (c < 0x80 && end - at > 2)
        {
            if (end - at > 22)
            {
                return Inside(text, at, end);
            }

            if (HasDigitInside(text[at..end]))
            {
                return Unleet(text[at..end]);
            }
        }

        return 0;
    }

    // Arabic writes "and", "the", "with" onto the word.
    private ulong AfterClitic(ReadOnlySpan<char> text, int at, int end)
    {
        for (var skip = 1; skip <= 3 && at + skip + 2 <= end; skip++)
        {
            if (text[at + skip - 1] is not ('\u0648' or '\u0641' or '\u0628' or '\u0644' or '\u0643' or '\u0627' or '\u0633' or '\u064A' or '\u062A'))
            {
                return 0;
            }

            if (_lexicon.Match(text, at + skip, out var length) is var meant and not 0 && length > 2)
            {
                return meant;
            }
        }

        return 0;
    }

    // Words that were written together.
    private ulong Inside(ReadOnlySpan<char> text, int at, int end)
    {
        var meant = 0UL;
        for (var i = at; i < end - 2; i++)
        {
            if (_lexicon.Match(text[..end], i, out var length) is var found and not 0 && length > 3)
            {
                meant |= found;
                i += length - 1;
            }
        }

        if (BitOperations.PopCount(meant) > 2)
        {
            Mask |= Mark.Disguise;
            return meant;
        }

        return 0;
    }

    private static bool HasDigitInside(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var c in word)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits > 0 && digits < word.Length - 1 && word.Length > 2;
    }

    private ulong Unleet(ReadOnlySpan<char> word)
    {
        foreach (var one in "il")
        {
            if (_lexicon.Match(Unleet(word, _plain, one), 0, out var length) is var meant and not 0 && length > 2)
            {
                return meant;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> Unleet(ReadOnlySpan<char> word, Span<char> plain, char one)
    {
        for (var i = 0; i < word.Length; i++)
        {
            plain[i] = word[i] switch { '0' => 'o', '1' => one, '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '6' or '9' => 'g', '8' => 'b', var c => c };
        }

        return plain[..word.Length];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Note(ulong meant, ref int last, ref int lastBut)
    {
        Mask |= meant;
        var id = BitOperations.TrailingZeroCount(meant);
        if (last >= 0 && last != id && MeaningCount + 2 < _meanings.Length)
        {
            _meanings[MeaningCount++] = Neighbours + (last << 6) + id;
            if (lastBut >= 0 && lastBut != id)
            {
                var (low, high) = (Math.Min(lastBut, Math.Min(last, id)), Math.Max(lastBut, Math.Max(last, id)));
                var middle = lastBut + last + id - low - high;
                var hash = Mix(Mix((uint)low + 1, (uint)middle + 1), (uint)high + 1);
                _meanings[MeaningCount++] = Threes + (int)(hash % (MeaningSize - Threes));
            }
        }

        if (last != id)
        {
            (lastBut, last) = (last, id);
        }
    }

    private static int End(ReadOnlySpan<char> text, int at)
    {
        var end = text[at..].IndexOf(' ');
        return end < 0 ? text.Length : at + end;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Word(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ (char.IsAsciiDigit(c) ? '0' : c)) * 16777619u;
        }

        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pieces(ReadOnlySpan<char> word)
    {
        for (var i = 0; i + 4 <= word.Length && i < 12; i++)
        {
            var hash = 0x85EBCA6Bu;
            for (var j = i; j < i + 4; j++)
            {
                hash = (hash ^ word[j]) * 16777619u;
            }

            Add(hash * 0xC2B2AE35u);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint hash) => _surface[SurfaceCount++] = (int)(hash * 0x9E3779B1u >> 14);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint first, uint second) => (BitOperations.RotateLeft(first * 0x85EBCA6Bu, 13) ^ second) * 0xC2B2AE35u;
}
