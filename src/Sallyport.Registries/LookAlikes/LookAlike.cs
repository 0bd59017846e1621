namespace Sallyport.Registries.LookAlikes;

/// <summary>A popular name that an unknown one resembles.</summary>
/// <param name="Target">The popular name.</param>
/// <param name="Rank">Its 1-based rank.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Score">How likely a mistake is, as log odds above the threshold at which a person should look.</param>
public readonly record struct LookAlike(string Target, int Rank, LookAlikeKind Kind, double Score)
{
    /// <summary>The likeness in words.</summary>
    public string Words => Kind switch
    {
        LookAlikeKind.Slip => $"one letter away from `{Target}`",
        LookAlikeKind.TwoSlips => $"two letters away from `{Target}`",
        LookAlikeKind.Homoglyph => $"looks like `{Target}` with letters replaced by similar ones",
        LookAlikeKind.Separator => $"differs from `{Target}` only in separators",
        LookAlikeKind.WordOrder => $"has the words of `{Target}` in another order",
        LookAlikeKind.Affix => $"is `{Target}` with the language's name added",
        LookAlikeKind.Version => $"differs from `{Target}` only in a number",
        _ => $"is `{Target}` with a word added",
    };
}
