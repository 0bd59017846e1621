namespace Sallyport.Detectors.Injection.Language;

/// <summary>Reads letters as a person would: without accents, styles and widths, look-alikes recognised.</summary>
internal static partial class Letters
{
    private const string SmallArabic = "اا"; // what the variants of alef become
    private static readonly char[] Alike = MakeAlike();

    /// <summary>The plain lower-case letter of a code point: as a char, or 0 when it shows nothing, or the code point's own lower case.</summary>
    public static char Plain(int rune) => rune switch
    {
        < 0xC0 => rune == 0xAD ? '\0' : char.ToLowerInvariant((char)rune),
        < 0x250 => Of(Accented[rune - 0xC0], rune),
        >= 0x1E00 and < 0x1F00 => Of(Stacked[rune - 0x1E00], rune),
        >= 0x2100 and < 0x2150 => Of(Letterlike[rune - 0x2100], rune),
        _ when IsInvisible(rune) => '\0',
        < 0x10000 => OfPlane(rune),
        >= 0x1D400 and < 0x1D6A4 => (char)('a' + ((rune - 0x1D400) % 26)),
        >= 0x1D7CE and < 0x1D800 => (char)('0' + ((rune - 0x1D7CE) % 10)),
        >= 0x1F110 and < 0x1F12A => (char)('a' + rune - 0x1F110),
        >= 0x1F130 and < 0x1F14A => (char)('a' + rune - 0x1F130),
        >= 0x1F150 and < 0x1F16A => (char)('a' + rune - 0x1F150),
        >= 0x1F170 and < 0x1F18A => (char)('a' + rune - 0x1F170),
        >= 0x1F1E6 and < 0x1F200 => (char)('a' + rune - 0x1F1E6),
        _ => '\uFFFD',
    };

    /// <summary>Whether a code point shows nothing where it stands among letters.</summary>
    public static bool IsInvisible(int rune) => rune switch
    {
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0x180B and <= 0x180D => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        >= 0x1D173 and <= 0x1D17A => true,
        _ => false,
    };

    /// <summary>The Latin letter that a letter of another script looks like; 0 for none.</summary>
    public static char LooksLike(char letter) => letter < Alike.Length ? Alike[letter] : '\0';

    /// <summary>Whether a script writes without blanks between words, so that each of its signs stands for itself.</summary>
    public static bool IsIdeographic(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\u0E00' and <= '\u0E7F');

    /// <summary>Whether a character belongs to words: letters, and the marks that go with them.</summary>
    public static bool IsWord(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || c is (>= '\u0900' and <= '\u0DFF') or (>= '\u0300' and <= '\u036F');

    private static char Of(char plain, int rune) => plain != '.' ? plain : char.ToLowerInvariant((char)rune);

    private static char OfPlane(int rune) => rune switch
    {
        >= 0x300 and <= 0x36F => '\0',
        0x622 or 0x623 or 0x625 or 0x671 => SmallArabic[0],
        0x649 => '\u064A',
        0x629 => '\u0647',
        0x640 or 0x93C => '\0',
        >= 0x64B and <= 0x65F => '\0',
        0x958 => '\u0915',
        0x95B => '\u091C',
        0x95C => '\u0921',
        0x95D => '\u0922',
        0x95E => '\u092B',
        >= 0x249C and <= 0x24B5 => (char)('a' + rune - 0x249C),
        >= 0x24B6 and <= 0x24E9 => (char)('a' + ((rune - 0x24B6) % 26)),
        >= 0xFF01 and <= 0xFF5E => char.ToLowerInvariant((char)(rune - 0xFEE0)),
        0x3000 => ' ',
        >= 0xD800 and <= 0xDFFF => '\uFFFD',
        _ => char.ToLowerInvariant((char)rune),
    };

    private static char[] MakeAlike()
    {
        var table = new char[0xA800];
        for (var i = 0; i + 1 < LookAlikes.Length; i += 2)
        {
            table[LookAlikes[i]] = LookAlikes[i + 1];
        }

        return table;
    }
}
