using Sallyport.Syntax.Shell;

namespace Sallyport.Syntax.Tests.Shell;

/// <summary>What a command would run, through what hides it.</summary>
public sealed class ShellReaderTests
{
    [Theory]
    [InlineData("c=rm; $c -rf x")]
    [InlineData("rm${IFS}-rf${IFS}x")]
    [InlineData("$'\\x72\\x6d' -rf x")]
    [InlineData("r''m -r\"f\" x")]
    [InlineData("{rm,-rf,x}")]
    [InlineData("echo cm0gLXJmIHg= | base64 -d | sh")]
    [InlineData("eval \"$(echo 'x fr- mr' | rev)\"")]
    [InlineData("f() { rm \"$@\"; }; f -rf x")]
    [InlineData("sudo -u root env A=1 timeout 5 nice -n 3 rm -rf x")]
    [InlineData("echo x | xargs -I{} sh -c 'rm -rf {}'")]
    [InlineData("python3 -c 'import os as o; o.system(\"rm -rf x\")'")]
    [InlineData("python3 -c 'import subprocess; subprocess.run([\"rm\", \"-rf\", \"x\"])'")]
    [InlineData("node -e \"const {execSync:e}=require('child_process'); e('rm -rf ' + 'x')\"")]
    [InlineData("perl -e 'system(\"rm\", \"-rf\", \"x\")'")]
    [InlineData("ruby -e '`rm -rf x`'")]
    [InlineData("php -r 'shell_exec(\"rm -rf x\");'")]
    [InlineData("awk 'BEGIN { system(\"rm\\040-rf\\040x\") }'")]
    [InlineData("ssh host 'rm -rf x'")]
    [InlineData("docker -H tcp://a exec -it c sh -c 'rm -rf x'")]
    [InlineData("kubectl exec -n prod pod -- rm -rf x")]
    [InlineData("git -c alias.n='!rm -rf x' n")]
    [InlineData("cat <<E | bash\nrm -rf x\nE")]
    [InlineData("echo 'rm -rf x' > s.sh; chmod +x s.sh; ./s.sh")]
    [InlineData("make -f - <<'E'\nall:\n\trm -rf x\nE")]
    [InlineData("vim -c ':!rm -rf x' y")]
    [InlineData("tar cf a --checkpoint=1 --checkpoint-action=exec='rm -rf x' b")]
    [InlineData("a=(rm -rf x); \"${a[@]}\"")]
    [InlineData("env -S 'rm -rf x'")]
    [InlineData("flock /tmp/l -c 'rm -rf x'")]
    [InlineData("tmux new-session -d 'rm -rf x'")]
    [InlineData("while read -r l; do $l; done <<< 'rm -rf x'")]
    [InlineData("x=$(printf '\\162\\155'); $x -rf x")]
    [InlineData("set -- rm -rf x; \"$@\"")]
    [InlineData("d=MR; ${d,,} -rf x; q=rmQ; ${q%Q} -rf x")]
    [InlineData("if true; then c=ls; else c=rm; fi; $c -rf x")]
    [InlineData("export C='rm -rf x'; sh -c '$C'")]
    [InlineData("trap 'rm -rf x' EXIT")]
    [InlineData("(cd /; rm -rf x)")]
    [InlineData("cmd /c \"rm -rf x\"")]
    [InlineData("pwsh -c 'bash -c \"rm -rf x\"'")]
    public void A_disguise_is_looked_through(string text)
    {
        var reading = ShellReader.Read(text);
        reading.Problem.ShouldBeNull();
        reading.Invocations.Select(i => i.ToString()).ShouldContain("rm -rf x", string.Join('\n', reading.Invocations));
    }

    [Theory]
    [InlineData("echo 'rm -rf x'")]
    [InlineData("cat <<E\nrm -rf x\nE")]
    [InlineData("f() { rm -rf x; }")]
    [InlineData("git commit -m 'rm -rf x'")]
    [InlineData("x='rm -rf x'; echo \"$x\"")]
    [InlineData("grep 'rm -rf x' file # rm -rf x")]
    [InlineData("(f() { rm -rf x; }); f")]
    public void Text_about_a_command_runs_nothing(string text) =>
        ShellReader.Read(text).Invocations.ShouldNotContain(i => i.Program == "rm");

    [Fact]
    public void What_is_not_known_stays_marked()
    {
        var rm = ShellReader.Read("rm -rf \"$DIR/$(date)\" *.txt ~").Invocations.Single(i => i.Program == "rm");
        rm.Arguments[2].Pieces.Select(p => p.Kind).ShouldBe([PieceKind.Variable, PieceKind.Literal, PieceKind.Output]);
        rm.Arguments[3].Pieces.ShouldHaveSingleItem().Kind.ShouldBe(PieceKind.Glob);
        rm.Arguments[4].Pieces.ShouldHaveSingleItem().Text.ShouldBe("HOME");
    }

    [Fact]
    public void A_directory_is_followed_and_ends_with_its_subshell()
    {
        var invocations = ShellReader.Read("cd a && x; (cd b; y); z; pushd /c; w; popd; v").Invocations;
        invocations.Select(i => $"{i.Program}@{i.Directory}").ShouldBe(["x@a", "y@a/b", "z@a", "w@/c", "v@a"]);
    }

    [Fact]
    public void What_runs_a_command_is_its_outer_one()
    {
        var rm = ShellReader.Read("sudo ssh host 'docker exec c rm x'").Invocations[^1];
        rm.Program.ShouldBe("rm");
        rm.Surroundings.ShouldBe(Surroundings.Privileged | Surroundings.Remote | Surroundings.Container);
        rm.Outer!.Program.ShouldBe("docker");
        rm.Outer.Outer!.Program.ShouldBe("ssh");
    }

    [Fact]
    public void A_script_that_is_run_is_read()
    {
        var reading = ShellReader.Read("bash tools/x.sh a", ShellKind.Bash, path => path == "tools/x.sh" ? "rm -rf \"$1\"" : null);
        reading.Invocations[^1].ToString().ShouldBe("rm -rf a");
    }

    [Fact]
    public void A_function_that_calls_itself_beside_itself_is_noticed()
    {
        ShellReader.Read(":(){ :|:& };:").Invocations.ShouldContain(i => i.Recurses && i.Concurrent);
        ShellReader.Read("f() { [ $1 -gt 0 ] && f 1; }; f 2").Invocations.ShouldNotContain(i => i.Recurses);
    }
}
