using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>The files of one language in a scan: which module an import means, and which functions nothing in the project calls.</summary>
internal sealed class Project
{
    private readonly Dictionary<string, List<ModuleFact>> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<Module, ModuleFact> _facts = [];

    public Project(IReadOnlyList<ModuleFact> modules)
    {
        Modules = modules;
        Declarations = new Declarations(modules);
        foreach (var fact in modules)
        {
            _facts[fact.Module] = fact;
            Add(ModuleNames.Last(fact.Module), fact);
            _used.UnionWith(fact.Module.Mentioned);
        }

        void Add(string name, ModuleFact fact)
        {
            if (!_byName.TryGetValue(name, out var list))
            {
                _byName[name] = list = [];
            }

            list.Add(fact);
        }
    }

    public IReadOnlyList<ModuleFact> Modules { get; }

    public Declarations Declarations { get; }

    public ModuleFact Fact(Module module) => _facts[module];

    /// <summary>Whether some function mentions the name of this one.</summary>
    public bool IsUsed(Function function) => _used.Contains(function.Name);

    /// <summary>The module that a dotted or relative name means where <paramref name="from"/> says it; null for none of this project.</summary>
    public Module? Resolve(Module from, string name)
    {
        var path = ModuleNames.Target(from, name, out var exact);
        if (path.Length == 0 || !_byName.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var candidates))
        {
            return null;
        }

        Module? best = null;
        var nearest = -1;
        foreach (var fact in candidates)
        {
            var stem = ModuleNames.Stem(fact.Module);
            var fits = stem == path || (!exact && stem.EndsWith("/" + path, StringComparison.Ordinal));
            var near = fits ? stem.AsSpan().CommonPrefixLength(from.Path) : -1;
            if (fits && near > nearest)
            {
                (best, nearest) = (fact.Module, near);
            }
        }

        return best;
    }
}
