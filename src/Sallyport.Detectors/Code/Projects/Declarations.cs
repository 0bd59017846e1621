using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>What files share without importing each other: the names of a package (Java, Go), a namespace (C#, PHP) or a whole program (Ruby).</summary>
internal sealed class Declarations
{
    private readonly Dictionary<string, List<Declared>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Class, List<Class>> _parts = [];
    private readonly HashSet<Class> _secondary = [];

    public Declarations(IReadOnlyList<ModuleFact> modules)
    {
        foreach (var (_, module) in modules)
        {
            if (module.Language is Language.CSharp or Language.Java or Language.Go or Language.Php or Language.Ruby or Language.Kotlin)
            {
                foreach (var statement in module.Body.Body)
                {
                    Add(module, statement);
                }
            }
        }

        Join();
    }

    /// <summary>The module that declares a name which <paramref name="from"/> uses without an import; null for none.</summary>
    public Module? Near(Module from, string name)
    {
        Module? best = null;
        var nearest = -1;
        foreach (var (module, package, _) in _byName.GetValueOrDefault(name) ?? [])
        {
            var near = ReferenceEquals(module, from) || !Sees(from, package) ? -1 : module.Path.AsSpan().CommonPrefixLength(from.Path);
            (best, nearest) = near > nearest ? (module, near) : (best, nearest);
        }

        return best;
    }

    /// <summary>The module that declares a name of a package that is told in full; null for none.</summary>
    public Module? In(Module from, string package, string name)
    {
        Module? best = null;
        var nearest = 0;
        foreach (var (module, own, _) in _byName.GetValueOrDefault(name) ?? [])
        {
            var near = from.Language == Language.Go ? Shared(package, own) : own == package ? 1 : 0;
            (best, nearest) = near > nearest ? (module, near) : (best, nearest);
        }

        return best;
    }

    /// <summary>The methods of a class that stand in other files: partial classes, Go's methods, Ruby's classes that are opened again.</summary>
    public IEnumerable<Function> Elsewhere(Class type) => _parts.TryGetValue(type, out var parts) ? parts.SelectMany(p => p.Methods) : [];

    /// <summary>Whether a class only adds to another one of its name, which has its methods, too.</summary>
    public bool IsPart(Class type) => _secondary.Contains(type);

    private void Add(Module module, Statement statement)
    {
        switch (statement)
        {
            case ClassStatement { Type: var type }:
                Add(type.Name, new Declared(module, PackageOf(module), type));
                break;
            case FunctionStatement { Function: var function }:
                Add(function.Name, new Declared(module, PackageOf(module), null));
                break;
            case ExpressionStatement { Expression: AssignExpression { Target: NameExpression name } } when module.Language == Language.Go:
                Add(name.Name, new Declared(module, PackageOf(module), null));
                break;
            case BlockStatement block:
                foreach (var inner in block.Body)
                {
                    Add(module, inner);
                }

                break;
        }
    }

    private void Add(string name, Declared declared)
    {
        if (!_byName.TryGetValue(name, out var list))
        {
            _byName[name] = list = [];
        }

        list.Add(declared);
    }

    // Of several parts of one class the one with most fields is the class.
    private void Join()
    {
        foreach (var list in _byName.Values)
        {
            foreach (var group in list.Where(d => d.Class is not null && d.Module.Language is Language.CSharp or Language.Go or Language.Ruby).GroupBy(d => d.Package))
            {
                var parts = group.Select(d => d.Class!).OrderByDescending(c => c.Fields.Count).ToList();
                if (parts.Count > 1)
                {
                    _parts[parts[0]] = parts[1..];
                    _secondary.UnionWith(parts.Skip(1));
                }
            }
        }
    }

    private static bool Sees(Module from, string package) => from.Language switch
    {
        Language.Ruby => true,
        Language.CSharp => package.Length == 0 || PackageOf(from) == package || PackageOf(from).StartsWith(package + ".", StringComparison.Ordinal) || from.Wildcards.Contains(package),
        _ => PackageOf(from) == package || from.Wildcards.Contains(package),
    };

    private static string PackageOf(Module module) => module.Language switch
    {
        Language.Go => module.Path.LastIndexOf('/') is > 0 and var slash ? module.Path[..slash] : "",
        Language.Ruby => "",
        _ => module.Package ?? "",
    };

    // How many last parts an import's path and a folder share. The standard library has no dot in its first part and is no folder of a project.
    private static int Shared(string import, string folder)
    {
        var (left, right) = (import.Split('/'), folder.Split('/'));
        var count = 0;
        while (count < left.Length && count < right.Length && left[^(count + 1)] == right[^(count + 1)])
        {
            count++;
        }

        return left[0].Contains('.', StringComparison.Ordinal) || count == left.Length ? count : 0;
    }

    private readonly record struct Declared(Module Module, string Package, Class? Class);
}
