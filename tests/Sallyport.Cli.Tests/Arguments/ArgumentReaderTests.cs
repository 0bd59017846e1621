using Sallyport.Cli.Arguments;
using Sallyport.Core;

namespace Sallyport.Cli.Tests.Arguments;

public sealed class ArgumentReaderTests
{
    private static readonly Option[] Options =
    [
        new("fail-on", "LEVEL", "") { Words = ["error", "warning", "note"] },
        new("output", "FORMAT", "") { Short = 'o', Repeats = true },
        new("history", "REV", "") { Optional = true },
        new("strict", null, ""),
    ];

    [Fact]
    public void A_value_stands_behind_an_equals_sign_or_a_space()
    {
        Read("--fail-on=error").Value("fail-on").ShouldBe("error");
        Read("--fail-on", "error").Value("fail-on").ShouldBe("error");
        Read("-o", "json").Value("output").ShouldBe("json");
    }

    [Fact]
    public void A_value_may_hold_equals_signs() => Read("--output=sarif=a=b").All("output").ShouldBe(["sarif=a=b"]);

    [Fact]
    public void A_repeated_option_keeps_every_value_in_order() => Read("-o", "text", "--output", "json").All("output").ShouldBe(["text", "json"]);

    [Fact]
    public void An_optional_value_is_never_taken_from_the_next_word()
    {
        var given = Read("--history", "src");
        given.Has("history").ShouldBeTrue();
        given.Value("history").ShouldBeNull();
        given.Operands.ShouldBe(["src"]);
        Read("--history=main..topic").Value("history").ShouldBe("main..topic");
    }

    [Fact]
    public void After_two_dashes_everything_is_an_operand() => Read("--strict", "--", "--fail-on", "-").Operands.ShouldBe(["--fail-on", "-"]);

    [Fact]
    public void A_single_dash_is_an_operand() => Read("-").Operands.ShouldBe(["-"]);

    [Theory]
    [InlineData("--fail-no", "unknown option `--fail-no`", "did you mean `--fail-on`?")]
    [InlineData("--zzzzzzzz", "unknown option `--zzzzzzzz`", "`sallyport test --help` lists the options")]
    [InlineData("-x", "unknown option `-x`", "`sallyport test --help` lists the options")]
    [InlineData("--fail-on=eror", "`eror` is no value of `--fail-on`", "did you mean `error`?")]
    [InlineData("--fail-on=12345678", "`12345678` is no value of `--fail-on`", "use one of error, warning, note")]
    [InlineData("--fail-on", "`--fail-on` needs a value", "write `--fail-on LEVEL`")]
    [InlineData("--strict=yes", "`--strict` takes no value", "write `--strict` alone")]
    public void A_mistake_is_named_with_what_to_do(string argument, string message, string hint)
    {
        var mistake = Should.Throw<UserException>(() => Read(argument));
        mistake.Message.ShouldBe(message);
        mistake.Hint.ShouldBe(hint);
    }

    [Fact]
    public void A_single_option_given_twice_is_a_mistake() =>
        Should.Throw<UserException>(() => Read("--fail-on=note", "--fail-on=error")).Message.ShouldBe("`--fail-on` stands more than once");

    private static Given Read(params string[] arguments) => ArgumentReader.Read("test", Options, arguments, 0);
}
