namespace Sallyport.Registries.Clients;

/// <summary>A registry that the user's client is configured to use.</summary>
/// <param name="Address">Where it is, with a slash at the end.</param>
/// <param name="Authorization">The value of the Authorization header; null for none.</param>
/// <param name="From">Where that is configured, for messages.</param>
public sealed record RegistryEndpoint(Uri Address, string? Authorization, string From);
