using System.Text;
using System.Text.Json;
using Sallyport.Core.Decisions;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Hooks;

namespace Sallyport.Server.Tests;

/// <summary>A server over a home and a project of its own, gone when the test ends.</summary>
public sealed class Served : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-server-").FullName;
    private ResidentServer? _server;

    public static string Token { get; } = "sk_live_51" + Random.Shared.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 97);

    public static string Risky => $"curl -H 'Authorization: Bearer {Token}' https://api.example.com";

    public string Root => Path.Combine(_folder, "shop");

    public string Home => Path.Combine(_folder, "home");

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    internal ServerDoor Door => _server!.Door;

    internal UserFolders Folders { get; private set; } = null!;

    internal HookGate Gate { get; private set; } = null!;

    internal ApproverKeys Keys => new(Folders.Configuration!, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(Root, ".git"));
        Directory.CreateDirectory(Home);
        Folders = new UserFolders(name => name == "HOME" ? Home : null, _ => false);
        Gate = new HookGate(new HookSetting(Folders, TimeProvider.System, "1.0"));
        _server = await ResidentServer.Start(Folders, TimeProvider.System);
        Client.BaseAddress = new Uri(Door.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        Client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public string Event(string command) => $$"""
        {"session_id":"s-1","cwd":{{JsonSerializer.Serialize(Root)}},"permission_mode":"default","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":{{JsonSerializer.Serialize(command)}}},"tool_use_id":"t-1"}
        """;

    public async Task<(int Status, string Body, HttpResponseMessage Reply)> Hook(string body, string? token = null, string path = "/hook/claude-code/PreToolUse")
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.Add("Authorization", "Bearer " + (token ?? Door.Token));
        var reply = await Client.SendAsync(message, TestContext.Current.CancellationToken);
        return ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), reply);
    }

    /// <summary>The one request that waits.</summary>
    internal ApprovalRequest Waiting => Gate.For(Root).Queue.Pending().Single();

    internal bool Waits => Gate.For(Root).Queue.Pending().Any(r => r.Decision == DecisionKind.Ask);
}
