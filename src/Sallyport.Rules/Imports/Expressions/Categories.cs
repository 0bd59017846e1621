using Sallyport.Rules.Patterns;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>POSIX classes and Unicode categories. Of the latter only the ASCII part is exact: beyond it every byte counts as a member.</summary>
internal static class Categories
{
    private static readonly ByteSet High = ByteSet.Range(0x80, 0xFF);

    private static ByteSet Letters => Upper | Lower;

    private static ByteSet Upper => ByteSet.Range('A', 'Z');

    private static ByteSet Lower => ByteSet.Range('a', 'z');

    private static ByteSet Graph => ByteSet.Range('!', '~');

    private static ByteSet Punctuation => ByteSet.Range('!', '/') | ByteSet.Range(':', '@') | ByteSet.Range('[', '`') | ByteSet.Range('{', '~');

    private static ByteSet Symbols =>
        ByteSet.Single('$') | ByteSet.Single('+') | ByteSet.Range('<', '>') | ByteSet.Single('^') | ByteSet.Single('`') | ByteSet.Single('|') | ByteSet.Single('~');

    /// <summary>The class that <c>[:name:]</c> is; null when there is none.</summary>
    public static ByteSet? Posix(string name) => name switch
    {
        "alnum" => Letters | ByteSet.Digits,
        "alpha" => Letters,
        "ascii" => ByteSet.Range(0, 0x7F),
        "blank" => ByteSet.Single(' ') | ByteSet.Single('\t'),
        "cntrl" => ByteSet.Range(0, 0x1F) | ByteSet.Single(0x7F),
        "digit" => ByteSet.Digits,
        "graph" => Graph,
        "lower" => Lower,
        "print" => Graph | ByteSet.Single(' '),
        "punct" => Punctuation,
        "space" => ByteSet.Space,
        "upper" => Upper,
        "word" => ByteSet.Word,
        "xdigit" => ByteSet.Digits | ByteSet.Range('A', 'F') | ByteSet.Range('a', 'f'),
        _ => null,
    };

    /// <summary>The ASCII part of a Unicode category; null when it is not known here.</summary>
    public static ByteSet? Find(string name) => name switch
    {
        "L" or "Letter" or "Alphabetic" or "L&" or "LC" or "Latin" => Letters,
        "Lu" or "Uppercase_Letter" or "Uppercase" => Upper,
        "Ll" or "Lowercase_Letter" or "Lowercase" => Lower,
        "Lt" or "Lm" or "Lo" or "M" or "Mn" or "Mc" or "Nl" or "No" or "Han" or "Greek" or "Cyrillic" or "Arabic" or "Hebrew" => default(ByteSet),
        "N" or "Number" or "Nd" or "Decimal_Number" => ByteSet.Digits,
        "P" or "Punctuation" => Punctuation & ~Symbols,
        "S" or "Symbol" => Symbols,
        "Z" or "Zs" or "Separator" => ByteSet.Single(' '),
        "C" or "Cc" or "Other" => ByteSet.Range(0, 0x1F) | ByteSet.Single(0x7F),
        "Any" => ByteSet.Range(0, 0x7F),
        _ => null,
    };

    /// <summary>A category, or all outside it, with every byte beyond ASCII.</summary>
    public static ByteSet Set(ByteSet ascii, bool negate) => (negate ? ~ascii : ascii) | High;
}
