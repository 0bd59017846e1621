using System.Text;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>A column of names or free text: words that are none, as many, as long and as capitalised as those of some row.</summary>
internal sealed class TextModel(IReadOnlyList<string> sample) : ColumnModel
{
    private const int LongestDrawn = 2000;

    public override string Kind => "text, of made-up words";

    public override string Draw(int bin, Chance chance, int attempt)
    {
        var like = sample[chance.Below(sample.Count)].AsSpan();
        like = like[..Math.Min(like.Length, LongestDrawn)];
        var text = new StringBuilder(like.Length + 8);
        while (!like.IsEmpty)
        {
            var word = 0;
            while (word < like.Length && char.IsLetterOrDigit(like[word]))
            {
                word++;
            }

            if (word == 0)
            {
                text.Append(like[0] is > '~' or < ' ' ? ' ' : like[0]);
                like = like[1..];
                continue;
            }

            Append(text, like[..word], chance);
            like = like[word..];
        }

        return attempt < 32 ? text.ToString() : text.Append(' ').Append(Syllables.Word(chance, attempt / 16)).ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> like, Chance chance)
    {
        if (like.ContainsAnyInRange('0', '9'))
        {
            foreach (var c in like)
            {
                text.Append(char.IsAsciiDigit(c) ? (char)('0' + chance.Below(10)) : char.IsUpper(c) ? (char)('A' + chance.Below(26)) : (char)('a' + chance.Below(26)));
            }

            return;
        }

        var word = Syllables.Like(chance, like.Length);
        var shouted = like.Length > 1 && char.IsUpper(like[0]) && char.IsUpper(like[1]);
        text.Append(shouted ? word.ToUpperInvariant() : char.IsUpper(like[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word);
    }
}
