using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sallyport.EndToEnd;

/// <summary>The files at the root that other tools read say what the command line understands.</summary>
public sealed class ShippedFileTests : IDisposable
{
    private readonly Workspace _at = new Workspace().Git("init", "-q");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void The_entry_for_pre_commit_runs()
    {
        var entry = File.ReadLines(Path.Combine(Root, ".pre-commit-hooks.yaml")).Select(l => l.Trim()).Single(l => l.StartsWith("entry: ", StringComparison.Ordinal));
        _at.Run(entry["entry: sallyport ".Length..].Split(' ')).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("x = 1", 0)]
    [InlineData("TOKEN", 1)]
    public void The_steps_of_the_action_run_and_pass_the_code_on(string text, int code)
    {
        var steps = File.ReadAllText(Path.Combine(Root, "action.yml")).Split("      run: |\n")[1];
        _at.With("a.py", $"key = '{text.Replace("TOKEN", Workspace.Token, StringComparison.Ordinal)}'\n").With("run.sh", string.Join('\n', steps.Split('\n').Select(l => l.Trim())));
        var start = new ProcessStartInfo("bash", ["-e", "run.sh"]) { WorkingDirectory = _at.Root, RedirectStandardOutput = true };
        start.Environment["SALLYPORT"] = Executable.Path;
        start.Environment["SCAN_ARGS"] = "a.py";
        start.Environment["FAIL_ON"] = "";
        start.Environment["SARIF"] = "out.sarif";
        start.Environment["GITHUB_OUTPUT"] = _at.Path("outputs");
        start.Environment["HOME"] = _at.Home;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(code);
        _at.Read("outputs").ShouldBe($"exit-code={code}\n");
        File.Exists(_at.Path("out.sarif")).ShouldBeTrue();
    }

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
