namespace Sallyport.Registries.Naming;

/// <summary>A name without case and separators, look-alike letters of other scripts folded: what the eye compares.</summary>
internal static class FlatName
{
    /// <summary>Longest name that is compared.</summary>
    public const int Limit = 120;

    /// <summary>Writes the flat form into <paramref name="flat"/>; gives its length, or 0 for a name that is too long.</summary>
    public static int Write(ReadOnlySpan<char> name, Span<byte> flat)
    {
        if (name.Length > Limit)
        {
            return 0;
        }

        var length = 0;
        foreach (var c in name)
        {
            if (IsSeparator(c))
            {
                continue;
            }

            flat[length++] = Fold(c);
        }

        return length;
    }

    public static bool IsSeparator(char c) => c is '-' or '_' or '.' or '/' or '@' or ':' or ' ';

    /// <summary>The small ASCII letter that a character looks like.</summary>
    public static byte Fold(char c) => c switch
    {
        < (char)128 => (byte)char.ToLowerInvariant(c),
        'а' or 'ɑ' or 'α' or 'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' => (byte)'a',
        'Ь' or 'ь' => (byte)'b',
        'с' or 'ϲ' or 'ç' => (byte)'c',
        'ԁ' or 'ɗ' => (byte)'d',
        'е' or 'ё' or 'є' or 'é' or 'è' or 'ê' or 'ë' => (byte)'e',
        'ɡ' or 'ց' => (byte)'g',
        'һ' => (byte)'h',
        'і' or 'ı' or 'ɩ' or 'í' or 'ì' or 'ï' or 'î' => (byte)'i',
        'ј' => (byte)'j',
        'κ' or 'к' => (byte)'k',
        'І' or 'Ι' or 'ӏ' or 'ⅼ' => (byte)'l',
        'м' or 'ⅿ' => (byte)'m',
        'п' or 'ո' or 'ñ' => (byte)'n',
        'о' or 'ο' or 'օ' or 'ö' or 'ó' or 'ò' or 'ô' or 'ø' => (byte)'o',
        'р' or 'ρ' => (byte)'p',
        'ԛ' => (byte)'q',
        'г' => (byte)'r',
        'ѕ' => (byte)'s',
        'т' or 'τ' => (byte)'t',
        'υ' or 'ս' or 'ü' or 'ú' or 'ù' or 'û' => (byte)'u',
        'ν' or 'ѵ' or 'ᴠ' => (byte)'v',
        'ѡ' or 'ԝ' => (byte)'w',
        'х' or 'χ' => (byte)'x',
        'у' or 'ү' or 'ʏ' or 'γ' => (byte)'y',
        'ᴢ' => (byte)'z',
        >= 'ａ' and <= 'ｚ' => (byte)(c - 'ａ' + 'a'),
        >= 'Ａ' and <= 'Ｚ' => (byte)(c - 'Ａ' + 'a'),
        _ => (byte)'?',
    };
}
