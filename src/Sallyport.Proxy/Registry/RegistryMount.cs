namespace Sallyport.Proxy.Registry;

/// <summary>A registry that the proxy stands before.</summary>
/// <param name="Path">The first part of the path under which clients reach it.</param>
/// <param name="Upstream">The registry, with a slash at the end.</param>
/// <param name="Authorization">The value of the Authorization header; null for none.</param>
public sealed record RegistryMount(string Path, Uri Upstream, string? Authorization);
