using Sallyport.Rules.Pages;

namespace Sallyport.RuleTests;

/// <summary>The file name an example would have.</summary>
internal static class ExampleFile
{
    public static string Name(RuleExample example) => example.Attributes.TryGetValue("file", out var file) ? file : example.Language switch
    {
        "env" or "dotenv" => ".env",
        "dockerfile" or "docker" => "Dockerfile",
        "makefile" => "Makefile",
        "python" => "example.py",
        "javascript" => "example.js",
        "typescript" => "example.ts",
        "csharp" => "Example.cs",
        "yaml" => "example.yml",
        "bash" or "shell" or "sh" or "console" => "example.sh",
        "terraform" or "hcl" => "main.tf",
        "markdown" => "notes.md",
        "ruby" => "example.rb",
        "rust" => "example.rs",
        "text" or "plain" => "notes.txt",
        var other => "example." + other,
    };
}
