namespace Sallyport.Detectors.Privacy;

/// <summary>Why a value is taken for personal data; the order is from weak to strong.</summary>
internal enum Grounds
{
    /// <summary>It has the form, and its check digits hold where there are any. Enough only for who asks for this kind.</summary>
    Bare,

    /// <summary>It is written the way only this kind is.</summary>
    Formed,

    /// <summary>Words beside it, or the column it stands in, name it.</summary>
    Named,

    /// <summary>Check digits and form leave little to chance.</summary>
    Proved,
}
