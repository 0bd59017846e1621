using Sallyport.Registries;

namespace Sallyport.Detectors.Packages.Imports;

/// <summary>Reads the imports of a source file; a light lexer a language, which knows comments and strings.</summary>
internal static class ImportReader
{
    /// <summary>The language by the path's ending.</summary>
    public static ImportLanguage LanguageOf(ReadOnlySpan<char> path)
    {
        var dot = path.LastIndexOf('.');
        return dot < 0 || path.Length - dot > 5 ? ImportLanguage.None : path[dot..] switch
        {
            ".py" or ".pyi" => ImportLanguage.Python,
            ".js" or ".mjs" or ".cjs" or ".jsx" or ".ts" or ".tsx" or ".mts" or ".cts" => ImportLanguage.JavaScript,
            ".cs" => ImportLanguage.CSharp,
            ".go" => ImportLanguage.Go,
            ".rs" => ImportLanguage.Rust,
            ".java" => ImportLanguage.Java,
            _ => ImportLanguage.None,
        };
    }

    public static Ecosystem EcosystemOf(ImportLanguage language) => language switch
    {
        ImportLanguage.Python => Ecosystem.PyPi,
        ImportLanguage.JavaScript => Ecosystem.Npm,
        ImportLanguage.CSharp => Ecosystem.NuGet,
        ImportLanguage.Go => Ecosystem.Go,
        ImportLanguage.Rust => Ecosystem.Crates,
        ImportLanguage.Java => Ecosystem.Maven,
        _ => Ecosystem.None,
    };

    public static ImportFact Read(string path, ImportLanguage language, ReadOnlySpan<byte> text)
    {
        var modules = new List<ImportedModule>();
        var offers = new List<string>();
        switch (language)
        {
            case ImportLanguage.Python:
                PythonImports.Read(path, text, modules);
                break;
            case ImportLanguage.JavaScript:
                JavaScriptImports.Read(text, modules, offers);
                break;
            default:
                new BraceImports(text, language, modules, offers).Read();
                break;
        }

        return new ImportFact(path, language, modules, offers);
    }
}
