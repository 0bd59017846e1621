using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Noise;

/// <summary>Whether a value only stands where a secret would: filled with x, one repeated character, counted up, or saying so in words.</summary>
internal static class Placeholder
{
    private const int DrawnLength = 32;

    private static readonly byte[][] Words =
        [.. "example placeholder changeme change-me change_me your_ your- yourapi yourtoken yoursecret yourkey yourpass dummy redacted insert replace notreal not_a_real not-a-real fake_ fake- fakekey faketoken removed masked hidden_ goes_here goes-here xxxxx"
            .Split(' ').Select(w => System.Text.Encoding.ASCII.GetBytes(w))];

    /// <summary>Judges a token whose first <paramref name="prefix"/> bytes are fixed by its kind.</summary>
    public static bool Is(ReadOnlySpan<byte> value, int prefix)
    {
        var body = value[Math.Min(prefix, value.Length)..];
        return body.Length > 0 && (IsFilled(body) || IsCounted(body) || Says(body, prefix > 0));
    }

    // One character (and separators) throughout, or a long tail of a usual filler.
    private static bool IsFilled(ReadOnlySpan<byte> body)
    {
        var fill = 0;
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var most = 0;
        byte first = 0;
        var distinct = 0;
        foreach (var b in body)
        {
            fill += IsFiller(b) ? 1 : 0;
            most = Math.Max(most, ++counts[b]);

            if (Bytes.IsAlnum(b) && Bytes.Lower(b) != first)
            {
                first = Bytes.Lower(b);
                distinct++;
            }
        }

        return distinct <= 1 || body.Length >= 24 && Kinds(counts) <= 4 || body.Length >= 6 && fill * 10 >= body.Length * 8 || body.Length >= 16 && most * 10 >= body.Length * 8;
    }

    private static int Kinds(ReadOnlySpan<int> counts)
    {
        var kinds = 0;
        foreach (var count in counts)
        {
            kinds += count > 0 ? 1 : 0;
        }

        return kinds;
    }

    private static bool IsFiller(byte b) => b is (byte)'x' or (byte)'X' or (byte)'*' or (byte)'.' or (byte)'#' or (byte)'?' || b >= 128;

    // 12345678901234567890, 123123123123: digits that count up, or anything that repeats after at most four characters.
    private static bool IsCounted(ReadOnlySpan<byte> body)
    {
        if (body.Length < 6)
        {
            return false;
        }

        var steps = 0;
        for (var i = 1; i < body.Length; i++)
        {
            steps += Bytes.IsDigit(body[i]) && Bytes.IsDigit(body[i - 1]) && (body[i] == body[i - 1] + 1 || body[i] == '0' && body[i - 1] == '9') ? 1 : 0;
        }

        return steps * 20 >= (body.Length - 1) * 19 || body.Length >= 16 && Period(body, 3) || body.Length >= 16 && Period(body, 4);
    }

    private static bool Period(ReadOnlySpan<byte> body, int period)
    {
        var same = 0;
        for (var i = period; i < body.Length; i++)
        {
            same += body[i] == body[i - period] ? 1 : 0;
        }

        return same * 10 >= (body.Length - period) * 8;
    }

    // A token that is drawn for the rest of its length was altered by a word, not made of it.
    private static bool IsDrawn(ReadOnlySpan<byte> rest)
    {
        int digits = 0, steps = 0;
        for (var i = 1; i < rest.Length; i++)
        {
            digits += Bytes.IsDigit(rest[i]) ? 1 : 0;
            steps += Bytes.Lower(rest[i]) == Bytes.Lower(rest[i - 1]) + 1 ? 1 : 0;
        }

        return rest.Length >= DrawnLength && digits >= 4 && steps * 2 < rest.Length && !IsFilled(rest) && !IsCounted(rest);
    }

    private static bool Says(ReadOnlySpan<byte> body, bool ofKnownKind)
    {
        if (body.Length > 400)
        {
            return false;
        }

        Span<byte> lower = stackalloc byte[body.Length];
        for (var i = 0; i < body.Length; i++)
        {
            lower[i] = Bytes.Lower(body[i]);
        }

        foreach (var word in Words)
        {
            if (lower.IndexOf(word) is var at and >= 0)
            {
                return !(ofKnownKind && (IsDrawn(body[..at]) || IsDrawn(body[(at + word.Length)..])));
            }
        }

        return false;
    }
}
