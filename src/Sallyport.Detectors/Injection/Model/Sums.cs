namespace Sallyport.Detectors.Injection.Model;

/// <summary>What the linear model added up over some sentences; those of several add up.</summary>
internal readonly record struct Sums(int Words, int AsksWords, int WordCount, int Means, int AsksMeans, int MeanCount, ulong Mask)
{
    public static Sums operator +(Sums a, Sums b) => new(
        a.Words + b.Words, a.AsksWords + b.AsksWords, a.WordCount + b.WordCount, a.Means + b.Means, a.AsksMeans + b.AsksMeans, a.MeanCount + b.MeanCount, a.Mask | b.Mask);
}
