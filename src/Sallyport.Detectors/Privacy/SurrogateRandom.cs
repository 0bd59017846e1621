namespace Sallyport.Detectors.Privacy;

/// <summary>Letters and digits that follow from a seed.</summary>
public sealed class SurrogateRandom(ulong first, ulong second)
{
    private ulong _first = first | 1;
    private ulong _second = second;

    internal int Next(int below)
    {
        // xoroshiro128+; the seed comes from a keyed hash.
        var sum = _first + _second;
        _second ^= _first;
        _first = ulong.RotateLeft(_first, 24) ^ _second ^ (_second << 16);
        _second = ulong.RotateLeft(_second, 37);
        return (int)((sum >> 33) % (ulong)below);
    }

    internal string Word(int length) => Of("abcdefghijkmnpqrstuvwxyz23456789", length);

    internal string Letters(int length) => Of("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz", length);

    internal string Hexadecimal() => (4096 + Next(61440)).ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    // What is neither letter nor digit stays; a byte beyond ASCII becomes a letter.
    internal byte Like(byte b) =>
        b is >= (byte)'0' and <= (byte)'9' ? (byte)('0' + Next(10))
        : b is >= (byte)'A' and <= (byte)'Z' ? (byte)('A' + Next(26))
        : b is >= (byte)'a' and <= (byte)'z' or >= 0x80 ? (byte)('a' + Next(26)) : b;

    private string Of(string alphabet, int length)
    {
        Span<char> text = stackalloc char[Math.Min(length, 64)];
        foreach (ref var c in text)
        {
            c = alphabet[Next(alphabet.Length)];
        }

        return new string(text);
    }
}
