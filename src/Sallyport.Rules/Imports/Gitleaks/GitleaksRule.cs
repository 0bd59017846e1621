namespace Sallyport.Rules.Imports.Gitleaks;

/// <summary>A rule as a gitleaks file has it, before what it extends is put beneath it.</summary>
internal sealed record GitleaksRule
{
    public required string Id { get; init; }

    public required int Line { get; init; }

    public required string File { get; init; }

    public string Description { get; init; } = "";

    public string Regex { get; init; } = "";

    public string Path { get; init; } = "";

    public int SecretGroup { get; init; }

    public double Entropy { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ImportedAllowlist> Allowlists { get; init; } = [];

    public bool SkipReport { get; init; }

    /// <summary>This rule over one of the same id in a file that is extended: what it says counts, lists are joined.</summary>
    public GitleaksRule Over(GitleaksRule extended) => extended with
    {
        Line = Line,
        File = File,
        Description = Description.Length > 0 ? Description : extended.Description,
        Regex = Regex.Length > 0 ? Regex : extended.Regex,
        Path = Path.Length > 0 ? Path : extended.Path,
        SecretGroup = SecretGroup != 0 ? SecretGroup : extended.SecretGroup,
        Entropy = Entropy != 0 ? Entropy : extended.Entropy,
        Keywords = [.. extended.Keywords, .. Keywords],
        Tags = [.. extended.Tags, .. Tags],
        Allowlists = [.. extended.Allowlists, .. Allowlists],
    };
}
