using System.Text;
using Sallyport.Rules.Imports.Expressions;

namespace Sallyport.Rules.Tests.Imports.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("[[:alnum:]_]{3}", "a_9")]
    [InlineData("[^[:space:]]+", "ab")]
    [InlineData("[[:^digit:]]+", "ab")]
    [InlineData(@"(?P<key>\w+)=(?<value>\d+)", "k=1")]
    [InlineData(@"\Aab\z", "ab")]
    [InlineData(@"(?i)KEY(?-i)x", "keyx")]
    [InlineData(@"(?i:KEY)x", "Keyx")]
    [InlineData(@"\x41\x{42}\103", "ABC")]
    [InlineData(@"\Qa.b\E+", "a.b")]
    [InlineData(@"\pL+\p{Nd}", "ab1")]
    [InlineData(@"\p{L}+", "été")]
    [InlineData("[à-ü]+", "éà")]
    [InlineData("[\\x{4e00}-\\x{9fff}]+", "密钥")]
    [InlineData("(?i)É", "é")]
    [InlineData("a{,2}", "a{,2}")]
    [InlineData("(?s)a.b", "a\nb")]
    [InlineData("(?U)a+", "a")]
    [InlineData(@"[\w\-.]+", "a-.b")]
    [InlineData("[]a]+", "]a")]
    [InlineData("a||b", "a")]
    [InlineData(@"\b\pN{2}\b", "12")]
    public void RE2_is_understood(string expression, string text) => Matches(expression, ExpressionDialect.Re2, text).ShouldBe(text);

    [Theory]
    [InlineData("(?x) a b # comment with ( in it\n c", "abc")]
    [InlineData("(?x) a\\ b \\# [ c d ]{2}", "a b#cd")]
    [InlineData("(?xi)\n  key\n  (?: . | [\\n\\r] ){0,3}?\n  =", "KEY\n =")]
    [InlineData("(?x)a (?-x: b)", "a b")]
    [InlineData("[a-z&&[^m-z]]+", "al")]
    [InlineData("[a[0-9]]+", "a1")]
    [InlineData(@"\u0041\xff", "A\u00ff")]
    [InlineData("(?:ab)++", "abab")]
    [InlineData("a(?#a comment)b", "ab")]
    [InlineData("[[:xdigit:]]{2}", "fF")]
    public void Rusts_regex_is_understood(string expression, string text)
    {
        var bytes = text.EndsWith('\u00ff') ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        Expression.Parse(expression, ExpressionDialect.Rust).IsMatch(bytes).ShouldBeTrue();
    }

    [Theory]
    [InlineData("(?=a)", "look-around is refused")]
    [InlineData("(?!a)b", "look-around is refused")]
    [InlineData("(?<=a)b", "look-around is refused")]
    [InlineData("(?<!a)b", "look-around is refused")]
    [InlineData("(?>a)b", "this kind of group is refused")]
    [InlineData(@"(a)\1", "a back-reference is refused")]
    [InlineData("a++", "possessive")]
    [InlineData(@"\C", @"`\C` is refused")]
    [InlineData(@"a\Z", @"`\Z` is part of neither")]
    [InlineData("(a", "`(` without `)`")]
    [InlineData("a)", "`)` without `(`")]
    [InlineData("[a", "`[` without `]`")]
    [InlineData("*a", "`*` has nothing to repeat")]
    [InlineData("a{3,2}", "a repeat counts upwards")]
    [InlineData("(?y)a", "there is no flag `y`")]
    [InlineData("(?x)a", "there is no flag `x`")]
    [InlineData("[[:nope:]]", "there is no class `[:nope:]`")]
    [InlineData("[b-a]", "a range in a class runs upwards")]
    [InlineData(@"a\", "a backslash ends the expression")]
    [InlineData(@"\p{Klingon}", "is not supported")]
    [InlineData("(?:(?:a{100}){100}){100}", "multiply to more than")]
    public void What_cannot_be_run_in_linear_time_or_is_wrong_is_refused(string expression, string cause) =>
        Should.Throw<ExpressionException>(() => Expression.Parse(expression, ExpressionDialect.Re2)).Message.ShouldContain(cause);

    [Fact]
    public void Deep_nesting_is_refused_rather_than_followed() =>
        Should.Throw<ExpressionException>(() => Expression.Parse(new string('(', 100_000), ExpressionDialect.Re2)).Message.ShouldContain("nest deeper");

    [Theory]
    [InlineData("密钥token1", "token1")]
    [InlineData("étoken1", "token1")]
    [InlineData("atoken1", "")]
    public void A_word_ends_where_ASCII_ends_as_in_RE2(string text, string expected) =>
        Matches(@"\btoken\d\b", ExpressionDialect.Re2, text).ShouldBe(expected);

    [Fact]
    public void A_space_is_what_the_dialect_says() =>
        (Matches(@"a\sb", ExpressionDialect.Re2, "a\vb"), Matches(@"a\sb", ExpressionDialect.Rust, "a\vb")).ShouldBe(("", "a\vb"));

    [Theory]
    [InlineData(@"[\w.-]{0,50}(?:adobe)\s*=", "adobe 0-50")]
    [InlineData(@"(?i)\b(ghp|gho)_[a-z0-9]{36}", "ghp_ 0-0, gho_ 0-0")]
    [InlineData(@"(?:AKIA|ASIA)[A-Z0-9]{16}", "akia 0-0, asia 0-0")]
    [InlineData(@"\s*-----BEGIN", "-----begin 0-∞")]
    [InlineData("[a-f0-9]{32}", "")]
    [InlineData("ab|[0-9]+", "")]
    [InlineData(@"(?:key|\d)=x", "")]
    [InlineData("(?:secret)?token", "token 0-0, secrettoken 0-0")]
    public void Texts_that_every_match_holds_are_found(string expression, string literals) =>
        string.Join(", ", Expression.Parse(expression, ExpressionDialect.Re2).Literals.Select(l => $"{l.Text} {l.MinOffset}-{l.MaxOffset?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "∞"}")).ShouldBe(literals);

    [Theory]
    [InlineData("(?:a*)*b")]
    [InlineData("(?:a|aa)+b")]
    [InlineData("(?:a?){50}a{50}b")]
    [InlineData("a[^b]{0,200}b")]
    public void Work_grows_with_the_text_and_no_faster(string expression)
    {
        var (small, large) = (Work(expression, 20_000), Work(expression, 80_000));
        large.ShouldBeLessThan(small * 5);
    }

    private static long Work(string expression, int length)
    {
        var work = 0L;
        var parsed = Expression.Parse(expression, ExpressionDialect.Re2);
        parsed.TryFind(Enumerable.Repeat((byte)'a', length).ToArray(), 0, length, new int[parsed.Marks], ref work).ShouldBeFalse();
        return work;
    }

    private static string Matches(string expression, ExpressionDialect dialect, string text)
    {
        var parsed = Expression.Parse(expression, dialect);
        var (marks, bytes, work) = (new int[parsed.Marks], Encoding.UTF8.GetBytes(text), 0L);
        return parsed.TryFind(bytes, 0, bytes.Length, marks, ref work) ? Encoding.UTF8.GetString(bytes.AsSpan(marks[0], marks[1] - marks[0])) : "";
    }
}
