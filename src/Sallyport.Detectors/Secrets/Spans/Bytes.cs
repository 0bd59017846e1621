using System.Runtime.CompilerServices;

namespace Sallyport.Detectors.Secrets.Spans;

/// <summary>What a byte of text can be: part of a token, of a name, of an operator, a quote.</summary>
internal static class Bytes
{
    private const byte Alnum = 1;
    private const byte Joiner = 2;
    private const byte Quote = 4;
    private const byte Operator = 8;
    private const byte Blank = 16;
    private const byte Digit = 32;
    private static readonly byte[] Kinds = MakeKinds();

    /// <summary>A letter or digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAlnum(byte b) => (Kinds[b] & Alnum) != 0;

    /// <summary>A digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDigit(byte b) => (Kinds[b] & Digit) != 0;

    /// <summary>What tokens consist of: letters, digits and <c>_-+/=.~</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsToken(byte b) => (Kinds[b] & (Alnum | Joiner)) != 0;

    /// <summary>What names consist of: letters, digits, bytes beyond ASCII and <c>_-.$</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsName(byte b) => (Kinds[b] & Alnum) != 0 || b is (byte)'_' or (byte)'-' or (byte)'.' or (byte)'$' || b >= 128;

    /// <summary>An opening or closing quote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsQuote(byte b) => (Kinds[b] & Quote) != 0;

    /// <summary>Part of an operator that gives a name its value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOperator(byte b) => (Kinds[b] & Operator) != 0;

    /// <summary>Space or tab.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(byte b) => (Kinds[b] & Blank) != 0;

    /// <summary>A line end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLineEnd(byte b) => b is (byte)'\n' or (byte)'\r';

    /// <summary>The byte in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Lower(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 32) : b;

    private static byte[] MakeKinds()
    {
        var kinds = new byte[256];
        for (var b = 0; b < 128; b++)
        {
            kinds[b] |= char.IsAsciiLetterOrDigit((char)b) ? Alnum : (byte)0;
            kinds[b] |= char.IsAsciiDigit((char)b) ? Digit : (byte)0;
        }

        Mark("_-+/=.~", Joiner);
        Mark("\"'`", Quote);
        Mark("=:<>|?!", Operator);
        Mark(" \t", Blank);
        return kinds;

        void Mark(string bytes, byte kind)
        {
            foreach (var b in bytes)
            {
                kinds[b] |= kind;
            }
        }
    }
}
