using System.Text;
using Sallyport.Registries.Index;

namespace Sallyport.Registries.Verdicts;

/// <summary>Popular packages that share the words of an invented name: what its author may have had in mind.</summary>
internal sealed class Alternatives(PackageIndex index)
{
    private const int Most = 4;

    public IReadOnlyList<string> For(Ecosystem ecosystem, string name)
    {
        if (index.Part(ecosystem) is not { } part)
        {
            return [];
        }

        var words = Words(name, part);
        var best = new List<(double Score, int Rank)>();
        for (var rank = 1; rank <= part.Count; rank++)
        {
            var other = part.Name(rank).ToLowerInvariant();
            var (shared, covered) = (0, 0);
            foreach (var word in words)
            {
                if (other.Contains(word, StringComparison.Ordinal))
                {
                    shared++;
                    covered += word.Length;
                }
            }

            if (shared > 0)
            {
                best.Add((shared + ((double)covered / Math.Max(other.Length, name.Length)) - (rank / 100_000.0), rank));
            }
        }

        best.Sort((x, y) => y.Score.CompareTo(x.Score));
        return [.. best.Take(Most).Select(b => part.Name(b.Rank))];
    }

    // Words between separators; a long one is cut where both parts are words of popular names.
    private static List<string> Words(string name, EcosystemIndex part)
    {
        var words = new List<string>();
        var last = name[(name.LastIndexOfAny(['/', ':']) + 1)..];
        foreach (var word in last.ToLowerInvariant().Split((char[])['-', '_', '.', '@'], StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = 0;
            for (var at = word.Length - 3; at >= 3 && cut == 0; at--)
            {
                cut = Known(word[..at], part) && Known(word[at..], part) ? at : 0;
            }

            if (cut > 0)
            {
                words.Add(word[..cut]);
                words.Add(word[cut..]);
            }
            else if (word.Length >= 3)
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static bool Known(string word, EcosystemIndex part) => part.LookAlikes.KnowsWord(Encoding.UTF8.GetBytes(word));
}
