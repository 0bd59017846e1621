namespace Sallyport.Detectors.Injection.Language;

/// <summary>What a sentence shows beside its words. Marks share one set of 64 bits with the lexicon's meanings.</summary>
internal static class Mark
{
    /// <summary>How many meanings the lexicon may hold; marks lie above.</summary>
    public const int First = 52;

    public const ulong Question = 1UL << 52;
    public const ulong Exclamation = 1UL << 53;
    public const ulong Capitals = 1UL << 54;
    public const ulong Address = 1UL << 55;
    public const ulong Mail = 1UL << 56;
    public const ulong Number = 1UL << 57;
    public const ulong Delimiter = 1UL << 58;
    public const ulong Label = 1UL << 59;
    public const ulong Quote = 1UL << 60;
    public const ulong Placeholder = 1UL << 61;
    public const ulong Code = 1UL << 62;
    public const ulong Disguise = 1UL << 63;
}
