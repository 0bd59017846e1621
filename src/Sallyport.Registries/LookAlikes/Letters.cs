using System.Runtime.CompilerServices;

namespace Sallyport.Registries.LookAlikes;

/// <summary>What is known of single letters: neighbours on the keyboard, likeness to the eye.</summary>
internal static class Letters
{
    private const string Alike = "0o1l1iil5s3e4a7t8buvnmqg2z6b9g";
    private static readonly string[] Rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static bool LookAlike(byte x, byte y)
    {
        for (var i = 0; i < Alike.Length; i += 2)
        {
            if ((Alike[i] == x && Alike[i + 1] == y) || (Alike[i] == y && Alike[i + 1] == x))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Adjacent(byte x, byte y) =>
        Place(x) is { Row: >= 0 } a && Place(y) is { Row: >= 0 } b && Math.Abs(a.Row - b.Row) <= 1 && Math.Abs(a.Column - b.Column) <= 1.1;

    public static bool Vowel(byte c) => c is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y';

    public static bool Digit(byte c) => c is >= (byte)'0' and <= (byte)'9';

    /// <summary>A number for each letter and digit, one for all else: 0 to 36.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Class(byte c) => c is >= (byte)'a' and <= (byte)'z' ? c - 'a' : Digit(c) ? c - '0' + 26 : 36;

    private static (int Row, double Column) Place(byte c)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            var column = Rows[row].IndexOf((char)c, StringComparison.Ordinal);
            if (column >= 0)
            {
                return (row, column + (row * 0.4));
            }
        }

        return (-1, 0);
    }
}
