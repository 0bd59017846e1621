using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Sallyport.Reports.Tests.Html;
using Sallyport.Server.Approvals;

namespace Sallyport.Server.Tests.Approvals;

public sealed class ApprovalDoorTests : IAsyncLifetime
{
    private readonly Served _at = new();

    public ValueTask InitializeAsync() => _at.InitializeAsync();

    public ValueTask DisposeAsync() => _at.DisposeAsync();

    [Fact]
    public async Task A_person_sees_effects_and_context_in_a_real_browser_and_approves()
    {
        await _at.Hook(_at.Event(Served.Risky));
        await using var browser = await Browser.Open($"{_at.Door.Address}/approvals/login?code={_at.Keys.NewLogin("ada")}");
        var card = (await browser.Evaluate(Until("document.querySelector('#list > li')?.innerText"))).GetString()!;
        card.ShouldContain("claude-code of ");
        card.ShouldContain("curl -H 'Authorization: Bearer REDACTED");
        card.ShouldContain("secrets/stripe-secret-key: Stripe live secret key");
        card.ShouldContain(_at.Root);
        (await browser.Evaluate("document.getElementById('who').innerText")).GetString().ShouldBe("You are ada");
        await browser.Evaluate("document.querySelector('.approve').click()");
        (await browser.Evaluate(Until("!document.getElementById('none').hidden && 'empty'"))).GetString().ShouldBe("empty");
        (await _at.Hook(_at.Event(Served.Risky))).Body.ShouldContain("approved by ada (web)");
        (await _at.Hook(_at.Event(Served.Risky))).Body.ShouldContain("\"ask\"");
        browser.Complaints.Where(c => !c.Contains("favicon", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_agent_wrote_is_text_on_the_page_and_nothing_else()
    {
        await _at.Hook(_at.Event(Served.Risky + " # <img src=x onerror=alert(1)><script>document.title='pwned'</script>"));
        await using var browser = await Browser.Open($"{_at.Door.Address}/approvals/login?code={_at.Keys.NewLogin("ada")}");
        (await browser.Evaluate(Until("document.querySelector('#list pre')?.innerText"))).GetString()!.ShouldContain("<img src=x onerror=alert(1)>");
        (await browser.Evaluate("document.querySelectorAll('#list img, #list script').length + document.title")).GetString().ShouldBe("0Sallyport: approvals");
    }

    [Fact]
    public async Task A_login_opens_the_page_once()
    {
        var link = $"/approvals/login?code={_at.Keys.NewLogin("ada")}";
        (await Status(link)).ShouldBe(303);
        (await Status(link)).ShouldBe(403);
    }

    [Fact]
    public async Task Nobody_sees_or_answers_anything_without_a_login()
    {
        await _at.Hook(_at.Event(Served.Risky));
        (await Status("/approvals/list")).ShouldBe(401);
        (await Answer("/approvals/answer", new { project = _at.Root, id = _at.Waiting.Id, verdict = "approve" })).ShouldBe(403);
        _at.Waits.ShouldBeTrue();
    }

    [Fact]
    public async Task The_token_of_the_hooks_does_not_approve()
    {
        await _at.Hook(_at.Event(Served.Risky));
        (await Answer("/approvals/answer", new { project = _at.Root, id = _at.Waiting.Id, verdict = "approve" }, ("Authorization", "Bearer " + _at.Door.Token))).ShouldBe(403);
        _at.Waits.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_site_cannot_answer_with_the_persons_cookie()
    {
        await _at.Hook(_at.Event(Served.Risky));
        (await Status($"/approvals/login?code={_at.Keys.NewLogin("ada")}")).ShouldBe(303); // the client keeps the cookie now
        (await Answer("/approvals/answer", new { project = _at.Root, id = _at.Waiting.Id, verdict = "approve" })).ShouldBe(403);
        var said = await _at.Client.GetFromJsonAsync<JsonElement>("/approvals/list", TestContext.Current.CancellationToken);
        (await Answer("/approvals/answer", new { project = _at.Root, id = _at.Waiting.Id, verdict = "approve" }, ("X-Sallyport-Csrf", said.GetProperty("csrf").GetString()!))).ShouldBe(200);
    }

    [Fact]
    public async Task A_key_logs_in_and_a_wrong_one_does_not()
    {
        var key = _at.Keys.Enrol("grace");
        (await LogIn("grace", "no")).ShouldBe(403);
        (await LogIn("nobody", key)).ShouldBe(403);
        (await LogIn("grace", key)).ShouldBe(303);
    }

    [Fact]
    public async Task A_signed_word_counts_once_while_it_is_fresh()
    {
        await _at.Hook(_at.Event(Served.Risky));
        var key = _at.Keys.Enrol("grace");
        (await Webhook(key, "grace", age: 400)).ShouldBe(403);
        (await Webhook(new string('0', 64), "grace")).ShouldBe(403);
        (await Webhook(key, "nobody")).ShouldBe(403);
        _at.Waits.ShouldBeTrue();
        var id = _at.Waiting.Id;
        (await Webhook(key, "grace", id: id)).ShouldBe(200);
        (await Webhook(key, "grace", id: id)).ShouldBe(409);
        (await _at.Hook(_at.Event(Served.Risky))).Body.ShouldContain("approved by grace (webhook)");
    }

    [Fact]
    public async Task A_new_request_is_posted_signed_and_once()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        Directory.CreateDirectory(_at.Folders.Configuration!);
        await File.WriteAllTextAsync(_at.Folders.Policy!, $"approvals:\n  webhook: http://{listener.LocalEndpoint}/hook\n", TestContext.Current.CancellationToken);
        var key = _at.Keys.Enrol(WebhookPoster.Approver);
        await _at.Hook(_at.Event(Served.Risky));
        using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var (head, body) = await Receive(socket);
        head.ShouldContain("X-Sallyport-Signature: " + SignedWord.Sign(key, Encoding.UTF8.GetBytes(body)));
        var posted = JsonDocument.Parse(body).RootElement;
        posted.GetProperty("id").GetString().ShouldBe(_at.Waiting.Id);
        posted.GetProperty("effects").GetArrayLength().ShouldBe(1);
        body.ShouldNotContain(Served.Token);
        listener.Pending().ShouldBeFalse();
    }

    private static async Task<(string Head, string Body)> Receive(System.Net.Sockets.Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)));
            var parts = text.ToString().Split("\r\n\r\n", 2);
            if (parts.Length == 2 && parts[1].EndsWith('}'))
            {
                await socket.SendAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
                return (parts[0], parts[1]);
            }
        }
    }

    // Asks again until the page has drawn itself.
    private static string Until(string expression) => $"new Promise(done => {{ const look = () => {{ const found = {expression}; if (found) done(found); else setTimeout(look, 20); }}; look(); }})";

    private async Task<int> Status(string path)
    {
        using var reply = await _at.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)reply.StatusCode;
    }

    private async Task<int> Answer(string path, object body, params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var reply = await _at.Client.SendAsync(message, TestContext.Current.CancellationToken);
        return (int)reply.StatusCode;
    }

    private async Task<int> LogIn(string name, string key)
    {
        using var form = new FormUrlEncodedContent([new("name", name), new("key", key)]);
        using var reply = await _at.Client.PostAsync("/approvals/login", form, TestContext.Current.CancellationToken);
        return (int)reply.StatusCode;
    }

    private async Task<int> Webhook(string key, string name, long age = 0, string? id = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { project = _at.Root, id = id ?? _at.Waiting.Id, verdict = "approve", approver = name, time = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - age });
        using var message = new HttpRequestMessage(HttpMethod.Post, "/approvals/webhook") { Content = new ByteArrayContent(body) };
        message.Headers.Add("X-Sallyport-Signature", SignedWord.Sign(key, body));
        using var reply = await _at.Client.SendAsync(message, TestContext.Current.CancellationToken);
        return (int)reply.StatusCode;
    }
}
