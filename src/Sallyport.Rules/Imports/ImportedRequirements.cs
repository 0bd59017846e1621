using System.Text;

namespace Sallyport.Rules.Imports;

/// <summary>What a secret must be made of (kingfisher's <c>pattern_requirements</c>).</summary>
public sealed record ImportedRequirements
{
    /// <summary>What counts as special where a rule does not say.</summary>
    public const string UsualSpecial = "!@#$%^&*()_+-=[]{}|;:'\",.<>?/\\`~";

    /// <summary>Least number of digits.</summary>
    public int Digits { get; init; }

    /// <summary>Least number of upper-case letters.</summary>
    public int Upper { get; init; }

    /// <summary>Least number of lower-case letters.</summary>
    public int Lower { get; init; }

    /// <summary>Least number of special characters.</summary>
    public int Special { get; init; }

    /// <summary>The special characters.</summary>
    public string SpecialCharacters { get; init; } = UsualSpecial;

    /// <summary>Words that no secret holds, in any case.</summary>
    public IReadOnlyList<string> IgnoreIfContains { get; init; } = [];

    /// <summary>Whether a secret is made so.</summary>
    public bool Accept(ReadOnlySpan<byte> secret)
    {
        var text = Encoding.UTF8.GetString(secret);
        var (digits, upper, lower, special) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            upper += char.IsAsciiLetterUpper(c) ? 1 : 0;
            lower += char.IsAsciiLetterLower(c) ? 1 : 0;
            special += SpecialCharacters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        return digits >= Digits && upper >= Upper && lower >= Lower && special >= Special
            && !IgnoreIfContains.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
    }
}
