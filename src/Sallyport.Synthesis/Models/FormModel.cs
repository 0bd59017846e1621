using System.Globalization;
using System.Text;
using Sallyport.Synthesis.Kinds;
using Sallyport.Synthesis.Randomness;

namespace Sallyport.Synthesis.Models;

/// <summary>A column of e-mail addresses, phone numbers and the like: valid in structure, and at nobody's place.</summary>
internal sealed class FormModel(Form.Kind form, IReadOnlyList<string> sample) : ColumnModel
{
    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];

    public override string Kind => form switch
    {
        Form.Kind.Email => "e-mail, at example domains",
        Form.Kind.Iban => "IBAN, of no bank",
        Form.Kind.Ip => "IP address, of the benchmarking range",
        Form.Kind.Url => "web address, at example domains",
        _ => "phone number, of no subscriber",
    };

    public override string Draw(int bin, Chance chance, int attempt)
    {
        var like = sample[chance.Below(sample.Count)];
        return form switch
        {
            Form.Kind.Email => $"{Syllables.Word(chance, 3)}.{Syllables.Word(chance, 2 + (attempt / 8))}@{Domains[chance.Below(Domains.Length)]}",
            Form.Kind.Iban => Iban(like, chance),
            Form.Kind.Ip => $"198.{18 + chance.Below(2)}.{chance.Below(256)}.{chance.Below(256)}",
            Form.Kind.Url => $"https://{Domains[chance.Below(Domains.Length)]}/{Syllables.Word(chance, 3)}/{chance.Below(100_000L << Math.Min(attempt, 20))}",
            _ => Phone(like, chance, attempt),
        };
    }

    // Four zeros are the beginning of no bank's number.
    private static string Iban(string like, Chance chance)
    {
        var plain = like.Replace(" ", "", StringComparison.Ordinal);
        var account = new char[plain.Length - 4];
        for (var i = 0; i < account.Length; i++)
        {
            var letter = char.IsAsciiLetter(plain[i + 4]);
            account[i] = i < 4 ? (letter ? 'X' : '0') : letter ? (char)('A' + chance.Below(26)) : (char)('0' + chance.Below(10));
        }

        var iban = plain[..2] + Form.IbanCheck(plain.AsSpan(0, 2), account) + new string(account);
        return like.Contains(' ', StringComparison.Ordinal) ? string.Join(' ', iban.Chunk(4).Select(c => new string(c))) : iban;
    }

    // The same marks at the same places, and behind the country's code digits that no exchange gives out: 555-01xx in North America, a leading 00 elsewhere.
    private static string Phone(string like, Chance chance, int attempt)
    {
        var digits = like.Where(char.IsAsciiDigit).ToArray();
        var american = digits.Length == 10 && like[0] != '+' && like[0] != '0';
        var country = american ? 0 : like.StartsWith("+1", StringComparison.Ordinal) && digits.Length == 11 ? 1 : like[0] == '+' ? 2 : like.StartsWith("00", StringComparison.Ordinal) ? 4 : 0;
        var area = american || (country == 1);
        for (var i = country; i < digits.Length; i++)
        {
            digits[i] = (char)('0' + chance.Below(10));
        }

        if (area && attempt < 32)
        {
            digits[country] = (char)('2' + chance.Below(8));
            "55501".CopyTo(0, digits, country + 3, 5);
        }
        else
        {
            (digits[country], digits[country + 1]) = ('0', '0');
        }

        var text = new StringBuilder(like);
        for (int i = 0, next = 0; i < text.Length; i++)
        {
            text[i] = char.IsAsciiDigit(text[i]) ? digits[next++] : text[i];
        }

        return text.ToString();
    }
}
