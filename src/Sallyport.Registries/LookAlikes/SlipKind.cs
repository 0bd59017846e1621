namespace Sallyport.Registries.LookAlikes;

/// <summary>What went wrong with one letter.</summary>
internal enum SlipKind
{
    None,
    Transposition,
    Doubling,
    Halving,
    Substitution,
    Insertion,
    Omission,
}
