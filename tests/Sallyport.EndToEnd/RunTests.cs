using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sallyport.EndToEnd;

/// <summary>The sandbox as a user starts it.</summary>
public sealed class RunTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Standard_streams_and_the_exit_code_pass_through()
    {
        var run = Executable.Start(_at, ["run", "--", "sh", "-c", "tr a-z A-Z; echo talk >&2; exit 3"], "words\n");
        (run.ExitCode, run.Output, run.Error).ShouldBe((3, "WORDS\n", "talk\n"));
    }

    [Fact]
    public void A_variable_that_is_listed_passes_and_a_secret_one_does_not()
    {
        var run = Executable.Start(_at, ["run", "--", "sh", "-c", "echo $LANG $DB_PASSWORD $PAGER"], "", ("LANG", "C.UTF-8"), ("DB_PASSWORD", "hunter2-hunter2"), ("PAGER", Workspace.Token));
        run.Output.ShouldBe("C.UTF-8\n");
        run.Error.ShouldContain("PAGER stays outside");
        run.Error.ShouldNotContain(Workspace.Token);
    }

    [Fact]
    public void A_signal_reaches_the_command_which_ends_in_its_own_way()
    {
        using var process = Executable.Launch(_at, "run", "--", "sh", "-c", "trap 'echo told; exit 9' TERM; echo ready; while :; do sleep 0.05; done");
        process.StandardOutput.ReadLine().ShouldBe("ready");
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            kill.WaitForExit();
        }

        process.StandardOutput.ReadLine().ShouldBe("told");
        process.WaitForExit();
        process.ExitCode.ShouldBe(9);
    }

    [Fact]
    public void Everything_inside_ends_when_Sallyport_is_killed()
    {
        using var process = Executable.Launch(_at, "run", "--", "sh", "-c", "sleep 1000 & echo ready; wait");
        process.StandardOutput.ReadLine().ShouldBe("ready");
        process.Kill();
        process.StandardOutput.ReadToEnd().ShouldBeEmpty(); // the end of the stream comes when nobody holds it any more
    }

    [Fact]
    public void An_allowed_host_is_reached_through_the_proxy_and_nothing_else_is()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Answer(listener);
        var run = Executable.Start(_at, ["run", "--allow", $"127.0.0.1:{port} GET /fine private", "--", "sh", "-c",
            $"curl -s --noproxy '' http://127.0.0.1:{port}/fine; curl -s --noproxy '' http://127.0.0.1:{port}/other; curl -s --noproxy '*' http://127.0.0.1:{port}/fine || echo not direct"]);
        run.Output.ShouldBe("answer\nsallyport: no rule allows GET /other\nnot direct\n");
        run.Error.ShouldContain("refused");
        _at.Run("ledger", "show").Output.ShouldContain("egress");
    }

    [Fact]
    public void A_review_shows_what_a_command_did_and_applies_what_was_chosen()
    {
        _at.With("one", "1\n").With("two", "2\n");
        var run = Executable.Start(_at, ["run", "--review", "--apply", "one", "--", "sh", "-c", "echo changed > one; rm two"]);
        run.Error.ShouldContain("deleted  two");
        run.Error.ShouldContain("1 of 2 changes applied");
        File.ReadAllText(_at.Path("one")).ShouldBe("changed\n");
        File.Exists(_at.Path("two")).ShouldBeTrue();
    }

    private static async Task Answer(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\nanswer\n"u8.ToArray());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return;
        }
    }
}
