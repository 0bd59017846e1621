using System.Runtime.CompilerServices;

namespace Sallyport.Detectors.Injection.Files;

/// <summary>Whether a text gives any reason to look closely: a word that instructions to an assistant cannot do without, or letters other than ASCII.</summary>
internal static class Reason
{
    private const int Around = 400; // bytes in which two such words must meet

    /// <summary>Whether source code or data deserves a closer look. Vectorised; this is all that most files cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool ToLook(ReadOnlySpan<byte> text) =>
        Meets(text, "nstruction"u8) || Meets(text, "ssistant"u8) || Meets(text, "prompt"u8) || Meets(text, "previous"u8) || Meets(text, "gnore all"u8) || Meets(text, "isregard"u8)
        || Meets(text, " AI "u8) || Meets(text, "the user"u8) || Meets(text, "LLM"u8) || Meets(text, "agents"u8) || HasForeignWords(text) || HasLongRun(text);

    // The word alone is ordinary; with a second one nearby somebody may be spoken to.
    private static bool Meets(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOf(word);
            if (next < 0)
            {
                return false;
            }

            at += next;
            var near = text[Math.Max(0, at - Around)..Math.Min(text.Length, at + Around)];
            if (Holds(near))
            {
                return true;
            }

            at += word.Length;
        }

        return false;
    }

    private static bool Holds(ReadOnlySpan<byte> near) =>
        near.IndexOf("gnore "u8) >= 0 || near.IndexOf("GNORE "u8) >= 0 || near.IndexOf("isregard"u8) >= 0 || near.IndexOf("orget "u8) >= 0 || near.IndexOf("you must"u8) >= 0 || near.IndexOf("ou are now"u8) >= 0 || near.IndexOf("do not tell"u8) >= 0
        || near.IndexOf("not mention"u8) >= 0 || near.IndexOf("eveal"u8) >= 0 || near.IndexOf("system prompt"u8) >= 0 || near.IndexOf("SYSTEM"u8) >= 0 || near.IndexOf("nstead"u8) >= 0 || near.IndexOf("without telling"u8) >= 0
        || near.IndexOf("assistants"u8) >= 0 || near.IndexOf(" send "u8) >= 0 || near.IndexOf("xfiltrat"u8) >= 0 || near.IndexOf("credential"u8) >= 0 || near.IndexOf("IMPORTANT"u8) >= 0 || near.IndexOf("mportant"u8) >= 0;

    // Several letters of other alphabets in a row.
    private static bool HasForeignWords(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        return at >= 0 && text[at..].Count((byte)0xD0) + text[at..].Count((byte)0xD8) + text[at..].Count((byte)0xE0) + text[at..].Count((byte)0xE4) + text[at..].Count((byte)0xE5) + text[at..].Count((byte)0xE3) + text[at..].Count((byte)0xEC) + text[at..].Count((byte)0xC3) > 6;
    }

    private static bool HasLongRun(ReadOnlySpan<byte> text) => text.IndexOf("\\u200b"u8) >= 0;
}
