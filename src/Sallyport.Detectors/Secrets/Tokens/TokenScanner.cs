using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sallyport.Core.Text;
using Sallyport.Rules.Compiled;
using Sallyport.Rules.Patterns;

namespace Sallyport.Detectors.Secrets.Tokens;

/// <summary>Finds the tokens of rules that have a literal of their own: literal, start, automaton, boundaries.</summary>
internal sealed class TokenScanner(IEnumerable<Rule> rules)
{
    private readonly AnchorTable _anchors = new(rules);

    /// <summary>Adds every match in <paramref name="text"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(ReadOnlySpan<byte> text, List<Candidate> found)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = 0;
        for (; at + 8 <= text.Length; at += 4)
        {
            var bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));
            var (a, b) = (AnchorTable.Hash((uint)bytes), AnchorTable.Hash((uint)(bytes >> 8)));
            var (c, d) = (AnchorTable.Hash((uint)(bytes >> 16)), AnchorTable.Hash((uint)(bytes >> 24)));
            var hits = _anchors.MayBegin(a) | _anchors.MayBegin(b) << 1 | _anchors.MayBegin(c) << 2 | _anchors.MayBegin(d) << 3;
            if (hits != 0)
            {
                Try(text, at, hits, found);
            }
        }

        for (; at + 3 <= text.Length; at++)
        {
            Try(text, at, 1, found);
        }
    }

    // Bit i of `places` asks for a literal at `at` + i.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Try(ReadOnlySpan<byte> text, int at, uint places, List<Candidate> found)
    {
        for (; places != 0; places >>= 1, at++)
        {
            if ((places & 1) == 0)
            {
                continue;
            }

            var bytes = Anchor.Fold(Load(text[at..]));
            foreach (ref readonly var entry in _anchors.At(AnchorTable.Hash((uint)bytes)))
            {
                if ((bytes & entry.Mask) == entry.Text)
                {
                    Match(text, at, entry, found);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(text);
        }

        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        text.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64LittleEndian(padded);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Match(ReadOnlySpan<byte> text, int at, in AnchorTable.Entry anchor, List<Candidate> found)
    {
        var last = Math.Max(0, at - anchor.MaxOffset);
        for (var start = at - anchor.MinOffset; start >= last; start--)
        {
            if (TryAt(text, start, anchor.Rule, out var span))
            {
                var candidate = new Candidate(anchor.Rule, span);
                if (found.Count == 0 || found[^1] != candidate)
                {
                    found.Add(candidate);
                }

                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryAt(ReadOnlySpan<byte> text, int start, Rule rule, out TextSpan span)
    {
        span = default;
        if (!Boundary.Before(text, start) || !rule.Pattern!.TryMatch(text[start..], out var secretStart, out var secretLength, out var length)
            || !Boundary.After(text, start + length))
        {
            return false;
        }

        span = new TextSpan(start + secretStart, secretLength);
        return true;
    }
}
