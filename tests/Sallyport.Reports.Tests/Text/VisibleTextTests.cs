using Sallyport.Reports.Text;

namespace Sallyport.Reports.Tests.Text;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("über 日本 😀", "über 日本 😀")]
    [InlineData("a\tb", "a b")]
    [InlineData("\e[31m", "\\u{1b}[31m")]
    [InlineData("\u009b31m", "\\u{9b}31m")]
    [InlineData("a\nb\rc", "a\\u{a}b\\u{d}c")]
    [InlineData("\u202eevil\u2069", "\\u{202e}evil\\u{2069}")]
    [InlineData("zero\u200bwidth", "zero\\u{200b}width")]
    [InlineData("\ufe01\U000e0101\u3164", "\\u{fe01}\\u{e0101}\\u{3164}")]
    [InlineData("\ufdd0\U0001fffe", "\\u{fdd0}\\u{1fffe}")]
    [InlineData("\U000e0041", "\\u{e0041}")]
    public void What_would_steer_or_hide_becomes_an_escape(string text, string visible) => VisibleText.Of(text).ShouldBe(visible);

    [Fact]
    public void Half_a_character_becomes_an_escape() => VisibleText.Of("half " + (char)0xD83D).ShouldBe("half \\u{d83d}");
}
