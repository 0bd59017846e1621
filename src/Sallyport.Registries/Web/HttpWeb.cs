#pragma warning disable RS0030 // This is the one place where registries are asked.
using System.Net;
using System.Net.Http.Headers;

namespace Sallyport.Registries.Web;

/// <summary>HTTP with limits: of time, of size, of redirects. Certificates are checked as the system does.</summary>
public sealed class HttpWeb : IWeb, IDisposable
{
    private const int Largest = 64 << 20;
    private readonly HttpClient _client;
    private readonly WebCache? _cache;

    /// <summary>Makes it; answers are kept in <paramref name="cache"/>.</summary>
    public HttpWeb(TimeSpan timeout, WebCache? cache)
    {
        _cache = cache;
        _client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = 5, ConnectTimeout = timeout })
        {
            Timeout = timeout, MaxResponseContentBufferSize = Largest,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("sallyport");
    }

    /// <inheritdoc/>
    public WebAnswer Get(Uri address, string? accept = null, string? authorization = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        var kept = _cache?.Find(address, accept, authorization);
        if (kept is { Fresh: true })
        {
            return kept.Answer;
        }

        var answer = Ask(address, accept, authorization, kept?.Answer.ETag);
        if (answer is { Failure: null, Status: 304 } && kept is not null)
        {
            answer = kept.Answer;
        }

        _cache?.Keep(address, accept, authorization, answer);
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private WebAnswer Ask(Uri address, string? accept, string? authorization, string? etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        try
        {
            using var response = _client.Send(request, HttpCompletionOption.ResponseContentRead);
            using var stream = response.Content.ReadAsStream();
            using var body = new MemoryStream();
            stream.CopyTo(body);
            return new WebAnswer((int)response.StatusCode, body.ToArray())
            {
                ETag = response.Headers.ETag?.ToString(), MediaType = response.Content.Headers.ContentType?.MediaType, LastModified = response.Content.Headers.LastModified,
            };
        }
        catch (HttpRequestException e)
        {
            return new WebAnswer(0, default, e.InnerException is { } inner ? $"{e.Message} ({inner.Message})" : e.Message);
        }
        catch (IOException e)
        {
            return new WebAnswer(0, default, e.Message);
        }
        catch (TaskCanceledException)
        {
            return new WebAnswer(0, default, $"no answer within {_client.Timeout.TotalSeconds:0.#} s");
        }
    }
}
