using System.Runtime.CompilerServices;
using Sallyport.Core.Artifacts;

namespace Sallyport.Detectors.Injection.Files;

/// <summary>What a file is to an assistant, by its name.</summary>
internal static class FileCarriers
{
    /// <summary>The carrier, which part of the file speaks, and the comments of its language.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (Carrier Carrier, FileReading Reading, CommentSyntax Comments) Of(string path)
    {
        var name = path.AsSpan(path.AsSpan().LastIndexOfAny('/', '\\') + 1);
        if (Rules(path, name) is var rules && rules != Carrier.Unsaid)
        {
            return (rules, FileReading.Whole, default);
        }

        var dot = name.LastIndexOf('.');
        Span<char> extension = stackalloc char[12];
        var length = dot < 0 || name.Length - dot - 1 > extension.Length ? 0 : name[(dot + 1)..].ToLowerInvariant(extension);
        return extension[..Math.Max(0, length)] switch
        {
            "md" or "mdx" or "markdown" or "mdown" or "rst" or "adoc" or "asciidoc" or "txt" or "text" or "org" or "tex" or "eml" or "html" or "htm" or "xhtml" or "svg" or "vtt" or "srt"
                => (Carrier.Document, FileReading.Whole, default),
            "json" or "jsonc" or "json5" or "jsonl" or "ndjson" or "ipynb" or "csv" or "tsv" or "xml" or "resx" or "po" or "strings" or "properties" => (Carrier.Document, FileReading.Values, default),
            "yml" or "yaml" or "toml" or "ini" or "cfg" or "conf" or "env" => (Carrier.Document, FileReading.Values, default),
            "cs" or "java" or "js" or "mjs" or "cjs" or "jsx" or "ts" or "tsx" or "mts" or "cts" or "c" or "h" or "cc" or "cpp" or "hpp" or "cxx" or "go" or "rs" or "kt" or "kts" or "swift" or "scala" or "groovy" or "gradle"
                or "dart" or "m" or "mm" or "css" or "scss" or "less" or "proto" or "sol" or "zig" or "fs" or "fsx" or "v" or "glsl" => (Carrier.CodeComment, FileReading.Comments, CommentSyntax.Slashes),
            "php" => (Carrier.CodeComment, FileReading.Comments, CommentSyntax.Slashes | CommentSyntax.Hash),
            "py" or "pyi" or "rb" or "sh" or "bash" or "zsh" or "fish" or "pl" or "pm" or "r" or "jl" or "nim" or "ex" or "exs" or "cmake" or "mk" or "tf" or "hcl" or "ps1" or "psm1" or "dockerfile" or "gd" or "coffee"
                => (Carrier.CodeComment, FileReading.Comments, CommentSyntax.Hash | CommentSyntax.Docstrings),
            "sql" or "lua" or "hs" or "elm" or "adb" or "ads" or "vhd" => (Carrier.CodeComment, FileReading.Comments, CommentSyntax.Dashes | CommentSyntax.Slashes),
            "vue" or "svelte" or "astro" or "cshtml" or "razor" or "erb" or "jsp" or "ejs" or "hbs" => (Carrier.CodeComment, FileReading.Comments, CommentSyntax.Slashes | CommentSyntax.Markup),
            _ when name.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase) || name.Equals("Makefile", StringComparison.OrdinalIgnoreCase) => (Carrier.CodeComment, FileReading.Comments, CommentSyntax.Hash),
            "" when name.StartsWith("README", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CONTRIBUTING", StringComparison.OrdinalIgnoreCase) => (Carrier.Document, FileReading.Whole, default),
            _ => default,
        };
    }

    private static Carrier Rules(string path, ReadOnlySpan<char> name)
    {
        if (name.Length < 5)
        {
            return Carrier.Unsaid;
        }

        var upper = name[0] is 'A' or 'C' or 'G' or 'S' or '.' or 'c' or 'a' or 'g' or 's';
        if (upper && (Is(name, "AGENTS.md") || Is(name, "AGENT.md") || Is(name, "CLAUDE.md") || Is(name, "CLAUDE.local.md") || Is(name, "GEMINI.md") || Is(name, ".cursorrules") || Is(name, ".windsurfrules") || Is(name, ".clinerules")
            || Is(name, ".roorules") || Is(name, ".goosehints") || Is(name, "copilot-instructions.md") || Is(name, "CONVENTIONS.md")))
        {
            return Carrier.AgentRules;
        }

        if (Is(name, "SKILL.md"))
        {
            return Carrier.Skill;
        }

        return name.EndsWith(".mdc", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".instructions.md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".prompt.md", StringComparison.OrdinalIgnoreCase)
            || (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && (In(path, ".cursor/rules/") || In(path, ".claude/") || In(path, ".windsurf/rules/") || In(path, ".clinerules/") || In(path, ".roo/rules") || In(path, ".github/prompts/") || In(path, ".github/agents/")))
            ? In(path, "/skills/") ? Carrier.Skill : Carrier.AgentRules
            : Carrier.Unsaid;
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool In(string path, string part) => path.Contains(part, StringComparison.OrdinalIgnoreCase);
}
