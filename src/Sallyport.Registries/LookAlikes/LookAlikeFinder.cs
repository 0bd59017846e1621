using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Registries.Index;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.LookAlikes;

/// <summary>Finds the popular name that an unknown one resembles most. Built once an ecosystem, when the first unknown name comes.</summary>
internal sealed partial class LookAlikeFinder
{
    private const int UnrankedRank = 300;
    private readonly EcosystemIndex _index;
    private readonly bool _ranked;
    private readonly byte[] _flats;
    private readonly int[] _starts;
    private readonly ulong[] _letters;
    private readonly int[][] _ofLength = new int[FlatName.Limit + 1][];
    private readonly Dictionary<uint, int> _byFlat;
    private readonly Dictionary<uint, int> _bySkeleton;
    private readonly Dictionary<uint, int> _byWords;
    private readonly HashSet<uint> _words = [];
    private readonly LetterModel _model = new();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LookAlikeFinder(EcosystemIndex index)
    {
        _index = index;
        _ranked = index.Ranked;
        var count = index.Count;
        _starts = new int[count + 2];
        _letters = new ulong[count + 1];
        _byFlat = new(count);
        _bySkeleton = new(count);
        _byWords = new(count);
        var flats = new byte[index.Size];
        var lengths = new int[FlatName.Limit + 1];
        Span<uint> room = stackalloc uint[Words.Limit];
        Span<byte> skeleton = stackalloc byte[FlatName.Limit];
        var at = 0;
        for (var rank = 1; rank <= count; rank++)
        {
            _starts[rank] = at;
            var name = index.Bytes(rank);
            at += Flatten(name, flats.AsSpan(at));
            _starts[rank + 1] = at;
            var flat = flats.AsSpan(_starts[rank], at - _starts[rank]);
            if (flat.IsEmpty || !_byFlat.TryAdd(Hash(flat), rank))
            {
                continue; // a more popular name stands for this flat form
            }

            lengths[flat.Length]++;
            _letters[rank] = Letters(flat);
            _model.Learn(flat);
            _bySkeleton.TryAdd(Hash(skeleton[..Skeleton.Write(flat, skeleton)]), rank);
            var words = Words.Of(name, room);
            foreach (var word in words.All)
            {
                _words.Add(word);
            }

            if (words.Count > 1)
            {
                _byWords.TryAdd(words.Unordered, rank);
            }
        }

        _flats = flats;
        for (var length = 0; length < lengths.Length; length++)
        {
            _ofLength[length] = new int[lengths[length]];
        }

        Array.Clear(lengths);
        for (var rank = 1; rank <= count; rank++)
        {
            if (_letters[rank] != 0)
            {
                var length = Flat(rank).Length;
                _ofLength[length][lengths[length]++] = rank;
            }
        }
    }

    /// <summary>The popular name that <paramref name="name"/>, which is none, resembles; null when it resembles none enough.</summary>
    public LookAlike? Find(string name)
    {
        Span<byte> room = stackalloc byte[FlatName.Limit];
        var flat = room[..FlatName.Write(name, room)];
        if (flat.Length < 3)
        {
            return null;
        }

        var utf8 = Encoding.UTF8.GetBytes(name);
        var best = default(LookAlike?);
        Shapes(name, utf8, flat, ref best);
        Slips(utf8, flat, ref best);
        if (best is null)
        {
            TwoSlips(utf8, flat, ref best);
            Additions(name, flat, ref best);
        }

        return best;
    }

    /// <summary>Whether a word stands in a popular name.</summary>
    public bool KnowsWord(ReadOnlySpan<byte> word)
    {
        Span<uint> room = stackalloc uint[Words.Limit];
        var words = Words.Of(word, room);
        return words.Count == 1 && _words.Contains(words.All[0]);
    }

    private static int Flatten(ReadOnlySpan<byte> name, Span<byte> flat)
    {
        if (name.Length > FlatName.Limit)
        {
            return 0;
        }

        var length = 0;
        foreach (var b in name)
        {
            if (!FlatName.IsSeparator((char)b))
            {
                flat[length++] = FlatName.Fold((char)b);
            }
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Letters(ReadOnlySpan<byte> flat)
    {
        var set = 0ul;
        foreach (var b in flat)
        {
            set |= 1ul << LookAlikes.Letters.Class(b);
        }

        return set;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash;
    }

    private ReadOnlySpan<byte> Flat(int rank) => _flats.AsSpan(_starts[rank], _starts[rank + 1] - _starts[rank]);

    // The rank that counts: lists that give no order say no more than "popular".
    private int Weight(int rank) => _ranked ? rank : UnrankedRank;

    private int WithFlat(ReadOnlySpan<byte> flat) =>
        _byFlat.TryGetValue(Hash(flat), out var rank) && Flat(rank).SequenceEqual(flat) ? rank : 0;

    private void Offer(int rank, LookAlikeKind kind, double score, ref LookAlike? best)
    {
        if (score > 0 && (best is null || score > best.Value.Score))
        {
            best = new LookAlike(_index.Name(rank), rank, kind, score);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Slips(byte[] name, ReadOnlySpan<byte> flat, ref LookAlike? best)
    {
        var letters = Letters(flat);
        var likelihood = double.NaN;
        for (var length = Math.Max(3, flat.Length - 1); length <= Math.Min(FlatName.Limit, flat.Length + 1); length++)
        {
            foreach (var rank in _ofLength[length])
            {
                if (BitOperations.PopCount(_letters[rank] ^ letters) > 2)
                {
                    continue;
                }

                var slip = Slip.Between(flat, Flat(rank));
                if (slip.Kind != SlipKind.None)
                {
                    likelihood = double.IsNaN(likelihood) ? _model.Likelihood(flat) : likelihood;
                    Weigh(name, flat, rank, slip, likelihood, ref best);
                }
            }
        }
    }

    private void Weigh(byte[] name, ReadOnlySpan<byte> flat, int rank, Slip slip, double likelihood, ref LookAlike? best)
    {
        var target = _index.Bytes(rank);
        Span<uint> room = stackalloc uint[Words.Limit];
        Span<uint> other = stackalloc uint[Words.Limit];
        var words = Words.Of(name, room);
        var right = Words.Of(target, other);
        if (words.Count > right.Count && (words.All.StartsWith(right.All) || words.All.EndsWith(right.All)))
        {
            return; // a word more: how plug-ins and bindings are called
        }

        var (known, differing) = (true, 0);
        var together = words.Count == right.Count;
        for (var i = 0; i < words.Count; i++)
        {
            if (!together || words.All[i] != right.All[i])
            {
                known &= _words.Contains(words.All[i]);
                differing++;
            }
        }

        var score = SlipWeights.Score(
            _index.Ecosystem, slip, flat.Length, Flat(rank).Length, Weight(rank), likelihood - _model.Likelihood(Flat(rank)),
            wordsKnown: known && differing > 0,
            oneWordOfSeveral: together && differing == 1 && words.Count > 1,
            separatorsDiffer: !together,
            scopeDiffers: !Scope(name).SequenceEqual(Scope(target)));
        Offer(rank, slip.Kind == SlipKind.Substitution && LookAlikes.Letters.LookAlike(slip.Wrong, slip.Right) ? LookAlikeKind.Homoglyph : LookAlikeKind.Slip, score, ref best);
    }

    private static ReadOnlySpan<byte> Scope(ReadOnlySpan<byte> name) => name.IndexOf((byte)'/') is > 0 and var slash ? name[..slash] : default;
}
