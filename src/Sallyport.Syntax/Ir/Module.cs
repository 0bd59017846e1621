namespace Sallyport.Syntax.Ir;

/// <summary>One source file.</summary>
internal sealed class Module(string path, Language language, Function body)
{
    /// <summary>The artifact's path.</summary>
    public string Path { get; } = path;

    /// <summary>What it is written in.</summary>
    public Language Language { get; } = language;

    /// <summary>Where its lines are.</summary>
    public required LineTable Lines { get; init; }

    /// <summary>The top level.</summary>
    public Function Body { get; } = body;

    /// <summary>Hashes of the words in its text.</summary>
    public IReadOnlySet<int> Words { get; set; } = new HashSet<int>();

    /// <summary>Every function that does not stand in another one.</summary>
    public List<Function> Functions { get; } = [];

    /// <summary>First parts of the modules and packages that it imports.</summary>
    public HashSet<string> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>Modules outside of the project whose every name was brought in.</summary>
    public List<string> Wildcards { get; } = [];

    /// <summary>Names of functions and members that its functions mention, their own left out.</summary>
    public HashSet<string> Mentioned { get; } = new(StringComparer.Ordinal);

    /// <summary>The name it has for others where the language says so: a package or namespace.</summary>
    public string? Package { get; set; }

    /// <summary>How many functions were not lowered because the text nests too deep.</summary>
    public int Lost { get; set; }
}
