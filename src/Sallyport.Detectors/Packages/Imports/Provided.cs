using Sallyport.Core.Detection;
using Sallyport.Registries;
using Sallyport.Registries.Naming;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>Everything in a project that can answer an import, by ecosystem.</summary>
internal sealed class Provided
{
    private readonly Dictionary<Ecosystem, HashSet<string>> _packages = [];
    private readonly Dictionary<ImportLanguage, HashSet<string>> _offers = [];

    public Provided(IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact is ManifestFact manifest)
            {
                var names = Of(manifest.Ecosystem);
                foreach (var name in manifest.Names)
                {
                    names.Add(Normal(manifest.Ecosystem, name));
                }

                if (manifest.Own is { } own)
                {
                    names.Add(Normal(manifest.Ecosystem, own));
                }

                Aliases.AddRange(manifest.Aliases);
            }
            else if (fact is ImportFact import)
            {
                Files(import);
            }
        }
    }

    /// <summary>Beginnings that the project's configuration maps to folders.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>The packages of an ecosystem, normalised; null when no manifest of it was seen.</summary>
    public HashSet<string>? Packages(Ecosystem ecosystem) => _packages.GetValueOrDefault(ecosystem);

    /// <summary>Modules, namespaces and packages that the project's own files declare.</summary>
    public HashSet<string> Local(ImportLanguage language)
    {
        if (!_offers.TryGetValue(language, out var offers))
        {
            _offers[language] = offers = new(StringComparer.Ordinal);
        }

        return offers;
    }

    public static string Normal(Ecosystem ecosystem, string name) => ecosystem switch
    {
        Ecosystem.Crates => name.Replace('-', '_').ToLowerInvariant(),
        Ecosystem.Npm => name.ToLowerInvariant(),
        _ => PackageName.Normalize(ecosystem, name),
    };

    private HashSet<string> Of(Ecosystem ecosystem)
    {
        ecosystem = ecosystem == Ecosystem.Conda ? Ecosystem.PyPi : ecosystem;
        if (!_packages.TryGetValue(ecosystem, out var names))
        {
            _packages[ecosystem] = names = new(StringComparer.Ordinal);
        }

        return names;
    }

    private void Files(ImportFact import)
    {
        var local = Local(import.Language);
        foreach (var offer in import.Offers)
        {
            local.Add(offer);
        }

        // Files and folders are modules in Python and Rust; folders are where JavaScript's base paths lead.
        var path = import.Path.Replace('\\', '/');
        if (import.Language is ImportLanguage.Python or ImportLanguage.Rust or ImportLanguage.JavaScript)
        {
            var parts = path.Split('/');
            for (var i = 0; i < parts.Length; i++)
            {
                var dot = i == parts.Length - 1 ? parts[i].IndexOf('.', StringComparison.Ordinal) : -1;
                local.Add(dot > 0 ? parts[i][..dot] : parts[i]);
            }
        }
    }
}
