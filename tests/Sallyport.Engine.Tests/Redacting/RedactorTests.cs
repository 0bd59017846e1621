using System.Text;
using Sallyport.Engine.Redacting;

namespace Sallyport.Engine.Tests.Redacting;

public sealed class RedactorTests
{
    private const string Mail = "maria.keller@posteo-nord.de";
    private static readonly Engine.Gate Gate = Sample.Gate();

    public static TheoryData<string> Carriers() =>
    [
        $"write to {Mail} about it\nthanks",
        $"{{\"to\": \"{Mail}\", \"n\": 1}}",
        $"to = {Convert.ToBase64String(Encoding.UTF8.GetBytes($"the address is {Mail} as said"))}\n",
        $"blob {Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"the address is {Mail} as said"))} end",
        "GET /?to=maria.keller%40posteo-nord.de&page=2 HTTP/1.1\r\n\r\n",
        "\"maria.keller\\u0040posteo-nord.de\"",
        "id,email,city\r\n1,maria.keller@posteo-nord.de,Kiel\r\n2,jonas@brevsvar.se,Oslo",
        "card 4539 1488 0343 6467 and iban DE44 5001 0517 5407 3249 31, call +49 30 4481726",
    ];

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_value_is_gone_and_comes_back(string text)
    {
        var placeholders = Placeholders.Fresh();
        var redacted = Redact(placeholders, Encoding.UTF8.GetBytes(text));
        var shown = Encoding.UTF8.GetString(redacted);
        shown.ShouldNotBe(text);
        shown.ShouldNotContain("posteo-nord");
        shown.ShouldNotContain("4539 1488");
        shown.ShouldNotContain(Convert.ToBase64String("keller@posteo-nord"u8)[4..20]);
        Encoding.UTF8.GetString(Restore(placeholders, redacted)).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_value_that_is_split_between_two_pieces_is_caught_at_every_byte(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at <= bytes.Length; at++)
        {
            var placeholders = Placeholders.Fresh();
            var redactor = Gate.Redactor(placeholders);
            byte[] sent = [.. redactor.Push(bytes.AsSpan(0, at)).ToArray(), .. redactor.Push(bytes.AsSpan(at)).ToArray(), .. redactor.Finish().ToArray()];
            Encoding.UTF8.GetString(sent).ShouldNotContain("posteo-nord", customMessage: $"split at {at}");
            Encoding.UTF8.GetString(sent).ShouldNotContain("1488 0343", customMessage: $"split at {at}");
            Restore(placeholders, sent).ShouldBe(bytes);
        }
    }

    [Fact]
    public void Byte_by_byte_is_the_same_as_at_once()
    {
        var text = Encoding.UTF8.GetBytes($"a key {Sample.Token}\nan address {Mail}, twice: {Mail}\nand nothing else here\n");
        var key = new byte[Placeholders.KeyLength];
        var redactor = Gate.Redactor(new Placeholders(key));
        var sent = new List<byte>();
        foreach (var b in text)
        {
            sent.AddRange(redactor.Push([b]).ToArray());
        }

        sent.AddRange(redactor.Finish().ToArray());
        Encoding.UTF8.GetString([.. sent]).ShouldBe(Encoding.UTF8.GetString(Redact(new Placeholders(key), text)));
    }

    [Fact]
    public void The_same_value_has_the_same_placeholder()
    {
        var lines = Encoding.UTF8.GetString(Redact(Placeholders.Fresh(), Encoding.UTF8.GetBytes($"{Mail}\n{Mail}\nother@brevsvar.se"))).Split('\n');
        lines[0].ShouldBe(lines[1]);
        lines[2].ShouldNotBe(lines[0]);
        lines[0].ShouldEndWith("@example.com");
    }

    [Fact]
    public void A_card_keeps_its_grouping_and_fails_its_check_digit()
    {
        var redacted = Encoding.UTF8.GetString(Redact(Placeholders.Fresh(), "card 4539 1488 0343 6467"u8.ToArray()))[5..];
        redacted.ShouldMatch(@"^4\d{3} \d{4} \d{4} \d{4}$");
        var digits = redacted.Replace(" ", "", StringComparison.Ordinal);
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (1 + (i % 2))).Sum(d => d > 9 ? d - 9 : d);
        (sum % 10).ShouldNotBe(0);
    }

    [Fact]
    public void A_token_keeps_its_beginning_and_its_length()
    {
        var redacted = Encoding.UTF8.GetString(Redact(Placeholders.Fresh(), Encoding.UTF8.GetBytes(Sample.Token)));
        redacted.ShouldStartWith("sk_live_REDACTED");
        redacted.Length.ShouldBe(Sample.Token.Length);
    }

    [Fact]
    public void What_was_redacted_holds_nothing_to_redact()
    {
        var once = Redact(Placeholders.Fresh(), Encoding.UTF8.GetBytes($"{Mail} and {Sample.Token} and card 4539 1488 0343 6467, iban DE44 5001 0517 5407 3249 31, host 84.17.62.11"));
        Encoding.UTF8.GetString(Redact(Placeholders.Fresh(), once)).ShouldBe(Encoding.UTF8.GetString(once));
    }

    [Fact]
    public void A_placeholder_that_stands_in_the_text_already_is_told_from_the_value_it_would_stand_for()
    {
        var key = new byte[Placeholders.KeyLength];
        var taken = Encoding.UTF8.GetString(Redact(new Placeholders(key), Encoding.UTF8.GetBytes(Mail)));
        var text = Encoding.UTF8.GetBytes($"{taken} stands for {Mail}");
        var placeholders = new Placeholders(key);
        var redacted = Redact(placeholders, text);
        Encoding.UTF8.GetString(redacted).ShouldStartWith(taken);
        Encoding.UTF8.GetString(redacted).ShouldNotEndWith(taken);
        Restore(placeholders, redacted).ShouldBe(text);
    }

    [Fact]
    public void A_placeholder_that_comes_later_is_told_apart_too()
    {
        var key = new byte[Placeholders.KeyLength];
        var taken = Encoding.UTF8.GetString(Redact(new Placeholders(key), Encoding.UTF8.GetBytes(Mail)));
        var placeholders = new Placeholders(key);
        var redactor = Gate.Redactor(placeholders);
        byte[] sent = [.. redactor.Push(Encoding.UTF8.GetBytes($"{Mail} is known, and then a long way of plain words goes by until nothing is held back any more. {new string('.', 300)}\n")).ToArray(),
            .. redactor.Push(Encoding.UTF8.GetBytes($"so is {taken}")).ToArray(), .. redactor.Finish().ToArray()];
        Encoding.UTF8.GetString(Restore(placeholders, sent)).ShouldEndWith($"so is {taken}");
        Encoding.UTF8.GetString(Restore(placeholders, sent)).ShouldStartWith(Mail);
    }

    [Fact]
    public void Bytes_that_are_no_text_come_back_as_they_were()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var noise = new byte[random.Next(400)];
            random.NextBytes(noise);
            byte[] text = [.. noise, .. Encoding.UTF8.GetBytes($" {Mail}\r\n"), .. noise.Reverse()];
            var placeholders = Placeholders.Fresh();
            Restore(placeholders, Redact(placeholders, text)).ShouldBe(text);
        }
    }

    [Fact]
    public void Plain_words_are_hardly_held_back()
    {
        var redactor = Gate.Redactor(Placeholders.Fresh());
        foreach (var piece in Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The answer is short and nobody wants to keep any of it. ", 80))).Chunk(5))
        {
            redactor.Push(piece);
            redactor.Held.ShouldBeLessThan(100);
        }
    }

    [Fact]
    public void A_private_key_is_held_until_its_last_line()
    {
        var body = Convert.ToBase64String(Enumerable.Range(0, 600).Select(i => (byte)(i * 37)).ToArray(), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");
        var redactor = Gate.Redactor(Placeholders.Fresh());
        var sent = Encoding.UTF8.GetString(redactor.Push(Encoding.UTF8.GetBytes($"here it is\n-----BEGIN RSA PRIVATE KEY-----\n{body[..300]}")).Span);
        sent.ShouldBe("here it is\n");
        redactor.Held.ShouldBeGreaterThan(300);
    }

    private static byte[] Redact(Placeholders placeholders, byte[] text) => Gate.Redactor(placeholders).Redact(text).ToArray();

    private static byte[] Restore(Placeholders placeholders, byte[] text)
    {
        var restorer = new Restorer(placeholders);
        return [.. restorer.Push(text.AsSpan(0, text.Length / 2)).ToArray(), .. restorer.Push(text.AsSpan(text.Length / 2)).ToArray(), .. restorer.Finish().ToArray()];
    }
}
