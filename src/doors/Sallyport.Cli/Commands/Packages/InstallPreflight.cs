using Sallyport.Detectors.Packages;
using Sallyport.Registries;
using Sallyport.Registries.Clients;
using Sallyport.Registries.Commands;
using Sallyport.Registries.Manifests;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>What can be refused before a client starts: named packages, other indexes on the command line, lock files that lead elsewhere.</summary>
internal static class InstallPreflight
{
    /// <summary>The reasons against starting; <paramref name="direct"/> lets addresses and other indexes through, never a malicious package.</summary>
    public static List<string> Refusals(string[] command, Ecosystem ecosystem, IReadOnlyList<RegistryEndpoint> endpoints, NameJudge names, string folder, bool direct)
    {
        var refusals = new List<string>();
        if (InstallCommands.Read([.. command.Select(c => new CommandWord(c, default))]) is { } request)
        {
            foreach (var (address, _, _) in request.Sources)
            {
                if (!direct && !Configured(address, endpoints))
                {
                    refusals.Add($"the command names the index {address}, which the client is not configured to use");
                }
            }

            Packages(request.Packages, "the command", endpoints, names, direct, refusals);
        }

        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            if (ManifestKinds.Find(file) is { } kind && kind.Ecosystem == ecosystem)
            {
                var manifest = kind.Read(Path.GetFileName(file), File.ReadAllBytes(file));
                Packages(manifest.Packages, manifest.Path, endpoints, names, direct, refusals);
            }
        }

        return refusals;
    }

    private static void Packages(IReadOnlyList<PackageReference> packages, string where, IReadOnlyList<RegistryEndpoint> endpoints, NameJudge names, bool direct, List<string> refusals)
    {
        foreach (var package in packages)
        {
            if (package.Origin is PackageOrigin.Git or PackageOrigin.Url)
            {
                AddUnless(direct, $"{where} takes {package.Name} from {package.Resolved ?? "an address"}, which passes no registry");
            }
            else if (package.Origin == PackageOrigin.Registry && package.Resolved is { } address && address.Contains("://", StringComparison.Ordinal) && !Configured(address, endpoints) && !RegistryHosts.IsPublic(RegistryHosts.Of(address)))
            {
                AddUnless(direct, $"{where} takes {package.Name} from {RegistryHosts.Of(address)}, which the client is not configured to use");
            }
            else if (names.Judge(package.Ecosystem, package.Name, package.Version) is { Verdict: PackageVerdict.Blocked } judgement)
            {
                refusals.Add($"{where} names {package.Name}: {string.Join("; ", judgement.Evidence)}");
            }
        }

        void AddUnless(bool allowed, string reason)
        {
            if (!allowed)
            {
                refusals.Add(reason);
            }
        }
    }

    private static bool Configured(string address, IReadOnlyList<RegistryEndpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (RegistryHosts.Of(address) == endpoint.Address.Authority)
            {
                return true;
            }
        }

        return false;
    }
}
