using System.Net;
using System.Net.Sockets;

namespace Sallyport.Proxy.Egress;

/// <summary>Asks the resolver of this machine.</summary>
public sealed class SystemResolver : IResolver
{
    /// <inheritdoc/>
    public async Task<IPAddress[]> Resolve(string host, CancellationToken cancellation)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
