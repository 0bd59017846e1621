using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Registries.Naming;

namespace Sallyport.Registries.LookAlikes;

/// <content>Likenesses beyond one letter: shape, order, additions, two letters.</content>
internal sealed partial class LookAlikeFinder
{
    private const int AffixRank = 1000;
    private const int VersionRank = 300;
    private const int CombinationRank = 200;
    private const int TwoSlipsRank = 300;
    private const int AnagramLength = 8;
    private const int ScopeRank = 500;
    private const int WordOrderRank = 500;
    private static readonly HashSet<string> Promises = new(
        "official real original lite light pro plus premium secure security safe fixed fix patch patched latest new update updated updater dev devel beta stable release install installer setup helper helpers sdk api http https x next free easy fast".Split(' '),
        StringComparer.Ordinal);

    // The name of the ecosystem's own language says nothing; that of another one is what bindings are called by.
    private static (byte[][] Before, byte[][] Behind) Affixes(Ecosystem ecosystem) => ecosystem switch
    {
        Ecosystem.Npm => (Split("node js npm"), Split("nodejs node js npm ts")),
        Ecosystem.PyPi => (Split("python3 python py lib"), Split("python3 python py lib")),
        Ecosystem.RubyGems => (Split("ruby rb"), Split("ruby rb gem")),
        Ecosystem.Crates => (Split("rust rs"), Split("rust rs")),
        Ecosystem.NuGet => ([], Split("net dotnet core")),
        Ecosystem.Go => (Split("go"), Split("go golang")),
        _ => ([], []),
    };

    private static byte[][] Split(string words) => [.. words.Split(' ').Select(Encoding.ASCII.GetBytes)];

    private void Shapes(string name, byte[] utf8, ReadOnlySpan<byte> flat, ref LookAlike? best)
    {
        if (WithFlat(flat) is > 0 and var same)
        {
            var ascii = Ascii.IsValid(name);
            var scoped = utf8.AsSpan().Contains((byte)'/') != _index.Bytes(same).Contains((byte)'/');
            if (!ascii || !scoped || Weight(same) <= ScopeRank)
            {
                Offer(same, ascii ? LookAlikeKind.Separator : LookAlikeKind.Homoglyph, ascii ? 2.0 : 6.0, ref best);
            }
        }

        Span<byte> room = stackalloc byte[FlatName.Limit];
        var skeleton = room[..Skeleton.Write(flat, room)];
        if (flat.Length >= 5 && _bySkeleton.TryGetValue(Hash(skeleton), out var alike) && !Flat(alike).SequenceEqual(flat))
        {
            Offer(alike, LookAlikeKind.Homoglyph, 2.5 - (Weight(alike) / 5000.0), ref best);
        }

        Span<uint> words = stackalloc uint[Words.Limit];
        if (Words.Of(utf8, words) is { Count: > 1 } own && _byWords.TryGetValue(own.Unordered, out var turned) && (_index.Ecosystem != Ecosystem.Npm || Weight(turned) <= WordOrderRank))
        {
            Offer(turned, LookAlikeKind.WordOrder, 1.0, ref best);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwoSlips(byte[] name, ReadOnlySpan<byte> flat, ref LookAlike? best)
    {
        if (flat.Length < 5)
        {
            return;
        }

        var letters = Letters(flat);
        var likelihood = double.NaN;
        for (var length = Math.Max(5, flat.Length - 2); length <= Math.Min(FlatName.Limit, flat.Length + 2); length++)
        {
            foreach (var rank in _ofLength[length])
            {
                if (Weight(rank) > TwoSlipsRank && flat.Length < AnagramLength)
                {
                    break;
                }

                if (BitOperations.PopCount(_letters[rank] ^ letters) > 4 || !Slip.WithinTwo(flat, Flat(rank)))
                {
                    continue;
                }

                // Two wrong letters in a short name, or next to a less popular one, are chance unless the letters are the same.
                if ((flat.Length < 7 || Weight(rank) > TwoSlipsRank) && !Anagrams(flat, Flat(rank)))
                {
                    continue;
                }

                likelihood = double.IsNaN(likelihood) ? _model.Likelihood(flat) : likelihood;
                var unlikely = (_model.Likelihood(Flat(rank)) - likelihood) / flat.Length;
                var moved = Anagrams(flat, Flat(rank));
                if (unlikely > (moved ? 0 : 0.2) && (Weight(rank) <= 100 || !AtOneEnd(flat, Flat(rank))) && ((moved && flat.Length >= 10) || !OnlyKnownWordsDiffer(name, _index.Bytes(rank))))
                {
                    Offer(rank, LookAlikeKind.TwoSlips, unlikely + 0.1, ref best);
                }
            }
        }
    }

    // A syllable put before or behind is how new names are made.
    private static bool AtOneEnd(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        var begin = x.CommonPrefixLength(y);
        var shortest = Math.Min(x.Length, y.Length);
        var end = 0;
        while (end < shortest - begin && x[^(end + 1)] == y[^(end + 1)])
        {
            end++;
        }

        return begin == 0 || end == 0;
    }

    private static bool Anagrams(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        if (x.Length != y.Length || x[0] != y[0])
        {
            return false;
        }

        Span<sbyte> balance = stackalloc sbyte[128];
        for (var i = 0; i < x.Length; i++)
        {
            balance[x[i] & 127]++;
            balance[y[i] & 127]--;
        }

        return !balance.ContainsAnyExcept((sbyte)0);
    }

    private bool OnlyKnownWordsDiffer(ReadOnlySpan<byte> name, ReadOnlySpan<byte> target)
    {
        Span<uint> room = stackalloc uint[Words.Limit];
        Span<uint> other = stackalloc uint[Words.Limit];
        var words = Words.Of(name, room);
        var right = Words.Of(target, other);
        var known = true;
        for (var i = 0; i < words.Count; i++)
        {
            known &= _words.Contains(words.All[i]) || (words.Count == right.Count && words.All[i] == right.All[i]);
        }

        return known || words.Count != right.Count;
    }

    private void Additions(string name, ReadOnlySpan<byte> flat, ref LookAlike? best)
    {
        var (before, behind) = Affixes(_index.Ecosystem);
        foreach (var affix in before)
        {
            Affix(flat.StartsWith(affix) ? flat[affix.Length..] : default, affix, ref best);
        }

        foreach (var affix in behind)
        {
            Affix(flat.EndsWith(affix) ? flat[..^affix.Length] : default, affix, ref best);
        }

        if (_index.Ecosystem == Ecosystem.Npm && name.EndsWith(".js", StringComparison.Ordinal) && WithFlat(flat[..^2]) is > 0 and var bare)
        {
            Offer(bare, LookAlikeKind.Affix, 0.5, ref best);
        }

        var stem = flat.TrimEnd("0123456789"u8);
        if (_ranked && stem.Length >= 5 && stem.Length < flat.Length && flat.Length - stem.Length <= 2 && WithFlat(stem) is > 0 and var base_ && Weight(base_) <= VersionRank)
        {
            Offer(base_, LookAlikeKind.Version, 0.5, ref best);
        }

        Combination(name, ref best);
    }

    private void Affix(ReadOnlySpan<byte> core, byte[] affix, ref LookAlike? best)
    {
        // Bindings to a library of another language are called py…; hardly anybody calls a new thing …-js after a popular one.
        var most = _index.Ecosystem == Ecosystem.Npm && !affix.AsSpan().SequenceEqual("ts"u8) ? int.MaxValue
            : affix.AsSpan().SequenceEqual("py"u8) ? VersionRank
            : AffixRank;
        if (core.Length >= 4 && WithFlat(core) is > 0 and var rank && Weight(rank) <= most && (core.Length >= 5 || Weight(rank) <= CombinationRank))
        {
            Offer(rank, LookAlikeKind.Affix, 0.6 + (core.Length / 100.0), ref best);
        }
    }

    // A very popular name with words around it that only promise something.
    private void Combination(string name, ref LookAlike? best)
    {
        var words = name.ToLowerInvariant().Split('-', '_', '.');
        if (words.Length is < 2 or > 5)
        {
            return;
        }

        Span<byte> room = stackalloc byte[FlatName.Limit];
        for (var i = 0; i < words.Length; i++)
        {
            if (Array.TrueForAll(words, w => ReferenceEquals(w, words[i]) || Promises.Contains(w)) && words[i].Length >= 4
                && WithFlat(room[..FlatName.Write(words[i], room)]) is > 0 and var rank && Weight(rank) <= CombinationRank)
            {
                Offer(rank, LookAlikeKind.Combination, 0.4, ref best);
            }
        }
    }
}
