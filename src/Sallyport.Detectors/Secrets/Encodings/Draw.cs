namespace Sallyport.Detectors.Secrets.Encodings;

/// <summary>Random material for example tokens.</summary>
internal static class Draw
{
    public static string Text(Random random, string alphabet, int length) => new(random.GetItems<char>(alphabet, length));

    public static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>The text with one character exchanged for another of the alphabet.</summary>
    public static string Exchange(string text, int index, string alphabet, Random random)
    {
        var old = alphabet.IndexOf(text[index], StringComparison.Ordinal);
        var next = alphabet[(old + 1 + random.Next(alphabet.Length - 1)) % alphabet.Length];
        return string.Concat(text.AsSpan(0, index), [next], text.AsSpan(index + 1));
    }
}
