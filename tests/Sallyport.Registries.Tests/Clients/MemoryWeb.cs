using System.Text;
using Sallyport.Registries.Clients;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Tests.Clients;

/// <summary>A registry in memory: answers by path, 404 for all else.</summary>
internal sealed class MemoryWeb : IWeb
{
    private readonly Dictionary<string, WebAnswer> _answers = new(StringComparer.Ordinal);

    public List<(string Address, string? Authorization)> Asked { get; } = [];

    public MemoryWeb With(string path, string body, int status = 200)
    {
        _answers[path] = new WebAnswer(status, Encoding.UTF8.GetBytes(body));
        return this;
    }

    public MemoryWeb Failing(string path, string failure)
    {
        _answers[path] = new WebAnswer(0, default, failure);
        return this;
    }

    public WebAnswer Get(Uri address, string? accept = null, string? authorization = null)
    {
        Asked.Add((address.ToString(), authorization));
        return _answers.GetValueOrDefault(address.PathAndQuery) ?? new WebAnswer(404, default);
    }

    public static ClientSurroundings Surroundings(Dictionary<string, string>? environment = null, Dictionary<string, string>? files = null) =>
        new(name => environment?.GetValueOrDefault(name), path => files?.GetValueOrDefault(path), (_, _) => null, "/project");
}
