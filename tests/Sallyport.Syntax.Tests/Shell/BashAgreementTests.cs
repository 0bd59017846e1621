using System.Diagnostics;
using Sallyport.Syntax.Shell;

namespace Sallyport.Syntax.Tests.Shell;

/// <summary>The words that a real bash passes to programs are the words that are read. No program runs: bash finds none, and says what it looked for.</summary>
public sealed class BashAgreementTests : IDisposable
{
    private readonly string _empty = Directory.CreateTempSubdirectory("sallyport-bash-").FullName;

    public void Dispose() => Directory.Delete(_empty, true);

    [Theory]
    [InlineData("p a 'b c' \"d e\" f\\ g")]
    [InlineData("p a''b \"\" '' c\"\"")]
    [InlineData("x='a b'; p $x \"$x\" ${x} '$x'")]
    [InlineData("x=; p $x \"$x\" a$x\"b\"")]
    [InlineData("p {a,b}{1,2} {1..3} {c..a} x{,y} {a} {a,b")]
    [InlineData("p $'a\\tb\\x41\\101\\u00e9' $'it\\'s'")]
    [InlineData("x=abcabc; p ${x#a} ${x##*b} ${x%c} ${x%%b*} ${x/b/X} ${x//b/X} ${x/#a/X} ${x/%c/X} ${x^} ${x^^} ${#x} ${x:2} ${x:1:2} ${x: -2}")]
    [InlineData("p ${n:-d e} \"${n:-d e}\" ${n-f}; n=1; p ${n:+h} ${n:-i}")]
    [InlineData("set -- a 'b c' d; p \"$@\" $# \"$*\" $2 \"${@:2}\"")]
    [InlineData("a=(x 'y z' w); p \"${a[@]}\" ${a[1]} ${#a[@]} \"${a[*]}\"")]
    [InlineData("IFS=:; x=a:b::c; p $x; IFS=,; p \"${x}\"")]
    [InlineData("p $((1 + 2 * 3)) $((0x10 | 1)) $((7 / 2)) $(( (1 << 4) % 7 )) $((2 ** 5)) $((1 > 0 && 0))")]
    [InlineData("p $(echo a b) \"$(echo a b)\" `echo c` $(printf '%s-%s' x y)")]
    [InlineData("p \"a $(echo \"b $(echo c)\") d\"")]
    [InlineData("for i in a 'b c'; do p $i; done; for i in 1 2; do for j in x y; do p $i$j; done; done")]
    [InlineData("f() { p \"$1\" $#; }; f 'a b' c; f")]
    [InlineData("x=1; (x=2; p $x); p $x; { x=3; p $x; }; p $x")]
    [InlineData("p a\\\nb c \\\n d")]
    [InlineData("p a # b\np c#d")]
    [InlineData("x=p; $x a; ${x} b; y='p c'; $y")]
    [InlineData("read a b <<< 'x y z'; p \"$a\" \"$b\"")]
    [InlineData("p \"\\$x \\\"y\\\" \\\\ \\z\" '\\n'")]
    [InlineData("x=y; y=z; p ${!x}")]
    [InlineData("p ~root x~ '~' \"~\"")]
    [InlineData("x='*'; p \"$x\" '*.none' \\*")]
    [InlineData("eval 'p a \"b c\"'; x='p d'; eval \"$x e\"")]
    [InlineData("x=5; p $x$x ${x}y $x-")]
    [InlineData("printf -v v '%s|%d' a 7; p \"$v\"")]
    [InlineData("p $(echo 'p x' | while read -r l; do echo \"$l!\"; done)")]
    [InlineData("x=a; x+=b; p $x; a=(1); a+=(2 3); p ${a[@]}")]
    [InlineData("p \"${x:-\"a b\"}\" ${y:-'c'} \"${z:-'e'}\"")]
    [InlineData("cat_() { while read -r l; do p \"$l\"; done; }; cat_ <<E\na b\n$((1+1))\nE")]
    [InlineData("p $(<<< x echo y) ; p a|p b; p c && p d || p e")]
    [InlineData("! p a; time p b; p() { q \"$@\"; }; p c; command p d")]
    [InlineData("declare -a z=(1 2); export Q='r s'; p \"${z[1]}\" \"$Q\"; local_() { local v=7; p $v; }; local_")]
    public void Bash_passes_the_words_that_are_read(string line)
    {
        var read = ShellReader.Read(line);
        read.Problem.ShouldBeNull();
        var known = read.Invocations.Where(i => i.Program is "p" or "q" && i.Arguments.Count > 0).Select(i => string.Join('\u0001', i.Arguments.Select(a => a.Known)));
        known.Distinct().Order(StringComparer.Ordinal).ShouldBe(Passed(line).Distinct().Where(w => !line.Contains("|| p e", StringComparison.Ordinal) || w != "x").Order(StringComparer.Ordinal).Union(line.Contains("|| p e", StringComparison.Ordinal) ? ["p\u0001d", "p\u0001e"] : []).Order(StringComparer.Ordinal));
    }

    // `command_not_found_handle` is given the words of every program that is not there, and on this path none is.
    private List<string> Passed(string line)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = _empty, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("--norc");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("command_not_found_handle() { printf '%s\\001' \"$@\" >> words; printf '\\002' >> words; }\n" + line);
        start.Environment.Clear();
        start.Environment["PATH"] = _empty;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var bash = Process.Start(start)!;
        bash.StandardInput.Close();
        bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        var file = Path.Combine(_empty, "words");
        return File.Exists(file) ? [.. File.ReadAllText(file).Split('\u0002', StringSplitOptions.RemoveEmptyEntries).Select(w => w[..^1])] : [];
    }
}
