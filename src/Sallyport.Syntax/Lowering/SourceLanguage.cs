using System.Diagnostics.CodeAnalysis;
using Sallyport.Syntax.CSharp;
using Sallyport.Syntax.Go;
using Sallyport.Syntax.Ir;
using Sallyport.Syntax.Java;
using Sallyport.Syntax.Php;
using Sallyport.Syntax.JavaScript;
using Sallyport.Syntax.Python;
using Sallyport.Syntax.Ruby;
using Sallyport.Syntax.Trees;

namespace Sallyport.Syntax.Lowering;

/// <summary>A language that can be read: how its files are called, its grammar, its lowering. The grammar is loaded with the first file.</summary>
internal sealed class SourceLanguage
{
    private readonly Lazy<Grammar?> _grammar;
    private readonly Func<SyntaxTree, string, Lowerer> _lowerer;

    private SourceLanguage(Language language, string grammar, string symbol, Func<SyntaxTree, string, Lowerer> lowerer, params string[] extensions)
    {
        (Language, Extensions, _lowerer) = (language, extensions, lowerer);
        _grammar = new(() => Grammar.Load(grammar, symbol));
    }

    /// <summary>Every language. A new one is a folder with its lowering, and a line here.</summary>
    public static IReadOnlyList<SourceLanguage> All { get; } =
    [
        new(Language.CSharp, "tree-sitter-c-sharp", "tree_sitter_c_sharp", static (tree, path) => new CSharpLowerer(tree, path), ".cs", ".csx"),
        new(Language.Go, "tree-sitter-go", "tree_sitter_go", static (tree, path) => new GoLowerer(tree, path), ".go"),
        new(Language.Java, "tree-sitter-java", "tree_sitter_java", static (tree, path) => new JavaLowerer(tree, path), ".java"),
        new(Language.Php, "tree-sitter-php", "tree_sitter_php", static (tree, path) => new PhpLowerer(tree, path), ".php", ".phtml", ".php5", ".inc"),
        new(Language.JavaScript, "tree-sitter-javascript", "tree_sitter_javascript", static (tree, path) => new JavaScriptLowerer(tree, path), ".js", ".jsx", ".mjs", ".cjs"),
        new(Language.JavaScript, "tree-sitter-typescript", "tree_sitter_tsx", static (tree, path) => new JavaScriptLowerer(tree, path), ".tsx"),
        new(Language.JavaScript, "tree-sitter-typescript", "tree_sitter_typescript", static (tree, path) => new JavaScriptLowerer(tree, path), ".ts", ".mts", ".cts"),
        new(Language.Python, "tree-sitter-python", "tree_sitter_python", static (tree, path) => new PythonLowerer(tree, path), ".py", ".pyw", ".pyi"),
        new(Language.Ruby, "tree-sitter-ruby", "tree_sitter_ruby", static (tree, path) => new RubyLowerer(tree, path), ".rb", ".rake"),
    ];

    /// <summary>Which names and models it shares.</summary>
    public Language Language { get; }

    /// <summary>How its files end.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>The language of a file by its name; null for none that is read.</summary>
    public static SourceLanguage? Of(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path.Length - dot > 5)
        {
            return null;
        }

        var extension = path.AsSpan(dot);
        foreach (var language in All)
        {
            foreach (var known in language.Extensions)
            {
                if (extension.Equals(known, StringComparison.OrdinalIgnoreCase))
                {
                    return language;
                }
            }
        }

        return null;
    }

    /// <summary>Reads a text; false with the reason where that cannot be done here.</summary>
    public bool TryLower(string path, ReadOnlyMemory<byte> text, [NotNullWhen(true)] out Module? module, [NotNullWhen(false)] out string? reason)
    {
        module = null;
        if (_grammar.Value is not { } grammar)
        {
            reason = "code analysis needs the grammars, which were not restored when this program was built (npm was missing) or do not load here";
            return false;
        }

        if (!Parser.TryParse(grammar, text, out var tree, out reason))
        {
            return false;
        }

        module = _lowerer(tree, path).Lower(tree.Root);
        return true;
    }
}
