namespace Sallyport.Registries.LookAlikes;

/// <summary>How likely one slip is a mistake rather than a name of its own: logistic regression over facts of the slip and of both names.</summary>
/// <remarks>
/// Trained on published typosquats whose target was among the 5,000 most popular names of npm and PyPI and on random slips, against all pairs one edit
/// apart between those and half of the ranks behind; the other half and the names of other lists were held out (bench/results/packages.md).
/// </remarks>
internal static class SlipWeights
{
    private const double Bias = 2.11;

    // Where names are longer on average, chance brings fewer of them together, and less evidence is enough for the same rate of false alarms.
    private const double Threshold = -0.65;
    private const double NpmThreshold = -2.0;

    /// <summary>Log odds above the threshold.</summary>
    public static double Score(Ecosystem ecosystem, Slip slip, int nameLength, int targetLength, double rank, double likelihoodRatio, bool wordsKnown, bool oneWordOfSeveral, bool separatorsDiffer, bool scopeDiffers)
    {
        var longest = Math.Max(nameLength, targetLength);
        var shortest = Math.Min(nameLength, targetLength);
        var letter = slip.Wrong != 0 ? slip.Wrong : slip.Right;
        var substitution = slip.Kind == SlipKind.Substitution;
        var alike = substitution && Letters.LookAlike(slip.Wrong, slip.Right);
        var last = slip.At >= longest - 1;
        var z = Bias - (ecosystem == Ecosystem.Npm ? NpmThreshold : Threshold) + slip.Kind switch
        {
            SlipKind.Transposition => 1.32,
            SlipKind.Doubling => 0.77,
            SlipKind.Halving => 0.71,
            SlipKind.Substitution => -1.06,
            SlipKind.Insertion => -1.20,
            _ => 1.57,
        };
        z += alike ? 0.87 : 0;
        z += substitution && Letters.Adjacent(slip.Wrong, slip.Right) ? 1.17 : 0;
        z += substitution && Letters.Vowel(slip.Wrong) && Letters.Vowel(slip.Right) ? 0.34 : 0;
        z += slip.At == 0 ? -0.66 : 0;
        z += last ? -0.98 : 0;
        z += !alike && (Letters.Digit(slip.Wrong) || Letters.Digit(slip.Right)) ? -1.63 : 0;
        z += last && letter == (byte)'s' && slip.Kind is SlipKind.Insertion or SlipKind.Omission or SlipKind.Doubling or SlipKind.Halving ? -0.30 : 0;
        z += 1.78 * Math.Min(shortest, 14) / 14;
        z += -3.46 * Math.Log10(rank + 10) / 4;
        z += -1.00 * Math.Clamp(likelihoodRatio, -8, 4) / 4;
        z += wordsKnown ? -2.12 : 0;
        z += oneWordOfSeveral ? 0.73 : 0;
        z += shortest == 5 ? -0.11 : shortest <= 4 ? -2.9 : 0;
        z += separatorsDiffer ? -1.30 : 0;
        z += scopeDiffers ? -0.85 : 0;
        return z;
    }
}
