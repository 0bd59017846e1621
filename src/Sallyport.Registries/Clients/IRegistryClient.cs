namespace Sallyport.Registries.Clients;

/// <summary>One ecosystem's registry, as the user's own client is configured to use it.</summary>
public interface IRegistryClient
{
    /// <summary>The ecosystem.</summary>
    Ecosystem Ecosystem { get; }

    /// <summary>The registries for a name, in the order they are asked; none when none is configured.</summary>
    IReadOnlyList<RegistryEndpoint> Endpoints(string name);

    /// <summary>What the registry at <paramref name="endpoint"/> says of a package.</summary>
    PackageFacts Ask(RegistryEndpoint endpoint, string name);
}
