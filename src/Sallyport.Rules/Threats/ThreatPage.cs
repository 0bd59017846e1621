namespace Sallyport.Rules.Threats;

/// <summary>A threat of the catalogue as its page says it.</summary>
public sealed record ThreatPage
{
    /// <summary>File name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>What it violates, in STRIDE's words.</summary>
    public required IReadOnlyList<string> Stride { get; init; }

    /// <summary>Who carries it out.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    /// <summary>Doors that are to answer it.</summary>
    public required IReadOnlyList<string> Doors { get; init; }

    /// <summary>Ids and names in other catalogues, by the name of the file under <c>threats/ids</c>: <c>AML.T0051 LLM Prompt Injection</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> References { get; init; }

    /// <summary>The page's text in Markdown.</summary>
    public required string Help { get; init; }
}
