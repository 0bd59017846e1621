using Sallyport.Registries.Manifests;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Registries.Bills;

/// <summary>Collects the packages of a project's lock files, and of manifests for what no lock file pins.</summary>
public sealed class BillBuilder(NameJudge judge)
{
    private readonly SortedDictionary<string, (PackageReference Package, SortedSet<string> Files)> _locked = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (PackageReference Package, SortedSet<string> Files)> _declared = new(StringComparer.Ordinal);

    /// <summary>Adds what a manifest or lock file names.</summary>
    public void Add(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        foreach (var package in manifest.Packages)
        {
            if (package.Origin == PackageOrigin.Path || package.Name == manifest.Own)
            {
                continue;
            }

            var exact = manifest.Kind.IsLock || (package.Version is { Length: > 0 } version && char.IsAsciiLetterOrDigit(version[0]) && !version.AsSpan().ContainsAny(' ', ',', '*'));
            var kept = exact ? package : package with { Version = null };
            var key = PackageUrl.Of(kept.Ecosystem, kept.Name, kept.Version);
            var into = manifest.Kind.IsLock ? _locked : _declared;
            if (!into.TryGetValue(key, out var entry))
            {
                into[key] = entry = (kept, new SortedSet<string>(StringComparer.Ordinal));
            }
            else if (entry.Package.Integrity is null && kept.Integrity is not null)
            {
                into[key] = entry = (entry.Package with { Integrity = kept.Integrity }, entry.Files);
            }

            entry.Files.Add(manifest.Path);
        }
    }

    /// <summary>The packages, each version once, sorted by package URL.</summary>
    public IReadOnlyList<Component> Build()
    {
        var pinned = new HashSet<string>(_locked.Values.Select(p => Bare(p.Package)), StringComparer.Ordinal);
        var all = new SortedDictionary<string, (PackageReference Package, SortedSet<string> Files)>(_locked, StringComparer.Ordinal);
        foreach (var (key, entry) in _declared)
        {
            if (!pinned.Contains(Bare(entry.Package)))
            {
                all.TryAdd(key, entry);
            }
        }

        return [.. all.Values.Select(e => new Component(e.Package, judge.Judge(e.Package.Ecosystem, e.Package.Name, e.Package.Version), [.. e.Files]))];
    }

    private static string Bare(PackageReference package) => PackageUrl.Of(package.Ecosystem, package.Name, null);
}
