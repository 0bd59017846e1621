using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sallyport.Server.Tests.Hooks;

/// <summary>Both thin clients before a real server, and before what only looks like one.</summary>
public sealed class ThinClientTests(Served served) : IClassFixture<Served>, IDisposable
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-client-").FullName;

    public static TheoryData<string> Clients => ["bash", ".NET"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Clients))]
    public void An_answer_is_passed_on(string client) => Run(client, served.Event("ls -l")).ShouldBe((0, "{}\n", ""));

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_refusal_is_passed_on_with_its_code_and_reason(string client)
    {
        var (code, output, error) = Run(client, "{");
        code.ShouldBe(2);
        output.ShouldContain("\"permissionDecision\":\"deny\"");
        error.ShouldContain("cannot be understood");
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_long_event_arrives_whole(string client)
    {
        var (code, output, _) = Run(client, served.Event("echo " + new string('x', 300_000) + " " + Served.Risky));
        code.ShouldBe(0);
        output.ShouldContain("\"permissionDecision\":\"ask\"");
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Without_a_server_the_full_decision_is_made(string client) => Run(client, "{}", door: null).ShouldBe((2, "full: hook claude-code PreToolUse {}\n", "full\n"));

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_server_that_has_gone_is_no_server(string client) => Run(client, "{}", door: "1 token nonce\n").Output.ShouldStartWith("full: ");

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_server_that_cannot_prove_itself_is_no_server(string client) =>
        Run(client, "{}", door: $"{served.Door.Port} {served.Door.Token} anothernonce\n").Output.ShouldStartWith("full: ");

    [Theory]
    [MemberData(nameof(Clients))]
    public void Where_nothing_can_decide_it_is_refused(string client)
    {
        var (code, _, error) = Run(client, "{}", door: null, full: "kill -9 $$");
        code.ShouldBe(2);
        error.ShouldContain("refused");
    }

    private (int Code, string Output, string Error) Run(string client, string input, string? door = "", string full = "echo \"full: $* $(cat)\"; echo full >&2; exit 2")
    {
        var home = Path.Combine(_folder, Guid.NewGuid().ToString("n"));
        var place = Path.Combine(home, ".local/state/sallyport/serve");
        Directory.CreateDirectory(place);
        if (door is not null)
        {
            File.WriteAllText(Path.Combine(place, "door"), door.Length > 0 ? door : File.ReadAllText(Path.Combine(served.Home, ".local/state/sallyport/serve/door")));
        }

        var program = Path.Combine(home, "sallyport");
        File.WriteAllText(program, $"#!/bin/bash\n{full}\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        var start = client == "bash" ? Bash(home, program, Path.Combine(place, "door")) : DotNet(home);
        foreach (var word in new[] { "hook", "claude-code", "PreToolUse" })
        {
            start.ArgumentList.Add(word);
        }

        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.Environment["HOME"] = home;
        start.Environment.Remove("XDG_STATE_HOME");
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static ProcessStartInfo Bash(string home, string program, string door)
    {
        var script = File.ReadAllText(Path.Combine(Repository, "src/doors/Sallyport.Cli/Commands/Hooks/sallyport-hook.sh"))
            .Replace("@SALLYPORT@", program, StringComparison.Ordinal).Replace("@DOOR@", door, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(home, "client"), script);
        File.SetUnixFileMode(Path.Combine(home, "client"), (UnixFileMode)0b111_101_101);
        return new ProcessStartInfo(Path.Combine(home, "client"));
    }

    // The program that it falls back to lies beside it.
    private static ProcessStartInfo DotNet(string home)
    {
#if DEBUG
        const string Configuration = "debug";
#else
        const string Configuration = "release";
#endif
        foreach (var file in Directory.GetFiles(Path.Combine(Repository, "artifacts/bin/Sallyport.Hook", Configuration)))
        {
            File.Copy(file, Path.Combine(home, Path.GetFileName(file)));
        }

        return new ProcessStartInfo(Path.Combine(home, "sallyport-hook"));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
