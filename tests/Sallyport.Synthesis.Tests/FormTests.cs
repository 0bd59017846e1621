using System.Globalization;
using System.Numerics;

namespace Sallyport.Synthesis.Tests;

public sealed class FormTests
{
    [Fact]
    public void A_made_up_IBAN_has_its_check_digits_and_no_bank()
    {
        var text = "account\n" + string.Concat(Enumerable.Range(0, 50).Select(i => Iban("DE", (370400440000000000 + i).ToString(CultureInfo.InvariantCulture)) + "\n"));
        var made = Outcome.Of(text).Column("account");
        made.ShouldAllBe(c => c.StartsWith("DE", StringComparison.Ordinal) && c.Length == 22 && IsIban(c) && c.Substring(4, 4) == "0000");
        made.Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public void A_made_up_phone_number_has_the_form_and_no_subscriber()
    {
        var text = "phone\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"(212) 736-{4000 + i}\n"));
        Outcome.Of(text).Column("phone").ShouldAllBe(c => System.Text.RegularExpressions.Regex.IsMatch(c, @"^\(\d{3}\) 555-01\d\d$"));
    }

    [Fact]
    public void Identifiers_keep_their_shape()
    {
        var random = new Random(3);
        var text = "uuid,sample\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{new Guid(Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray())},S{i % 3}/{1000 + i}-{(char)('A' + (i % 26))}\n"));
        var made = Outcome.Of(text);
        made.Column("uuid").ShouldAllBe(c => IsGuid(c));
        made.Column("sample").ShouldAllBe(c => System.Text.RegularExpressions.Regex.IsMatch(c, @"^S\d/\d{4}-[A-Z]$"));
    }

    private static bool IsIban(string text) => Rest(text[4..] + text[..4]) == 1;

    private static bool IsGuid(string text) => Guid.TryParse(text, out _);

    private static string Iban(string country, string account) =>
        country + (98 - Rest(account + country + "00")).ToString("00", CultureInfo.InvariantCulture) + account;

    private static int Rest(string text) =>
        (int)(BigInteger.Parse(string.Concat(text.Select(c => char.IsLetter(c) ? (c - 'A' + 10).ToString(CultureInfo.InvariantCulture) : c.ToString())), CultureInfo.InvariantCulture) % 97);
}
