using System.Runtime.CompilerServices;

namespace Sallyport.Registries.LookAlikes;

/// <summary>The one edit between two flat names.</summary>
internal readonly record struct Slip(SlipKind Kind, int At, byte Wrong, byte Right)
{
    /// <summary>The edit that makes <paramref name="name"/> of <paramref name="target"/>; <see cref="SlipKind.None"/> unless it is exactly one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Slip Between(ReadOnlySpan<byte> name, ReadOnlySpan<byte> target)
    {
        var at = name.CommonPrefixLength(target);
        var rest = name[at..];
        var right = target[at..];
        if (rest.Length == right.Length)
        {
            return rest.IsEmpty ? default
                : rest[1..].SequenceEqual(right[1..]) ? new(SlipKind.Substitution, at, rest[0], right[0])
                : rest.Length > 1 && rest[0] == right[1] && rest[1] == right[0] && rest[2..].SequenceEqual(right[2..]) ? new(SlipKind.Transposition, at, rest[0], right[0])
                : default;
        }

        if (rest.Length == right.Length + 1 && rest[1..].SequenceEqual(right))
        {
            return new(Doubled(name, at) ? SlipKind.Doubling : SlipKind.Insertion, at, rest[0], 0);
        }

        return right.Length == rest.Length + 1 && right[1..].SequenceEqual(rest)
            ? new(Doubled(target, at) ? SlipKind.Halving : SlipKind.Omission, at, 0, right[0])
            : default;
    }

    /// <summary>Whether <paramref name="x"/> becomes <paramref name="y"/> by at most two edits, a transposition being one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool WithinTwo(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        if (Math.Abs(x.Length - y.Length) > 2)
        {
            return false;
        }

        var prefix = x.CommonPrefixLength(y);
        x = x[prefix..];
        y = y[prefix..];
        while (!x.IsEmpty && !y.IsEmpty && x[^1] == y[^1])
        {
            x = x[..^1];
            y = y[..^1];
        }

        const int Most = 64;
        if (x.Length > Most || y.Length > Most)
        {
            return false;
        }

        Span<int> before = stackalloc int[Most + 1];
        Span<int> last = stackalloc int[Most + 1];
        Span<int> row = stackalloc int[Most + 1];
        for (var j = 0; j <= y.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= x.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > 2)
            {
                return false;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[y.Length] <= 2;
    }

    private static bool Doubled(ReadOnlySpan<byte> text, int at) =>
        (at > 0 && text[at] == text[at - 1]) || (at + 1 < text.Length && text[at] == text[at + 1]);
}
