namespace Sallyport.Proxy.Registry;

/// <summary>What a package client asks for.</summary>
/// <param name="Mount">The registry.</param>
/// <param name="Path">The path below it, as the client wrote it.</param>
public sealed record RegistryRequest(RegistryMount Mount, string Path);
