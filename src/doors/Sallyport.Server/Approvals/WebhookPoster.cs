using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Sallyport.Engine.Approvals;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Hooks;

namespace Sallyport.Server.Approvals;

/// <summary>Posts every new request once to the address that the policy names, signed with the key of the approver <c>webhook</c>.</summary>
internal sealed class WebhookPoster(HookGate gate, UserFolders folders, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The approver whose key signs what is posted.</summary>
    public const string Approver = "webhook";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly HashSet<string> _posted = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private Task _loop = Task.CompletedTask;

    public void Start() => _loop = Task.Run(Loop);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _client.Dispose();
        _end.Dispose();
    }

    /// <summary>Posts what nobody has been told of yet.</summary>
    internal async Task Post()
    {
        foreach (var project in gate.Known())
        {
            if (project.Terms.Webhook is not { } address || new ApproverKeys(folders.Configuration!, time).KeyOf(Approver) is not { } key)
            {
                continue;
            }

            foreach (var request in project.Queue.Pending())
            {
                if (_posted.Add(request.Id))
                {
                    await Post(project, request, address, key);
                }
            }
        }
    }

    private async Task Post(ProjectGate project, ApprovalRequest request, string address, string key)
    {
        var body = new ArrayBufferWriter<byte>(512);
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteNumber("time", time.GetUtcNow().ToUnixTimeSeconds());
            RequestJson.Write(json, project, request);
            json.WriteEndObject();
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body.WrittenSpan.ToArray()) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Add("X-Sallyport-Signature", SignedWord.Sign(key, body.WrittenSpan));
        try
        {
            using var reply = await _client.SendAsync(message, _end.Token);
            project.Record("webhook", reply.IsSuccessStatusCode ? "told" : $"status {(int)reply.StatusCode}", [new("request", request.Id)]);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or UriFormatException or InvalidOperationException)
        {
            // Nobody was told; the request runs out and is denied, as it does when nobody answers.
            project.Record("webhook", "nobody could be told", [new("request", request.Id), new("reason", e.Message)]);
        }
    }

    private async Task Loop()
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                await Post();
            }
        }
        catch (OperationCanceledException)
        {
            return; // the server ends
        }
    }
}
