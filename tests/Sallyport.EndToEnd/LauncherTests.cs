namespace Sallyport.EndToEnd;

/// <summary>The launcher on a fresh machine. A stand-in for <c>dotnet</c> "builds" a program that says where it lies and what it was given.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly Workspace _at = new();
    private readonly string _home;
    private string _path = Environment.GetEnvironmentVariable("PATH")!;

    public LauncherTests()
    {
        _home = _at.Path("my checkout");
        foreach (var folder in new[] { "src", "rules", "threats", "eng" })
        {
            Directory.CreateDirectory(Path.Combine(_home, folder));
        }

        _at.With("my checkout/src/a.cs", "").With("elsewhere/keep", "");
        File.Copy(Path.Combine(Shell.Repository, "sallyport"), Path.Combine(_home, "sallyport"));
        Dotnet("""
            mkdir "$out/one-at-a-time" || echo "two builds at once" >>"$HOME/built"
            echo "built" >>"$HOME/built"
            cat >>"$HOME/built"
            program=$out/bin/Sallyport.Cli/release/sallyport
            mkdir -p "$(dirname "$program")"
            printf '#!/bin/sh\necho "ran from $0 in $PWD:$(printf " <%%s>" "$@")"\ncat\nexit 7\n' >"$program"
            chmod +x "$program"
            rmdir "$out/one-at-a-time"
            """);
    }

    public void Dispose() => _at.Dispose();

    [Fact]
    public void The_first_use_builds_and_the_second_does_not()
    {
        var (code, output) = Launch(_home, "./sallyport", "scan", "a b", "");
        code.ShouldBe(7, output);
        output.ShouldContain("building");
        output.ShouldContain($"in {_home}: <scan> <a b> <>");
        Launch(_home, "./sallyport", "scan").Output.ShouldNotContain("building");
        Builds().ShouldBe(1);
    }

    [Theory]
    [InlineData("src/a.cs")]
    [InlineData("rules/new.md")]
    [InlineData("global.json")]
    public void A_source_that_is_newer_is_built(string source)
    {
        Launch(_home, "./sallyport");
        _at.With("my checkout/" + source, "changed");
        File.SetLastWriteTimeUtc(Path.Combine(_home, "artifacts/built"), DateTime.UnixEpoch);
        Launch(_home, "./sallyport").Output.ShouldContain("building");
        Builds().ShouldBe(2);
    }

    [Fact]
    public void It_can_be_called_through_a_link_and_from_another_folder()
    {
        File.CreateSymbolicLink(_at.Path("elsewhere/gate"), "../my checkout/sallyport");
        var (code, output) = Launch(_at.Path("elsewhere"), "./gate", "scan", ".");
        code.ShouldBe(7, output);
        output.ShouldContain($"ran from {_home}/artifacts/bin/Sallyport.Cli/release/sallyport in {_at.Path("elsewhere")}: <scan> <.>");
    }

    [Fact]
    public void A_checkout_that_cannot_be_written_is_built_in_the_users_cache()
    {
        // Root may write what is read-only; a file where the folder should be stops root, too.
        _at.With("my checkout/artifacts", "");
        var (code, output) = Launch(_home, "./sallyport");
        code.ShouldBe(7, output);
        output.ShouldContain($"ran from {_at.Home}/.cache/sallyport/build-");
        Launch(_home, "./sallyport").Output.ShouldNotContain("building");
    }

    [Fact]
    public async Task Of_two_first_uses_at_once_one_builds()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Launch(_home, "./sallyport"), TestContext.Current.CancellationToken)));
        runs.ShouldAllBe(r => r.ExitCode == 7);
        Builds().ShouldBe(1);
        File.ReadAllText(Path.Combine(_at.Home, "built")).ShouldNotContain("two builds");
    }

    [Fact]
    public void A_build_that_was_cut_off_is_begun_anew()
    {
        Dotnet("""mkdir -p "$out/obj"; echo half >"$out/obj/half.dll"; kill -9 "$(cat "$HOME/launcher")" """);
        Shell.Run(_home, "sh", ["-c", "echo $$ >\"$HOME/launcher\"; exec ./sallyport"], Variables()).ExitCode.ShouldBe(137);
        File.Exists(Path.Combine(_home, "artifacts/obj/half.dll")).ShouldBeTrue();
        Dotnet("""[ ! -e "$out/obj/half.dll" ] || echo "half a file is still there"; exit 1""");
        Launch(_home, "./sallyport").Output.ShouldNotContain("half a file");
        File.Exists(Path.Combine(_home, "artifacts/built")).ShouldBeFalse();
    }

    [Fact]
    public void A_build_that_fails_is_2_with_its_output_and_is_tried_again()
    {
        Dotnet("""echo "x.cs(1,1): error CS1002"; exit 1""");
        var (code, output) = Launch(_home, "./sallyport", "scan", ".");
        code.ShouldBe(2);
        output.ShouldContain("x.cs(1,1): error CS1002");
        output.ShouldContain("hint: ");
        Launch(_home, "./sallyport").Output.ShouldContain("building");
    }

    [Fact]
    public void Without_the_SDK_it_says_what_to_install()
    {
        _path = OnlyBasics();
        var (code, output) = Launch(_home, "./sallyport", "scan", ".");
        code.ShouldBe(2);
        output.ShouldBe("sallyport: the .NET SDK is missing\nhint: install the .NET 10 SDK so that `dotnet --version` answers 10.0.100 or later\n");
    }

    [Fact]
    public void With_another_SDK_it_says_which_is_there()
    {
        Dotnet("", sdk: "exit 145");
        var (code, output) = Launch(_home, "./sallyport", "scan", ".");
        code.ShouldBe(2);
        output.ShouldContain("it takes 10.0.100 or a later 10.0, and there is 8.0.404");
    }

    [Fact]
    public void Standard_input_reaches_the_program_and_not_the_build()
    {
        Shell.Run(_home, "sh", ["-c", "echo text | ./sallyport scan -"], Variables()).Output.ShouldEndWith("text\n");
        File.ReadAllText(Path.Combine(_at.Home, "built")).ShouldNotContain("text");
    }

    [Fact]
    public void The_scripts_pass_shellcheck()
    {
        string[] scripts = ["sallyport", "test", ".ci/run", .. Directory.GetFiles(Path.Combine(Shell.Repository, "eng")).Where(f => File.ReadLines(f).FirstOrDefault()?.StartsWith("#!", StringComparison.Ordinal) == true)];
        Shell.Run(Shell.Repository, "shellcheck", scripts).Output.ShouldBeEmpty();
    }

    private (int ExitCode, string Output) Launch(string folder, string program, params string[] arguments) => Shell.Run(folder, program, arguments, Variables());

    private (string, string?)[] Variables() => [("HOME", _at.Home), ("PATH", _path), ("XDG_CACHE_HOME", null), ("SALLYPORT_NO_BUILD", null)];

    private int Builds() => File.ReadLines(Path.Combine(_at.Home, "built")).Count(line => line == "built");

    /// <summary>Puts a <c>dotnet</c> on the path whose <c>build</c> does <paramref name="build"/>, with its output folder in <c>$out</c>.</summary>
    private void Dotnet(string build, string sdk = "echo 10.0.100")
    {
        _at.With("bin/dotnet", $"""
            #!/bin/sh
            case $1 in
                --version) {sdk}; exit ;;
                --list-sdks) echo "8.0.404 [/somewhere]"; exit ;;
            esac
            out=$PWD/artifacts
            for argument; do case $argument in -p:ArtifactsPath=*) out=$(printf %s "$argument" | cut -d= -f2-) ;; esac; done
            {build}
            """);
        File.SetUnixFileMode(_at.Path("bin/dotnet"), (UnixFileMode)0b111_101_101);
        _path = _at.Path("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
    }

    /// <summary>A folder of links to what any system has, and nothing else.</summary>
    private string OnlyBasics()
    {
        var folder = Directory.CreateDirectory(_at.Path("basics")).FullName;
        foreach (var name in new[] { "sh", "cat", "cksum", "dirname", "find", "head", "mkdir", "mv", "printf", "readlink", "rm", "sed", "tr" })
        {
            File.CreateSymbolicLink(Path.Combine(folder, name), Shell.Run("/", "sh", ["-c", $"command -v {name} | sed 's/^{name}$/\\/usr\\/bin\\/{name}/'"]).Output.Trim());
        }

        return folder;
    }
}
