using System.Diagnostics;
using System.Text.Json;
using Sallyport.Agents.Settings;

namespace Sallyport.Agents.Tests;

/// <summary>The plugin in a real Node, beside a gate that answers what the test says.</summary>
public sealed class OpenCodePluginTests : IDisposable
{
    private const string Host = """
        const { Sallyport } = await import(process.argv[2])
        const hooks = await Sallyport({ directory: "/home/dev/shop" })
        const [name, input, output] = JSON.parse(process.argv[3])
        try { await hooks[name](input, output); console.log(JSON.stringify(output ?? {})) } catch (error) { console.log("thrown: " + error.message) }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-opencode-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_allowed_goes_on() => Before("""echo '{"decision":"allow"}'""").ShouldBe("""{"args":{"command":"ls"}}""");

    [Fact]
    public void A_rewritten_call_goes_on_changed() => Before("""echo '{"decision":"rewrite","args":{"command":"true"}}'""").ShouldBe("""{"args":{"command":"true"}}""");

    [Theory]
    [InlineData("""echo '{"decision":"deny","reason":"no"}'""", "no")]
    [InlineData("""echo '{"decision":"ask","reason":"wait"}'""", "wait")]
    [InlineData("""echo 'what?'""", "without an answer")]
    [InlineData("""echo '{"decision":"allow"}'; exit 2""", "ended with 2")]
    [InlineData("""echo '{}'""", "ended with 0")]
    [InlineData("""kill -9 $$""", "without an answer")]
    public void Anything_else_is_thrown(string gate, string why)
    {
        var said = Before(gate);
        said.ShouldStartWith("thrown: Sallyport refuses this");
        said.ShouldContain(why);
    }

    [Fact]
    public void A_gate_that_is_missing_is_thrown()
    {
        File.WriteAllText(Path.Combine(_folder, "plugin.mjs"), Plugin(Path.Combine(_folder, "nowhere")));
        Run("""["tool.execute.before",{"tool":"bash"},{"args":{"command":"ls"}}]""").ShouldContain("could not be started");
    }

    [Fact]
    public void The_gate_sees_the_event_as_our_adapter_reads_it()
    {
        Before($"cat > {_folder}/seen; echo '{{\"decision\":\"allow\"}}'");
        var seen = AgentTable.Find("opencode")!.Read(JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "seen"))).RootElement, "");
        (seen.Tool, seen.Command, seen.Folder, seen.Session, seen.Call).ShouldBe(("bash", "ls", "/home/dev/shop", "s-1", "t-1"));
    }

    [Fact]
    public void A_result_that_cannot_be_judged_is_withheld()
    {
        Gate("exit 2");
        Run("""["tool.execute.after",{"tool":"bash","args":{"command":"env"}},{"output":"KEY=1","metadata":{"output":"KEY=1"}}]""").ShouldNotContain("KEY");
        Run("""["permission.ask",{"type":"bash","metadata":{}},{"status":"allow"}]""").ShouldBe("""{"status":"deny"}""");
        Run("""["chat.message",{},{"parts":[{"type":"text","text":"hello"}]}]""").ShouldStartWith("thrown: ");
    }

    [Fact]
    public void A_prompt_goes_on_redacted()
    {
        Gate("""echo '{"decision":"rewrite","text":"[redacted]"}'""");
        Run("""["chat.message",{},{"parts":[{"type":"text","text":"key"}]}]""").ShouldContain("[redacted]");
    }

    private string Before(string gate)
    {
        Gate(gate);
        return Run("""["tool.execute.before",{"tool":"bash","sessionID":"s-1","callID":"t-1"},{"args":{"command":"ls"}}]""");
    }

    private void Gate(string script)
    {
        var program = Path.Combine(_folder, "gate");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        File.WriteAllText(Path.Combine(_folder, "plugin.mjs"), Plugin(program));
    }

    private static string Plugin(string program) => AgentTable.Find("opencode")!.Settings.With(null, new HookCall(program), "sallyport.js");

    private string Run(string call)
    {
        File.WriteAllText(Path.Combine(_folder, "host.mjs"), Host);
        var start = new ProcessStartInfo("node", [Path.Combine(_folder, "host.mjs"), Path.Combine(_folder, "plugin.mjs"), call]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Trim();
    }
}
