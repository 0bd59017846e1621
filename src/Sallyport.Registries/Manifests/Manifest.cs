using Sallyport.Core.Text;
using Sallyport.Registries.Manifests.Trees;

namespace Sallyport.Registries.Manifests;

/// <summary>What a manifest or lock file says.</summary>
public sealed class Manifest
{
    private readonly List<PackageReference> _packages = [];
    private readonly List<(string Address, TextSpan Span, bool Extra)> _sources = [];
    private readonly HashSet<(Ecosystem, string, string?)> _seen = [];

    internal Manifest(ManifestKind kind, string path) => (Kind, Path) = (kind, path);

    /// <summary>The kind of file.</summary>
    public ManifestKind Kind { get; }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>The packages it names, each name and version once, in order.</summary>
    public IReadOnlyList<PackageReference> Packages => _packages;

    /// <summary>The addresses of registries that it sets; extra ones stand beside the usual.</summary>
    public IReadOnlyList<(string Address, TextSpan Span, bool Extra)> Sources => _sources;

    /// <summary>The project's own name; null where it has none.</summary>
    public string? Own { get; internal set; }

    /// <summary>Why it could not be read to the end; null when it could.</summary>
    public string? Fault { get; internal set; }

    internal void Add(Ecosystem ecosystem, string? name, string? version, TextSpan span) =>
        Add(new PackageReference(ecosystem, name ?? "", version, span));

    internal void Add(PackageReference package)
    {
        if (package.Name.Length > 0 && _seen.Add((package.Ecosystem, package.Name, package.Version)))
        {
            _packages.Add(package);
        }
    }

    internal void AddSource(string address, TextSpan span, bool extra = false) => _sources.Add((address, span, extra));
}
