using System.Net;

namespace Sallyport.Proxy.Egress;

/// <summary>Gives the addresses of a name.</summary>
public interface IResolver
{
    /// <summary>The addresses; empty for a name that has none.</summary>
    Task<IPAddress[]> Resolve(string host, CancellationToken cancellation);
}
