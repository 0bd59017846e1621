using System.Text.Json;

namespace Sallyport.EndToEnd;

public sealed class JudgeTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void A_row_in_is_a_decision_out_in_order()
    {
        var run = Judge(
            """{"id":1,"text":"hello"}""",
            $$"""{"carrier":"prompt","id":"two","text":"key {{Workspace.Token}}"}""",
            $$"""{"id":3,"text":"key {{Workspace.Token}}","carrier":"tool-result"}""");
        run.ExitCode.ShouldBe(0);
        var rows = Rows(run);
        rows.Select(r => r.GetProperty("decision").GetString()).ShouldBe(["allow", "rewrite", "ask"]);
        rows.Select(r => r.GetProperty("id").GetRawText()).ShouldBe(["1", "\"two\"", "3"]);
        rows[1].GetProperty("text").GetString().ShouldNotBeNull().ShouldStartWith("key sk_live_REDACTED");
        rows[1].GetProperty("rules")[0].GetString().ShouldBe("secrets/stripe-secret-key");
        rows[0].GetProperty("score").GetDouble().ShouldBeLessThan(0.5);
        rows[2].GetProperty("score").GetDouble().ShouldBeGreaterThan(0.5);
        rows[2].GetProperty("us").GetDouble().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("nonsense", "null")]
    [InlineData("""{"id":"x"}""", "\"x\"")]
    [InlineData("""{"id":"x","text":5}""", "\"x\"")]
    [InlineData("""[1]""", "null")]
    [InlineData("""{"id":"x","text":"a"} {}""", "\"x\"")]
    public void A_bad_row_has_an_error_and_the_others_are_judged(string bad, string id)
    {
        var run = Judge(bad, """{"id":2,"text":"hello"}""");
        run.ExitCode.ShouldBe(2);
        var rows = Rows(run);
        rows[0].GetProperty("id").GetRawText().ShouldBe(id);
        rows[0].GetProperty("error").GetString()!.ShouldStartWith("line 1: ");
        rows[1].GetProperty("decision").GetString().ShouldBe("allow");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_text_like_any_other() => Rows(Judge("""{"id":1,"text":"a \ud800 b"}"""))[0].GetProperty("decision").GetString().ShouldBe("allow");

    [Fact]
    public void Blank_lines_and_a_byte_order_mark_are_no_rows() => Rows(Judge("\uFEFF{\"id\":1,\"text\":\"a\"}", "", "  ", "{\"id\":2,\"text\":\"b\"}\r")).Count.ShouldBe(2);

    [Fact]
    public void A_long_row_is_judged() =>
        Rows(Judge($$"""{"id":1,"text":"{{new string('a', 300_000)}} {{Workspace.Token}}","carrier":"document"}"""))[0].GetProperty("decision").GetString().ShouldBe("ask");

    [Fact]
    public void A_kind_that_is_not_there_is_a_mistake() => _at.Run("judge", "texts").Error.ShouldContain("there is no kind `texts`");

    private Executable.Run Judge(params string[] rows) => Executable.Start(_at, ["judge", "text"], string.Join('\n', rows) + "\n");

    private static List<JsonElement> Rows(Executable.Run run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
