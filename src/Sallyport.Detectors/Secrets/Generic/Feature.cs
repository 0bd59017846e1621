namespace Sallyport.Detectors.Secrets.Generic;

/// <summary>What is measured of an assignment.</summary>
internal enum Feature
{
    ClassPassword, ClassToken, ClassKey, ClassSecret, ClassAuth, ClassMaterial, ClassScheme, ClassAddress,
    BondEqual, BondColon, BondArrow, BondComparison, BondCall, BondArgument, BondElement, BondFlag, BondSibling, BondBlank,
    Quoted, SingleQuoted, Wrapped,
    FileCode, FileSettings, FileData, FileMarkup, FileScript, FileProse, FileTranslation,
    NameTail, NameTailPublic, NameTailId, NameHeadPublic, NameHeadStrong, NameUpper, NameWords, NameLength, NameTest,
    Length, Digits, Uppers, Symbols, Spaces, Distinct, Transitions, Entropy,
    Hex, Uuid, Numeric, OneCase, LetterBits, LettersInRuns, LongestRun, StockWords, NameOverlap, Repeats, Steps,
    Interpolated, Bracketed, Slashes, Dotted, Identifier, Colons, Ats,
    Comment, LongLine, GoesOn, Continues,
}
