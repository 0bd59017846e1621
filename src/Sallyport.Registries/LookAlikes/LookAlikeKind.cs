namespace Sallyport.Registries.LookAlikes;

/// <summary>How one name came to resemble another.</summary>
public enum LookAlikeKind
{
    /// <summary>One letter is wrong, missing, doubled, too many, or two changed places.</summary>
    Slip,

    /// <summary>Two letters are.</summary>
    TwoSlips,

    /// <summary>Letters were taken for ones that look the same: <c>0</c> for <c>o</c>, another script.</summary>
    Homoglyph,

    /// <summary>Only separators or the scope differ.</summary>
    Separator,

    /// <summary>The same words in another order.</summary>
    WordOrder,

    /// <summary>The language's name was put before or behind: <c>python-</c>, <c>-js</c>.</summary>
    Affix,

    /// <summary>A number was added or left out.</summary>
    Version,

    /// <summary>A word that promises something was added: <c>-official</c>, <c>-lite</c>.</summary>
    Combination,
}
