using Sallyport.Core.Text;
using Sallyport.Registries.Manifests;

namespace Sallyport.Registries.Commands;

/// <summary>What a command of a package client wants to bring in.</summary>
public sealed class InstallRequest
{
    /// <summary>The client: <c>pip</c>, <c>npm</c>.</summary>
    public required string Client { get; init; }

    /// <summary>Its ecosystem.</summary>
    public required Ecosystem Ecosystem { get; init; }

    /// <summary>The packages that it names.</summary>
    public List<PackageReference> Packages { get; } = [];

    /// <summary>Registries that it names, with the option that does; extra ones stand beside the usual.</summary>
    public List<(string Address, TextSpan Span, bool Extra)> Sources { get; } = [];
}
