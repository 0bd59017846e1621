using Sallyport.Registries;
using Sallyport.Registries.Index;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>What one source file, looked at alone, needs from packages.</summary>
public static class FileImports
{
    /// <summary>The packages behind a file's imports; null for a file that is no source code.</summary>
    public static IReadOnlyList<(Ecosystem Ecosystem, string Package)>? Read(string path, ReadOnlySpan<byte> text)
    {
        var language = ImportReader.LanguageOf(path);
        if (language == ImportLanguage.None)
        {
            return null;
        }

        var ecosystem = ImportReader.EcosystemOf(language);
        var resolver = new ImportResolver(new Provided([]), PackageIndex.Shipped);
        var found = new List<(Ecosystem, string)>();
        foreach (var module in ImportReader.Read(path, language, text).Modules)
        {
            if (resolver.Missing(language, module.Name) is { } package && !found.Contains((ecosystem, package)))
            {
                found.Add((ecosystem, package));
            }
        }

        return found;
    }
}
