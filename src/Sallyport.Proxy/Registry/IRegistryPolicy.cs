namespace Sallyport.Proxy.Registry;

/// <summary>Decides about what a client asks a registry for.</summary>
public interface IRegistryPolicy
{
    /// <summary>Why a request is refused; null to let it through.</summary>
    string? Refuse(RegistryRequest request);

    /// <summary>A document of the registry as the client may see it; the same when nothing is taken out.</summary>
    byte[] Filter(RegistryRequest request, byte[] document);
}
