namespace Sallyport.Detectors.Privacy.Numbers;

/// <summary>What a number needs so that it is taken for its kind where nobody asked for that kind.</summary>
internal enum Telling
{
    /// <summary>Nothing: check digits and form leave little to chance.</summary>
    Alone,

    /// <summary>The separators it is written with.</summary>
    Formed,

    /// <summary>A word that names it.</summary>
    Named,
}
