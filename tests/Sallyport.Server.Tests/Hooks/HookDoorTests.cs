namespace Sallyport.Server.Tests.Hooks;

public sealed class HookDoorTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task An_event_is_answered_in_the_agents_protocol()
    {
        var (status, body, reply) = await served.Hook(served.Event("ls -l"));
        (status, body).ShouldBe((200, "{}"));
        reply.Headers.GetValues("X-Sallyport-Nonce").ShouldBe([served.Door.Nonce]);
    }

    [Fact]
    public async Task Without_the_token_everything_is_refused()
    {
        var (status, body, _) = await served.Hook(served.Event("ls -l"), token: "0000");
        status.ShouldBe(200); // a status of failure would let Claude Code and Copilot go on
        body.ShouldContain("\"permissionDecision\":\"deny\"");
        body.ShouldContain("token");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"hook_event_name\":\"PreToolUse\"}")]
    public async Task What_is_no_event_is_refused(string body)
    {
        var (status, answer, reply) = await served.Hook(body);
        status.ShouldBe(200);
        answer.ShouldContain("\"permissionDecision\":\"deny\"");
        reply.Headers.GetValues("X-Sallyport-Exit").ShouldBe(["2"]);
    }

    [Fact]
    public async Task An_event_that_is_too_long_is_refused()
    {
        var (_, answer, _) = await served.Hook("{\"a\":\"" + new string('x', 16 << 20) + "\"}");
        answer.ShouldContain("\"permissionDecision\":\"deny\"");
    }

    [Theory]
    [InlineData("/hook/nobody/PreToolUse")]
    [InlineData("/hook")]
    [InlineData("/elsewhere")]
    public async Task Other_paths_are_not_there(string path) => (await served.Hook("{}", path: path)).Status.ShouldBe(404);

    [Fact]
    public async Task A_name_that_was_led_to_this_port_is_not_answered()
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "/approvals/") { Headers = { Host = "evil.example" } };
        using var reply = await served.Client.SendAsync(message, TestContext.Current.CancellationToken);
        ((int)reply.StatusCode).ShouldBe(421);
    }

    [Fact]
    public void The_door_is_for_its_owner_only()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(served.Home, ".local/state/sallyport/serve")))
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }
}
