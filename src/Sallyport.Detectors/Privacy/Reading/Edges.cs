namespace Sallyport.Detectors.Privacy.Reading;

/// <summary>Whether a value stands alone, or is cut out of something longer.</summary>
internal static class Edges
{
    /// <summary>Whether a letter, a digit or a letter beyond ASCII stands before <paramref name="start"/>; scripts without blanks do not count.</summary>
    public static bool Joined(ReadOnlySpan<byte> text, int start)
    {
        if (start == 0)
        {
            return false;
        }

        var before = text[start - 1];
        if (before < 0x80)
        {
            return char.IsAsciiLetterOrDigit((char)before) && !IsEscape(text, start);
        }

        var lead = start - 1;
        while (lead > 0 && start - lead < 4 && (text[lead] & 0xC0) == 0x80)
        {
            lead--;
        }

        return text[lead] is >= 0xC3 and < 0xE0 && start - lead == 2;
    }

    /// <summary>Whether a letter or digit follows <paramref name="end"/>.</summary>
    public static bool Goes(ReadOnlySpan<byte> text, int end) =>
        end < text.Length && (char.IsAsciiLetterOrDigit((char)text[end]) || text[end] is >= 0xC3 and < 0xE0);

    /// <summary>Whether digits go on behind a separator, before <paramref name="start"/> or behind <paramref name="end"/>: a part of a longer number, a version, a date.</summary>
    public static bool Cut(ReadOnlySpan<byte> text, int start, int end) =>
        start > 1 && IsJoint(text[start - 1]) && char.IsAsciiDigit((char)text[start - 2])
        || end + 1 < text.Length && IsJoint(text[end]) && char.IsAsciiDigit((char)text[end + 1])
        || end < text.Length && text[end] == '_' || start > 0 && text[start - 1] is (byte)'.' or (byte)'$' && (start < 2 || text[start - 2] is (byte)' ' or (byte)'$' or (byte)'-');

    private static bool IsJoint(byte b) => b is (byte)'-' or (byte)'.' or (byte)'/' or (byte)':' or (byte)'_' or (byte)'+';

    // \n and %20 end a word as what they stand for does.
    private static bool IsEscape(ReadOnlySpan<byte> text, int start) =>
        start > 1 && text[start - 2] == '\\' && text[start - 1] is (byte)'n' or (byte)'t' or (byte)'r'
        || start > 2 && text[start - 3] == '%' && char.IsAsciiHexDigit((char)text[start - 2]);
}
