using Sallyport.Registries.Clients.Crates;
using Sallyport.Registries.Clients.Go;
using Sallyport.Registries.Clients.Maven;
using Sallyport.Registries.Clients.Npm;
using Sallyport.Registries.Clients.NuGet;
using Sallyport.Registries.Clients.PyPi;
using Sallyport.Registries.Clients.RubyGems;
using Sallyport.Registries.Web;

namespace Sallyport.Registries.Clients;

/// <summary>The one list of registry clients.</summary>
public sealed class RegistryClients(ClientSurroundings surroundings, IWeb web)
{
    private readonly Dictionary<Ecosystem, IRegistryClient> _made = [];

    /// <summary>The client of an ecosystem; null where there is none.</summary>
    public IRegistryClient? Of(Ecosystem ecosystem)
    {
        if (!_made.TryGetValue(ecosystem, out var client))
        {
            client = ecosystem switch
            {
                Ecosystem.Npm => new NpmRegistry(surroundings, web),
                Ecosystem.PyPi => new PyPiRegistry(surroundings, web),
                Ecosystem.NuGet => new NuGetRegistry(surroundings, web),
                Ecosystem.Crates => new CratesRegistry(surroundings, web),
                Ecosystem.RubyGems => new GemRegistry(surroundings, web),
                Ecosystem.Go => new GoRegistry(surroundings, web),
                Ecosystem.Maven => new MavenRegistry(surroundings, web),
                _ => null,
            };
            if (client is not null)
            {
                _made[ecosystem] = client;
            }
        }

        return client;
    }

    /// <summary>Asks the registries for a package in their order; the first that has it answers, and one that cannot be reached leaves the question open.</summary>
    public PackageFacts Ask(Ecosystem ecosystem, string name)
    {
        if (Of(ecosystem) is not { } client)
        {
            return PackageFacts.Unknown($"{ecosystem.Word()} has no registry client here");
        }

        var endpoints = client.Endpoints(name);
        PackageFacts? open = null;
        PackageFacts? missing = null;
        foreach (var endpoint in endpoints)
        {
            var facts = client.Ask(endpoint, name);
            if (facts.Exists == true)
            {
                return facts;
            }

            (open, missing) = facts.Exists is null ? (open ?? facts, missing) : (open, missing ?? facts);
        }

        return open ?? missing ?? PackageFacts.Unknown($"no registry is configured for {ecosystem.Word()}");
    }
}
