namespace Sallyport.Rules.Patterns;

/// <summary>How seldom a literal can be expected in text and code: what decides which part of a pattern is looked for.</summary>
internal static class LiteralRarity
{
    private const int Hashed = 4; // bytes the scan looks up; up to eight are compared after that
    private const int Longest = 8;

    private static readonly HashSet<string> Common =
    [
        .. ("th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur co me ro li ri io ic ne ce "
            + "ch ma di ct pe el us tr ss om ec un ut pa ta am em ge id if im no ns ot po pr rt so su ty ue ul va wi ex fi fo get aa 00 -- == // __ ..").Split(' '),
    ];

    /// <summary>Rarity of the literal that begins at <paramref name="at"/>; greater is rarer.</summary>
    public static int Of(string text, int at)
    {
        var literal = text.AsSpan(at, Math.Min(Longest, text.Length - at));
        var score = literal.Length < Hashed ? -12 : 0;
        for (var i = 1; i < literal.Length; i++)
        {
            score += Pair(literal[i - 1], literal[i]) * (i < Hashed ? 3 : 1);
        }

        return score;
    }

    private static int Pair(char first, char second)
    {
        if (Common.Contains(string.Concat(char.ToLowerInvariant(first), char.ToLowerInvariant(second))))
        {
            return first == second ? 0 : 1;
        }

        return char.IsAsciiLetter(first) && char.IsAsciiLetter(second) ? 3 + Odd(first) + Odd(second) : first == ' ' || second == ' ' ? 2 : 4;
    }

    private static int Odd(char letter) => "jkqvwxz".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal) ? 1 : 0;
}
