using System.Text;
using Sallyport.Core;

namespace Sallyport.Synthesis.Tests;

public sealed class DialectTests
{
    private static readonly string[] Lines = ["name;amount;day", .. Enumerable.Range(0, 40).Select(i => $"Jürgen {(char)('A' + (i % 26))}x{i};{i * 13},{i % 10}{i % 7};{1 + (i % 28):00}.{1 + (i % 12):00}.2021")];

    public static TheoryData<string, string> Ways => new()
    {
        { "utf-8", "\n" }, { "utf-8", "\r\n" }, { "utf-8-bom", "\r\n" }, { "utf-16", "\r\n" }, { "latin1", "\n" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_table_is_written_as_its_original_is(string encoding, string newLine)
    {
        Encoding code = encoding switch { "utf-16" => new UnicodeEncoding(false, true), "latin1" => Encoding.Latin1, "utf-8-bom" => new UTF8Encoding(true), _ => new UTF8Encoding(false) };
        var bytes = Outcome.Of(new SynthesisOptions { Seed = 3 }, new MemoryTable("t.csv", [.. code.Preamble, .. code.GetBytes(string.Join(newLine, Lines) + newLine)])).Bytes["t.csv"];
        bytes.AsSpan().StartsWith(code.Preamble).ShouldBeTrue();
        var text = code.GetString(bytes.AsSpan(code.Preamble.Length));
        var lines = text.Split(newLine);
        lines[0].ShouldBe(Lines[0]);
        lines[^1].ShouldBe("");
        lines.Length.ShouldBe(Lines.Length + 1);
        lines[1..^1].ShouldAllBe(l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^[^;]+;\d+,\d\d;\d\d\.\d\d\.2021$"));
    }

    [Fact]
    public void A_table_without_a_header_stays_without()
    {
        var text = string.Concat(Enumerable.Range(0, 30).Select(i => $"{i * 7}\t{i}@mail.test\tx\n"));
        Outcome.Of(text).Text().Split('\n').Length.ShouldBe(31);
        Outcome.Of(text).Reports[0].Dialect.Header.ShouldBeFalse();
    }

    [Fact]
    public void Cells_that_were_all_quoted_still_are() =>
        Outcome.Of("\"a\",\"b\"\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"\"{i}\",\"x,{i % 2}\"\n"))).Text().Split('\n')[..^1].ShouldAllBe(l => l.StartsWith('"') && l.EndsWith('"'));

    [Fact]
    public void Money_percent_and_exponents_stay_what_they_are()
    {
        var text = "price,share,tiny,code\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"${i * 31}.5{i % 10},{i % 97}%,{i}.5e-7,00{i * 37 % 1000:000}\n"));
        var made = Outcome.Of(text);
        made.Column("price").ShouldAllBe(c => c.StartsWith('$') && c.Contains('.', StringComparison.Ordinal));
        made.Column("share").ShouldAllBe(c => c.EndsWith('%'));
        made.Column("tiny").ShouldAllBe(c => c.Contains('E', StringComparison.Ordinal));
        made.Column("code").ShouldAllBe(c => c.Length == 5 && c.StartsWith("00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n  \n", "empty")]
    [InlineData("a,b\n", "no row")]
    [InlineData("a,b\n1,2\n3\n", "has 1 cells where the first has 2")]
    [InlineData("a,b\n1,\"2\n3,4\n", "never ends")]
    [InlineData("a\0b", "no text")]
    public void What_is_no_table_is_a_mistake_with_its_cause(string text, string cause) =>
        Should.Throw<UserException>(() => Outcome.Of(text)).Message.ShouldContain(cause);

    [Fact]
    public void Any_bytes_are_a_table_or_a_mistake()
    {
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(400)];
            for (var b = 0; b < bytes.Length; b++)
            {
                bytes[b] = (byte)"a1,;\n\r\t\"' .-é@|0/:%$"[random.Next(20)];
            }

            try
            {
                Outcome.Of(new SynthesisOptions { Seed = 1 }, new MemoryTable("t.csv", bytes)).Reports[0].CellsLeft.ShouldBe(0);
            }
            catch (UserException e)
            {
                e.Message.ShouldNotBeEmpty();
            }
        }
    }
}
