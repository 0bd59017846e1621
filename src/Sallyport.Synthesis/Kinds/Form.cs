using System.Buffers;
using System.Globalization;
using System.Net;

namespace Sallyport.Synthesis.Kinds;

/// <summary>Recognises values whose structure must stay valid while their owner goes.</summary>
internal static class Form
{
    private static readonly SearchValues<char> NotInEmail = SearchValues.Create(" ,;<>\t");

    /// <summary>The forms.</summary>
    public enum Kind
    {
        /// <summary>An e-mail address.</summary>
        Email,

        /// <summary>A bank account number with its check digits.</summary>
        Iban,

        /// <summary>An address of the Internet protocol, version 4.</summary>
        Ip,

        /// <summary>A web address.</summary>
        Url,

        /// <summary>A phone number that is written as one: a plus, blanks, brackets or dashes.</summary>
        Phone,
    }

    /// <summary>The form of a value; null when it has none of them.</summary>
    public static Kind? Of(ReadOnlySpan<char> cell) =>
        cell.Length is < 7 or > 254 ? null
        : IsEmail(cell) ? Kind.Email
        : IsIban(cell) ? Kind.Iban
        : cell.Count('.') == 3 && IPAddress.TryParse(cell, out var address) && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? Kind.Ip
        : cell.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || cell.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Kind.Url
        : IsPhone(cell) ? Kind.Phone
        : null;

    /// <summary>The two check digits that make an IBAN valid.</summary>
    /// <param name="country">Its two letters.</param>
    /// <param name="account">What stands behind the check digits, without blanks.</param>
    public static string IbanCheck(ReadOnlySpan<char> country, ReadOnlySpan<char> account) =>
        (98 - Remainder($"{account}{country}00")).ToString("00", CultureInfo.InvariantCulture);

    private static bool IsEmail(ReadOnlySpan<char> cell)
    {
        var at = cell.IndexOf('@');
        return at > 0 && cell.LastIndexOf('@') == at && cell[(at + 1)..].Contains('.') && !cell.ContainsAny(NotInEmail) && cell[^1] != '.' && cell[at + 1] != '.';
    }

    private static bool IsIban(ReadOnlySpan<char> cell)
    {
        if (cell.Length < 15 || !char.IsAsciiLetterUpper(cell[0]) || !char.IsAsciiLetterUpper(cell[1]) || !char.IsAsciiDigit(cell[2]) || !char.IsAsciiDigit(cell[3]))
        {
            return false;
        }

        Span<char> plain = stackalloc char[cell.Length];
        var length = 0;
        foreach (var c in cell)
        {
            if (c != ' ')
            {
                plain[length++] = c;
            }
        }

        return length is >= 15 and <= 34 && Remainder($"{plain[4..length]}{plain[..4]}") == 1;
    }

    private static bool IsPhone(ReadOnlySpan<char> cell)
    {
        var (digits, marks) = (0, 0);
        for (var i = 0; i < cell.Length; i++)
        {
            var c = cell[i];
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            marks += c is ' ' or '(' or ')' or '-' or '/' or '.' ? 1 : 0;
            if (!char.IsAsciiDigit(c) && c is not (' ' or '(' or ')' or '-' or '/' or '.') && !(c == '+' && i == 0))
            {
                return false;
            }
        }

        return digits is >= 7 and <= 15 && (cell[0] == '+' || (cell[0] is '0' or '(' && marks > 0) || (marks == 2 && digits == 10 && cell.Count('-') == 2));
    }

    private static int Remainder(string text)
    {
        var rest = 0;
        foreach (var c in text)
        {
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97
                : char.IsAsciiLetter(c) ? ((rest * 100) + (char.ToUpperInvariant(c) - 'A' + 10)) % 97
                : 1000;
            if (rest >= 1000)
            {
                return -1;
            }
        }

        return rest;
    }
}
