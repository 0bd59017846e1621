using Sallyport.Syntax.Shell;
using Sallyport.Syntax.Shell.Parsing;

namespace Sallyport.Syntax.Tests.Shell;

/// <summary>What is a command and what is none, and that reading it is bounded.</summary>
public sealed class ShellParserTests
{
    [Theory]
    [InlineData("if a; then b; elif c; then d; else e; fi")]
    [InlineData("while read -r x; do echo $x; done < file")]
    [InlineData("for ((i = 0; i < 3; i++)); do echo $i; done")]
    [InlineData("for x; do echo; done")]
    [InlineData("select x in a b; do break; done")]
    [InlineData("case $x in (a|b) echo;; c) ;& *) echo;; esac")]
    [InlineData("f() { echo; }; function g { echo; }; function h () ( echo )")]
    [InlineData("[[ $x == a* && ( -f y || $z =~ ^(a|b)$ ) ]]")]
    [InlineData("cat <<A <<'B' <<-C\n$x\nA\n$y\nB\n\tz\n\tC\n")]
    [InlineData("echo $(case x in x) echo;; esac)")]
    [InlineData("echo ${x:-${y:+\"a b\"}} ${#x} ${!x} ${x//a/b} ${x:1:2} ${x[@]} ${x^^}")]
    [InlineData("echo $((1 + (2 * 3))) $(( $(echo 1) + 1 )) $[1+1]")]
    [InlineData("((x++)) && ( (echo a); (echo b) )")]
    [InlineData("$( (a); (b) )")]
    [InlineData("a=(1 [3]=x \"y z\") b+=(2) c[1]=3 d")]
    [InlineData("diff <(a) <(b) > >(c) 2>&1 {fd}<file &>> log")]
    [InlineData("time -p ! a | b |& c & d")]
    [InlineData("coproc x { a; }")]
    [InlineData("echo a#b # comment\n# another\necho")]
    [InlineData("ec\\\nho a &\\\n& b")]
    [InlineData("echo !(a|b) @(c|d)*")]
    [InlineData("x=$'a\\'b' y=$\"c\"")]
    public void What_bash_takes_is_taken(string text) => (ShellParser.Parse(text, out var problem) is null ? problem : null).ShouldBeNull();

    [Theory]
    [InlineData("echo 'a")]
    [InlineData("echo \"a")]
    [InlineData("echo $(a")]
    [InlineData("echo `a")]
    [InlineData("echo ${a")]
    [InlineData("if a; then b")]
    [InlineData("a; }")]
    [InlineData("a |")]
    [InlineData("a && && b")]
    [InlineData("for x in a; b; done")]
    [InlineData("f() echo")]
    [InlineData("(a")]
    [InlineData("a > && b")]
    [InlineData("case x in a) b")]
    [InlineData("[[ a == b")]
    [InlineData("echo )")]
    [InlineData("echo \0")]
    public void What_bash_refuses_is_refused_with_a_reason(string text)
    {
        ShellParser.Parse(text, out var problem).ShouldBeNull();
        problem.ShouldNotBeNullOrEmpty();
        ShellReader.Read(text).Problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("$(", ")")]
    [InlineData("echo $((", "))")]
    [InlineData("{ ", "; }")]
    [InlineData("\"$(echo ", ")\"")]
    [InlineData("if a; then ", "; fi")]
    [InlineData("${x:-", "}")]
    public void What_is_nested_too_deep_is_refused(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 5000)) + "a" + string.Concat(Enumerable.Repeat(close, 5000));
        ShellReader.Read(text).Problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("a;")]
    [InlineData("'a'\"b\"c")]
    [InlineData("x=$x$x;")]
    [InlineData("echo a >> f;")]
    [InlineData("$((")]
    [InlineData("{a,b}")]
    [InlineData("a=(")]
    [InlineData("<<A\n")]
    [InlineData("${x//a/")]
    [InlineData("eval ")]
    public void A_long_text_ends_and_is_read_or_refused(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, (128 << 10) / part.Length));
        var reading = ShellReader.Read(text);
        (reading.Problem is not null || reading.Invocations.Count > 0 || part.StartsWith("'a'", StringComparison.Ordinal) || part.StartsWith('x')).ShouldBeTrue();
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(7);
        const string letters = "abrm -/$(){}[]<>|&;\"'`\\\n*?~#!=+,.:0123";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Create(random.Next(1, 40), random, static (span, r) =>
            {
                foreach (ref var c in span)
                {
                    c = letters[r.Next(letters.Length)];
                }
            });
            Should.NotThrow(() => ShellReader.Read(text), text);
            Should.NotThrow(() => ShellReader.Read(text, ShellKind.PowerShell), text);
        }
    }
}
