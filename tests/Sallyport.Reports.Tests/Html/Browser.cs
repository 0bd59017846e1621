using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Sallyport.Reports.Tests.Html;

/// <summary>A real browser without a window, driven over its DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly List<string> _events = [];
    private int _id;

    private Browser(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>What the page wrote to its console, errors of its security policy among it.</summary>
    public IReadOnlyList<string> Complaints => _events;

    /// <summary>Opens a file and waits until it is loaded.</summary>
    public static async Task<Browser> Open(string file)
    {
        var profile = Directory.CreateTempSubdirectory("sallyport-browser-").FullName;
        var start = new ProcessStartInfo("chromium",
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        ]) { RedirectStandardError = true, RedirectStandardOutput = true };
        var browser = new Browser(Process.Start(start)!, profile);
        var port = await browser.Port();
        await browser._socket.ConnectAsync(new Uri(await Target(port)), TestContext.Current.CancellationToken);
        await browser.Send("Page.enable");
        await browser.Send("Log.enable");
        await browser.Send("Runtime.enable");
        await browser.Send("Page.navigate", $$"""{"url":{{JsonSerializer.Serialize(new Uri(file).AbsoluteUri)}}}""", until: "Page.loadEventFired");
        return browser;
    }

    /// <summary>The value of an expression in the page, awaited when it is a promise.</summary>
    public async Task<JsonElement> Evaluate(string expression)
    {
        var answer = await Send("Runtime.evaluate", $$"""{"expression":{{JsonSerializer.Serialize(expression)}},"awaitPromise":true,"returnByValue":true}""");
        answer.TryGetProperty("exceptionDetails", out var failure).ShouldBeFalse(failure.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Sends a command of the protocol.</summary>
    public async Task<JsonElement> Send(string method, string parameters = "{}", string? until = null)
    {
        var id = ++_id;
        await _socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"id":{{id}},"method":"{{method}}","params":{{parameters}}}"""), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        JsonElement? answer = null;
        var reached = until is null;
        while (answer is null || !reached)
        {
            var message = await Receive();
            if (message.TryGetProperty("id", out var of) && of.GetInt32() == id)
            {
                answer = message.GetProperty("result");
            }
            else if (message.TryGetProperty("method", out var name))
            {
                reached |= name.GetString() == until;
                if (name.GetString() is "Log.entryAdded" or "Runtime.exceptionThrown" or "Runtime.consoleAPICalled")
                {
                    _events.Add(message.ToString());
                }
            }
        }

        return answer.Value;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    // The browser says on standard error which port it took.
    private async Task<string> Port()
    {
        while (await _process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("DevTools listening on ws://", StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                return line.Split('/')[2];
            }
        }

        throw new InvalidOperationException("chromium ended before it listened");
    }

    private static async Task<string> Target(string host)
    {
        using var client = new HttpClient();
        var pages = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://{host}/json/list"), TestContext.Current.CancellationToken)).RootElement;
        return pages.EnumerateArray().First(p => p.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString()!;
    }

    private async Task<JsonElement> Receive()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(message.ToArray()).RootElement;
    }
}
