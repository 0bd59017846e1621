using System.Globalization;
using Sallyport.Rules.Imports.Toml;

namespace Sallyport.Rules.Tests.Imports.Toml;

public sealed class TomlReaderTests
{
    [Theory]
    [InlineData("k = \"a\\tb\\\\ \\\" \\u00e9 \\U0001F600\"", "a\tb\\ \" é 😀")]
    [InlineData("k = 'C:\\d+\\n'", "C:\\d+\\n")]
    [InlineData("k = ''", "")]
    [InlineData("k = \"\"", "")]
    [InlineData("k = \"\"\"\nfirst\nsecond\"\"\"", "first\nsecond")]
    [InlineData("k = \"\"\"one \\\n\n    two\"\"\"", "one two")]
    [InlineData("k = \"\"\"one \\   \n two\"\"\"", "one two")]
    [InlineData("k = \"\"\"a \"\"quoted\"\" word\"\"\"\"\"", "a \"\"quoted\"\" word\"\"")]
    [InlineData("k = '''\n(?x) '\\d' # no comment\n'''", "(?x) '\\d' # no comment\n")]
    [InlineData("k = ''''quoted''''", "'quoted'")]
    [InlineData("k = \"a # b\" # c", "a # b")]
    [InlineData("k = \"\"\"a\r\nb\"\"\"", "a\nb")]
    public void Strings_are_read(string toml, string expected) => Read(toml, "k").ShouldBe(expected);

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("+99", 99L)]
    [InlineData("-17", -17L)]
    [InlineData("1_000_000", 1_000_000L)]
    [InlineData("0xDEAD_beef", 0xDEADBEEFL)]
    [InlineData("0o755", 493L)]
    [InlineData("0b1101", 13L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("3.5", 3.5)]
    [InlineData("-0.01", -0.01)]
    [InlineData("5e+22", 5e22)]
    [InlineData("6.626e-34", 6.626e-34)]
    [InlineData("224_617.445_991", 224617.445991)]
    [InlineData("1E06", 1e6)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("nan", double.NaN)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Numbers_and_booleans_are_read(string word, object expected) => Read($"k = {word}", "k").ShouldBe(expected);

    [Theory]
    [InlineData("1979-05-27T07:32:00Z", "1979-05-27T07:32:00.0000000+00:00")]
    [InlineData("1979-05-27 00:32:00.999999-07:00", "1979-05-27T00:32:00.9999990-07:00")]
    [InlineData("1979-05-27t07:32:00z", "1979-05-27T07:32:00.0000000+00:00")]
    [InlineData("1979-05-27T07:32:00.5", "1979-05-27T07:32:00.5000000")]
    [InlineData("1979-05-27", "1979-05-27")]
    [InlineData("07:32:00.1234567891", "07:32:00.1234567")]
    public void Dates_and_times_are_read(string word, string expected) =>
        ((IFormattable)Read($"k = {word} # then", "k")).ToString("O", CultureInfo.InvariantCulture).ShouldBe(expected);

    [Fact]
    public void Arrays_may_hold_comments_line_feeds_mixed_kinds_and_a_last_comma() =>
        Items(Read("k = [ # one\n  1, 'two', # three\n\n  [3.0, []],\n]\n", "k")).Select(Kind).ShouldBe(["an integer", "a string", "an array"]);

    [Fact]
    public void Tables_nest_by_header_by_dots_and_in_braces()
    {
        var root = TomlReader.Read("""
            title = 'x'
            a.b."c.d" = 1
            "ʎǝʞ" . e = 2
            [server.alpha]
            ip = { v4 = '10.0.0.1', 'v6'.long = '::1' }
            [server]
            up = true
            """);
        Read(root, "a", "b", "c.d").ShouldBe(1L);
        Read(root, "ʎǝʞ", "e").ShouldBe(2L);
        Read(root, "server", "alpha", "ip", "v6", "long").ShouldBe("::1");
        Read(root, "server", "up").ShouldBe(true);
    }

    [Fact]
    public void Arrays_of_tables_grow_and_take_tables_of_their_own()
    {
        var root = TomlReader.Read("""
            [[rules]]
            id = "first"
            [rules.allowlist]
            paths = ['a']
            [[rules.lists]]
            n = 1
            [[rules.lists]]
            n = 2
            [[rules]]
            id = "second"
            """);
        var rules = Items(Read(root, "rules")).Select(v => (TomlTable)v.Content).ToArray();
        rules.Select(r => r.Find("id")!.Content).ShouldBe(["first", "second"]);
        Items(Read(rules[0], "lists")).Count.ShouldBe(2);
        rules[1].Find("allowlist").ShouldBeNull();
    }

    [Fact]
    public void Every_value_knows_its_line()
    {
        var root = TomlReader.Read("# a\n\nk = '''\n\n'''\nl = [\n 1,\n 2]\n[t]\nm = 3");
        (root.Find("k")!.Line, root.Find("l")!.Line, Items(Read(root, "l"))[1].Line, ((TomlTable)Read(root, "t")).Line).ShouldBe((3, 6, 8, 9));
    }

    [Theory]
    [InlineData("a = 1\nb = \"x", 2, "a string does not end")]
    [InlineData("a = \"x\ny\"", 1, "a string does not end on its line")]
    [InlineData("\na = \"\\d\"", 2, "there is no escape `\\d`")]
    [InlineData("a = \"\\uD800\"", 1, "4 hexadecimal digits")]
    [InlineData("a = 1\na = 2", 2, "`a` stands here twice, first on line 1")]
    [InlineData("[a]\n[b]\n[a]", 3, "`a` stands here twice, first on line 1")]
    [InlineData("a = 1\n[a.b]", 2, "`a` is no table that can be added to")]
    [InlineData("a = {b = 1}\n[a.c]", 2, "`a` is no table that can be added to")]
    [InlineData("a = {b = 1}\na.c = 2", 2, "`a` is a table already")]
    [InlineData("a.b = 1\n[a]", 2, "`a` stands here twice")]
    [InlineData("[a.b.c]\n[a]\nb.d = 1", 3, "`b` is a table already")]
    [InlineData("a = []\n[[a]]", 2, "`a` is an array already")]
    [InlineData("[[a]]\n[a]", 2, "`a` stands here twice")]
    [InlineData("a = [1, 2", 1, "the array of line 1 does not end")]
    [InlineData("a = [1 2]", 1, "`2` in an array")]
    [InlineData("a = {b = 1,\n c = 2}", 1, "where a key should stand")]
    [InlineData("a = {b = 1,}", 1, "where a key should stand")]
    [InlineData("a", 1, "`=` is missing after the key `a`")]
    [InlineData("a =", 1, "where a value should stand")]
    [InlineData("a = b", 1, "`b` is no value")]
    [InlineData("a = 1 b = 2", 1, "a new one begins on a line of its own")]
    [InlineData("= 1", 1, "where a key should stand")]
    [InlineData("[a", 1, "`[` without `]`")]
    [InlineData("[[a]", 1, "`[[` without `]]`")]
    [InlineData("a = 1 # \u0001", 1, "U+0001")]
    [InlineData("a = 'x\u007F'", 1, "U+007F")]
    public void What_is_not_TOML_is_refused_with_line_and_cause(string toml, int line, string cause)
    {
        var error = Should.Throw<TomlException>(() => TomlReader.Read(toml));
        error.Message.ShouldContain(cause);
        error.Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("+0x1")]
    [InlineData("1__0")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1.e2")]
    [InlineData("1e")]
    [InlineData("0b2")]
    [InlineData("0x")]
    [InlineData("9223372036854775808")]
    [InlineData("--1")]
    [InlineData("True")]
    [InlineData("2001-02-30")]
    [InlineData("25:00:00")]
    public void A_word_that_is_no_value_is_refused(string word) => Should.Throw<TomlException>(() => TomlReader.Read($"a = {word}"));

    [Fact]
    public void Deep_nesting_is_refused_rather_than_followed() =>
        Should.Throw<TomlException>(() => TomlReader.Read("a = " + new string('[', 100_000))).Message.ShouldContain("nest deeper");

    private static object Read(string toml, string key) => TomlReader.Read(toml).Find(key)!.Content;

    private static object Read(TomlTable table, params string[] path) =>
        path.Aggregate((object)table, (at, key) => ((TomlTable)at).Find(key)!.Content);

    private static List<TomlValue> Items(object array) => (List<TomlValue>)array;

    private static string Kind(TomlValue value) => value.Kind;
}
