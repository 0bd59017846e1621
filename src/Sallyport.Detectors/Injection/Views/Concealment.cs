namespace Sallyport.Detectors.Injection.Views;

/// <summary>How far a text is kept from the eyes of a person who looks at the document.</summary>
internal enum Concealment
{
    /// <summary>It stands there to be read.</summary>
    None,

    /// <summary>Where documents keep text that is not shown at once: comments, attributes, titles, image texts.</summary>
    Aside,

    /// <summary>It is taken out of sight: hidden or same-colour elements.</summary>
    Unseen,

    /// <summary>It has to be decoded: base64, hexadecimal, percent, ROT13, backwards.</summary>
    Encoded,

    /// <summary>It is written in characters that show nothing, or that show another order.</summary>
    Invisible,
}
