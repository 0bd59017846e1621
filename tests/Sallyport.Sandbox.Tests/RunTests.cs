using Sallyport.Core;

namespace Sallyport.Sandbox;

public sealed class RunTests : IDisposable
{
    private readonly Ground _ground = new();

    public void Dispose() => _ground.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(125)]
    [InlineData(255)]
    public void The_exit_code_is_the_commands_own(int code) => _ground.Run("/bin/sh", "-c", $"exit {code}").ShouldBe(code);

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("KILL", 137)]
    [InlineData("SEGV", 139)]
    [InlineData("PIPE", 141)]
    public void A_signal_that_ends_the_command_shows_in_the_exit_code(string signal, int code) => _ground.Run("/bin/sh", "-c", $"kill -{signal} $$").ShouldBe(code);

    [Fact]
    public void A_command_that_is_not_there_gives_127_and_says_so()
    {
        _ground.Run("no-such-command").ShouldBe(127);
        _ground.Said.ShouldContain("sallyport: no-such-command: not found inside the sandbox");
    }

    [Fact]
    public void A_file_that_is_no_program_gives_126()
    {
        File.WriteAllText(_ground["data"], "x");
        _ground.Run("./data").ShouldBe(126);
    }

    [Fact]
    public void The_project_is_writable_and_its_files_belong_to_whom_they_would_without_a_sandbox()
    {
        _ground.Shell("echo new > file && mkdir -p a/b && mv file a/b/").Code.ShouldBe(0);
        File.ReadAllText(_ground["a/b/file"]).ShouldBe("new\n");
        var owner = Native.FileOwner.Of(_ground["a/b/file"])!;
        owner.User.ShouldBe(Native.FileOwner.Of(_ground.Project)!.User);
    }

    [Fact]
    public void Nobody_is_root_inside_and_no_capability_is_held() =>
        _ground.Shell("id -u; grep -E 'CapEff|CapBnd|NoNewPrivs|Seccomp:' /proc/self/status").Output.ShouldSatisfyAllConditions(
            text => text.Split('\n')[0].ShouldNotBe("0"),
            text => text.ShouldContain("CapEff:\t0000000000000000"),
            text => text.ShouldContain("CapBnd:\t0000000000000000"),
            text => text.ShouldContain("NoNewPrivs:\t1"),
            text => text.ShouldContain("Seccomp:\t2"));

    [Fact]
    public void What_configures_other_programs_is_read_only_and_nothing_of_it_is_left_behind()
    {
        Directory.CreateDirectory(_ground[".git/hooks"]);
        File.WriteAllText(_ground[".git/config"], "[core]\n");
        var before = Directory.GetFileSystemEntries(_ground.Project, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var (_, output) = _ground.Shell("""
            for f in .git/hooks/pre-commit .git/config .claude/settings.json .mcp.json .vscode/tasks.json .bashrc sallyport.yml .sallyport/rule.md; do echo x >> $f && echo "wrote $f"; done
            mv .git elsewhere && echo moved; rm -rf .claude && echo removed; echo fine > ordinary; true
            """);
        output.ShouldNotContain("wrote");
        output.ShouldNotContain("moved");
        output.ShouldNotContain("removed");
        var after = Directory.GetFileSystemEntries(_ground.Project, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        after.Except(before).ShouldBe([_ground["ordinary"], _ground["out"]], ignoreOrder: true);
        File.ReadAllText(_ground[".git/config"]).ShouldBe("[core]\n");
    }

    [Fact]
    public void A_setting_that_is_a_symbolic_link_is_refused_because_the_link_could_be_replaced()
    {
        Directory.CreateDirectory(_ground["elsewhere"]);
        File.CreateSymbolicLink(_ground[".claude"], _ground["elsewhere"]);
        Should.Throw<UserException>(() => _ground.Run("true")).Message.ShouldContain("symbolic link");
    }

    [Fact]
    public void Home_keys_and_other_processes_are_out_of_sight()
    {
        Directory.CreateDirectory(Path.Combine(_ground.Home, ".ssh"));
        File.WriteAllText(Path.Combine(_ground.Home, ".ssh/id_rsa"), "key");
        var (_, output) = _ground.Shell($"ls -A {_ground.Home}; ls {_ground.State} 2>&1; ls /proc | grep -c '^[0-9]'; kill -0 {Environment.ProcessId} && echo reached");
        output.ShouldNotContain(".ssh");
        output.ShouldNotContain("reached");
        int.Parse(output.Split('\n').First(l => l.Length is 1 or 2 && char.IsAsciiDigit(l[0])), System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(8);
    }

    [Fact]
    public void What_the_command_leaves_running_ends_with_it()
    {
        var mark = $"3{Random.Shared.Next(1000, 9999)}";
        _ground.Shell($"setsid sleep {mark} & true").Code.ShouldBe(0);
        Running($"sleep\0{mark}").ShouldBeFalse();
    }

    [Fact]
    public void A_command_that_takes_too_long_is_ended_and_it_is_said_why()
    {
        _ground.Run(Ground.Profile() with { Time = TimeSpan.FromMilliseconds(200) }, null, "sleep", "60").ShouldBe(137);
        _ground.Said.ShouldContain(s => s.Contains("ran longer than"));
    }

    [Fact]
    public void A_project_that_is_a_home_or_the_system_is_refused()
    {
        foreach (var folder in (string[])["/", "/usr/share", "/etc", _ground.Home, Path.GetDirectoryName(_ground.Home)!])
        {
            Should.Throw<UserException>(() => ProjectFolder.Checked(folder, _ground.Home)).Hint.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_backend_that_cannot_hold_what_was_asked_refuses()
    {
        Should.Throw<UserException>(() => _ground.Run(Ground.Profile() with { Egress = true }, "landlock", "true")).Message.ShouldContain("landlock cannot hold here");
        Should.Throw<UserException>(() => _ground.Run(Ground.Profile(), "podman", "true")).Message.ShouldContain("podman cannot hold here");
    }

    private static bool Running(string commandLine)
    {
        foreach (var process in Directory.GetDirectories("/proc").Where(p => char.IsAsciiDigit(p[6])))
        {
            try
            {
                if (File.ReadAllText(process + "/cmdline").StartsWith(commandLine, StringComparison.Ordinal))
                {
                    return true;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue; // it has ended
            }
        }

        return false;
    }
}
