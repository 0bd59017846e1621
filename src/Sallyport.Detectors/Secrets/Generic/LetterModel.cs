using Sallyport.Detectors.Secrets.Spans;

namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>How surprising a string's letters are to somebody who knows words: bits a letter under trigrams of several languages.</summary>
/// <remarks>The table is made by <c>eng/train-secret-model</c>; random letters cost about 5.5 bits, words about 3.</remarks>
internal sealed class LetterModel
{
    /// <summary>Letters and the edge of a word.</summary>
    public const int Symbols = 27;

    private const double Unit = 1.0 / 16;
    private static LetterModel? _shared;
    private readonly byte[] _bits;

    private LetterModel(byte[] bits) => _bits = bits;

    /// <summary>The committed table.</summary>
    public static LetterModel Shared => _shared ??= new(ModelResource.Read("letters.bin"));

    /// <summary>Bits a letter over all letter runs of at least three, and how many letters those hold.</summary>
    public float Bits(ReadOnlySpan<byte> text, out int letters)
    {
        letters = 0;
        var sum = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < text.Length && IsLetter(text[i]) && !(text[i] < 'a' && text[i - 1] >= 'a'))
            {
                i++;
            }

            if (i - start >= 3)
            {
                sum += Run(text[start..i]);
                letters += i - start;
            }
        }

        return letters == 0 ? 0 : (float)(sum * Unit / letters);
    }

    private int Run(ReadOnlySpan<byte> run)
    {
        int a = 0, b = 0, sum = 0;
        foreach (var letter in run)
        {
            var c = Bytes.Lower(letter) - 'a' + 1;
            sum += _bits[(((a * Symbols) + b) * Symbols) + c];
            (a, b) = (b, c);
        }

        return sum;
    }

    private static bool IsLetter(byte b) => b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z';
}
