using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Registries.Manifests;

namespace Sallyport.Detectors.Packages;

/// <summary>What a manifest or lock file gives away beside names: foreign hosts, missing checksums, several indexes, direct sources.</summary>
internal static class ManifestChecks
{
    public static void Run(Manifest manifest, PackageReports reports, IDetectionSink sink)
    {
        Sources(manifest, reports, sink);
        if (manifest.Kind.IsLock)
        {
            Integrity(manifest, reports, sink);
        }

        Hosts(manifest, reports, sink);
    }

    private static void Sources(Manifest manifest, PackageReports reports, IDetectionSink sink)
    {
        foreach (var (address, span, extra) in manifest.Sources)
        {
            if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !IsLoopback(RegistryHosts.Of(address)))
            {
                reports.Report(PackageReports.ForeignSource, span, sink, null, "the index is reached without encryption: anybody on the way can answer for it");
            }
            else if (extra)
            {
                reports.Report(PackageReports.SeveralIndexes, span, sink, null, "either index may answer for any name, so that a public package can stand in for an internal one");
            }
        }
    }

    private static void Integrity(Manifest manifest, PackageReports reports, IDetectionSink sink)
    {
        var kept = 0;
        foreach (var package in manifest.Packages)
        {
            kept += package.Integrity is null ? 0 : 1;
        }

        foreach (var package in manifest.Packages)
        {
            if (package.Integrity is null && kept > 0 && package.Origin is PackageOrigin.Registry or PackageOrigin.Url && package.Integrity is null)
            {
                // Without an address the client asks its registry, which knows the checksum.
                reports.Report(PackageReports.MissingIntegrity, package.Span, sink, package.Resolved is null && manifest.Kind.Ecosystem == Registries.Ecosystem.Npm ? Severity.Low : null, $"{kept} other packages in this file have a checksum, `{package.Name}` has none");
            }
        }
    }

    private static void Hosts(Manifest manifest, PackageReports reports, IDetectionSink sink)
    {
        var hosts = new Dictionary<string, (int Count, PackageReference First)>(StringComparer.Ordinal);
        var (known, total) = (0, 0);
        foreach (var package in manifest.Packages)
        {
            if (package.Resolved is not { } address)
            {
                continue;
            }

            if (package.Origin is PackageOrigin.Git or PackageOrigin.Url)
            {
                Direct(package, address, manifest, reports, sink);
                continue;
            }

            var host = package.Origin == PackageOrigin.Registry ? RegistryHosts.Of(address) : "";
            if (host.Length == 0)
            {
                continue;
            }

            total++;
            if (RegistryHosts.IsPublic(host))
            {
                known++;
            }
            else
            {
                hosts[host] = hosts.TryGetValue(host, out var found) ? (found.Count + 1, found.First) : (1, package);
            }
        }

        foreach (var (host, (count, first)) in hosts)
        {
            // Everything from one private registry is how a company works; one package from elsewhere is not.
            if ((known > 0 || count * 2 < total) && !Configured(manifest, host) && manifest.Kind.Ecosystem <= Registries.Ecosystem.Maven)
            {
                reports.Report(PackageReports.ForeignSource, first.Span, sink, null, $"`{first.Name}` comes from `{host}`, which is neither the public registry nor one that this file sets", count == 1 ? "no other package does" : $"{count} packages do");
            }
        }
    }

    private static void Direct(PackageReference package, string address, Manifest manifest, PackageReports reports, IDetectionSink sink)
    {
        var pinned = manifest.Kind.IsLock || package.Integrity is not null || HasCommit(address);
        var plain = address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("git://", StringComparison.Ordinal) || address.StartsWith("git+http://", StringComparison.Ordinal);
        reports.Report(
            PackageReports.DirectSource, package.Span, sink, plain ? Severity.Medium : pinned ? Severity.Info : null,
            $"`{package.Name}` is taken from {(package.Origin == PackageOrigin.Git ? "a repository" : "an address")} and passes no registry",
            plain ? "without encryption: anybody on the way can answer for it" : pinned ? "its content is pinned" : "what it points at can change");
    }

    private static bool HasCommit(string address)
    {
        var run = 0;
        foreach (var c in address)
        {
            run = char.IsAsciiHexDigit(c) ? run + 1 : 0;
            if (run >= 40)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Configured(Manifest manifest, string host)
    {
        foreach (var (address, _, _) in manifest.Sources)
        {
            if (RegistryHosts.Of(address) == host)
            {
                return true;
            }
        }

        return IsLoopback(host);
    }

    private static bool IsLoopback(string host) => host.Split(':')[0] is "localhost" or "127.0.0.1" or "";
}
