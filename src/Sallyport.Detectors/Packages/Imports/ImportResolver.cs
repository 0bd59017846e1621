using Sallyport.Registries;
using Sallyport.Registries.Index;
using Sallyport.Registries.Naming;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>Says of an import which package would have to provide it, when nothing in the project does.</summary>
internal sealed class ImportResolver(Provided provided, PackageIndex index)
{
    /// <summary>The name of the missing package, as the import suggests it; null when the import is answered.</summary>
    public string? Missing(ImportLanguage language, string module) => language switch
    {
        ImportLanguage.Python => Python(module),
        ImportLanguage.JavaScript => JavaScript(module),
        ImportLanguage.Go => Go(module),
        ImportLanguage.Rust => Rust(module),
        ImportLanguage.CSharp => CSharp(module),
        ImportLanguage.Java => Java(module),
        _ => null,
    };

    private HashSet<string> Declared(Ecosystem ecosystem) => provided.Packages(ecosystem) ?? [];

    private string? Python(string module)
    {
        var top = module.Split('.')[0];
        var normal = PackageName.Normalize(Ecosystem.PyPi, top);
        var declared = Declared(Ecosystem.PyPi);
        if (StandardModules.IsPython(top) || top.StartsWith('_') || top is "pip" or "setuptools" or "pkg_resources" or "conftest" or "setup" or "typing_extensions" or "wheel"
            || provided.Local(ImportLanguage.Python).Contains(top) || declared.Contains(normal))
        {
            return null;
        }

        var packages = index.PackagesOfImport(Ecosystem.PyPi, top);
        foreach (var package in packages)
        {
            if (declared.Contains(PackageName.Normalize(Ecosystem.PyPi, package)))
            {
                return null;
            }
        }

        foreach (var name in declared)
        {
            if (Answers(name, normal))
            {
                return null;
            }
        }

        return packages.Count > 0 ? packages[0] : normal;
    }

    // Distributions are called like their module with the language's or a framework's name around it; namespaces are shared.
    private static bool Answers(string package, string module) =>
        package.StartsWith(module + "-", StringComparison.Ordinal)
        || (package.EndsWith(module, StringComparison.Ordinal) && package[..^module.Length] is "python-" or "py" or "py-" or "django-" or "pytest-" or "flask-" or "python3-" or "sphinx-" or "types-" or "scikit-" or "lib" or "the")
        || (package.StartsWith(module, StringComparison.Ordinal) && package[module.Length..] is "py" or "3" or "2" or "4" or "lib")
        || package.Replace("-", "", StringComparison.Ordinal) == module.Replace("-", "", StringComparison.Ordinal);

    private string? JavaScript(string module)
    {
        if (module[0] is '.' or '/' or '#' or '~' or '$' or '!' or '%' || module.StartsWith("@/", StringComparison.Ordinal) || module.Contains(':', StringComparison.Ordinal) || module.Contains('!', StringComparison.Ordinal) || !char.IsAscii(module[0]))
        {
            return null;
        }

        var first = module.IndexOf('/', StringComparison.Ordinal);
        var end = module[0] == '@' && first > 0 ? module.IndexOf('/', first + 1) : first;
        var name = end < 0 ? module : module[..end];
        name = name.IndexOf('?', StringComparison.Ordinal) is > 0 and var query ? name[..query] : name;
        var lower = name.ToLowerInvariant();
        var declared = Declared(Ecosystem.Npm);
        if (StandardModules.IsNode(name) || !PackageName.IsValid(Ecosystem.Npm, name) || declared.Contains(lower) || declared.Contains("@types/" + lower.TrimStart('@').Replace("/", "__", StringComparison.Ordinal))
            || provided.Local(ImportLanguage.JavaScript).Contains(module) || (name[0] != '@' && provided.Local(ImportLanguage.JavaScript).Contains(name)) || Aliased(module))
        {
            return null;
        }

        return lower is "electron" or "vscode" or "bun" or "k6" or "react-native" && !declared.Contains(lower) && lower is not "react-native" ? null : name;
    }

    private bool Aliased(string module)
    {
        foreach (var alias in provided.Aliases)
        {
            if (alias.EndsWith('*') ? module.StartsWith(alias[..^1], StringComparison.Ordinal) : module == alias || module.StartsWith(alias + "/", StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var offer in provided.Local(ImportLanguage.JavaScript))
        {
            if (offer.EndsWith('*') && module.StartsWith(offer[..^1], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private string? Go(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? path : path[..slash];
        if (!first.Contains('.', StringComparison.Ordinal) || first[0] == '.')
        {
            return null; // the standard library, and paths relative to the file
        }

        var declared = Declared(Ecosystem.Go);
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (declared.Contains(path[..end]))
            {
                return null;
            }
        }

        var parts = path.Split('/');
        return first is "github.com" or "gitlab.com" or "bitbucket.org" && parts.Length > 3 ? string.Join('/', parts[..3]) : path;
    }

    private string? Rust(string name) =>
        name is "std" or "core" or "alloc" or "crate" or "self" or "super" or "proc_macro" or "test" or "Self" || !char.IsAsciiLetterLower(name[0])
        || provided.Local(ImportLanguage.Rust).Contains(name) || Declared(Ecosystem.Crates).Contains(name) ? null : name;

    private string? CSharp(string name)
    {
        var first = name.Split('.')[0];
        if (first is "System" or "Microsoft" or "Windows" or "Internal" or "Interop" or "global" || !char.IsAsciiLetterUpper(first[0]))
        {
            return null;
        }

        foreach (var local in provided.Local(ImportLanguage.CSharp))
        {
            if (Begins(local, first))
            {
                return null;
            }
        }

        var squashed = name.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
        foreach (var package in Declared(Ecosystem.NuGet))
        {
            var head = package.Split('.')[0];
            if (package.StartsWith(first, StringComparison.OrdinalIgnoreCase) || first.StartsWith(head, StringComparison.OrdinalIgnoreCase) || name.Contains(package, StringComparison.OrdinalIgnoreCase)
                || squashed.Contains(package.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal) || FrameworkNamespaces.ProvidesDotNet(package, first) || SharesWord(package, name))
            {
                return null;
            }
        }

        return name;
    }

    private static bool SharesWord(string package, string name)
    {
        foreach (var part in name.Split('.'))
        {
            if (part.Length >= 5 && package.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private string? Java(string name)
    {
        var parts = name.Split('.');
        if (parts[0] is "java" or "javax" or "jdk" or "sun" or "kotlin" or "android" or "androidx" or "scala" or "groovy" || parts.Length < 2 || name.StartsWith("com.sun.", StringComparison.Ordinal) || name.StartsWith("org.w3c.", StringComparison.Ordinal) || name.StartsWith("org.xml.", StringComparison.Ordinal) || name.StartsWith("org.ietf.", StringComparison.Ordinal))
        {
            return null;
        }

        var head = $"{parts[0]}.{parts[1]}";
        foreach (var local in provided.Local(ImportLanguage.Java))
        {
            if (Begins(local, head))
            {
                return null;
            }
        }

        foreach (var package in Declared(Ecosystem.Maven))
        {
            if (Begins(package.Replace(':', '.'), head) || (parts.Length > 2 && package.EndsWith(":" + parts[1], StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }
        }

        // What a declared package brings along is not known here: a well-known library counts as brought.
        return FrameworkNamespaces.HasJava(name) ? null : name;
    }

    private static bool Begins(string name, string head) => name.StartsWith(head, StringComparison.Ordinal) && (name.Length == head.Length || name[head.Length] == '.');
}
