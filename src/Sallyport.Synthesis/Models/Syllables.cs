using System.Text;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>Words that are none, for names and text.</summary>
internal static class Syllables
{
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    /// <summary>A word of a number of syllables.</summary>
    public static string Word(Chance chance, int syllables)
    {
        var word = new StringBuilder();
        for (var i = 0; i < syllables; i++)
        {
            word.Append(Consonants[chance.Below(Consonants.Length)]).Append(Vowels[chance.Below(Vowels.Length)]);
        }

        if (chance.Below(2) == 0)
        {
            word.Append("nrlst"[chance.Below(5)]);
        }

        return word.ToString();
    }

    /// <summary>A word about as long as one of <paramref name="letters"/> letters.</summary>
    public static string Like(Chance chance, int letters) => Word(chance, Math.Max(1, (letters + chance.Below(2)) / 2));
}
