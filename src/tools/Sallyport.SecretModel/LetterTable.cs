using Sallyport.Detectors.Secrets.Generic;

namespace Sallyport.SecretModel;

/// <summary>Counts letter trigrams in word lists, each list weighing the same, and writes what each costs in sixteenths of a bit.</summary>
internal static class LetterTable
{
    public static byte[] Make(IEnumerable<string> lists)
    {
        const int n = LetterModel.Symbols;
        var shares = new double[n * n * n];
        foreach (var list in lists)
        {
            var counts = Count(File.ReadLines(list));
            var total = counts.Sum();
            for (var i = 0; i < counts.Length; i++)
            {
                shares[i] += counts[i] / total * 1e6;
            }
        }

        var table = new byte[n * n * n];
        for (var pair = 0; pair < n * n; pair++)
        {
            var sum = 0.0;
            for (var c = 0; c < n; c++)
            {
                sum += shares[(pair * n) + c];
            }

            for (var c = 0; c < n; c++)
            {
                // Interpolated with the uniform distribution, so that the unseen stays finite.
                var p = (0.97 * (sum == 0 ? 1.0 / n : shares[(pair * n) + c] / sum)) + (0.03 / n);
                table[(pair * n) + c] = (byte)Math.Clamp(Math.Round(-Math.Log2(p) * 16), 0, 255);
            }
        }

        return table;
    }

    private static double[] Count(IEnumerable<string> words)
    {
        const int n = LetterModel.Symbols;
        var counts = new double[n * n * n];
        foreach (var word in words)
        {
            int a = 0, b = 0;
            foreach (var letter in word.ToLowerInvariant())
            {
                if (!char.IsAsciiLetter(letter))
                {
                    (a, b) = (0, 0);
                    continue;
                }

                var c = letter - 'a' + 1;
                counts[(((a * n) + b) * n) + c]++;
                (a, b) = (b, c);
            }
        }

        return counts;
    }
}
