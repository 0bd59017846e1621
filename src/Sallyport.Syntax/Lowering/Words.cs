using System.Text;

namespace Sallyport.Syntax.Lowering;

/// <summary>The words of a text as hashes: enough to tell that a function cannot mention a name.</summary>
internal static class Words
{
    /// <summary>The different words of a text; a back quote is a word, for languages where it starts a program.</summary>
    public static int[] Of(ReadOnlySpan<byte> text)
    {
        var words = new HashSet<int>();
        var hash = 0;
        foreach (var b in text)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'$' or >= 0x80)
            {
                hash = Next(hash, b);
                continue;
            }

            if (hash != 0)
            {
                words.Add(hash);
                hash = 0;
            }

            if (b == (byte)'`')
            {
                words.Add(Next(0, b));
            }
        }

        if (hash != 0)
        {
            words.Add(hash);
        }

        return [.. words];
    }

    /// <summary>The hash of one word.</summary>
    public static int Of(string word)
    {
        var hash = 0;
        foreach (var b in Encoding.UTF8.GetBytes(word))
        {
            hash = Next(hash, b);
        }

        return hash;
    }

    private static int Next(int hash, byte b) => ((hash == 0 ? unchecked((int)2166136261) : hash) ^ b) * 16777619;
}
