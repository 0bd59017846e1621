namespace Sallyport.Registries.Verdicts;

/// <summary>A verdict on one package, with what it rests on.</summary>
public sealed record PackageJudgement
{
    /// <summary>The ecosystem.</summary>
    public required Ecosystem Ecosystem { get; init; }

    /// <summary>The name as it was given.</summary>
    public required string Name { get; init; }

    /// <summary>The version that was asked for; null for any.</summary>
    public string? Version { get; init; }

    /// <summary>The verdict.</summary>
    public required PackageVerdict Verdict { get; init; }

    /// <summary>Id of the rule that decided; null for none.</summary>
    public string? Rule { get; init; }

    /// <summary>The likely right name, where this one seems wrong.</summary>
    public string? Target { get; init; }

    /// <summary>What speaks for and against, in the order of weight.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>0 for nothing against it, towards 1 for certain harm.</summary>
    public double Score { get; init; }

    /// <summary>Whether its registry says that it, or this version of it, does not exist.</summary>
    public bool Hallucinated { get; init; }

    /// <summary>The word for a verdict.</summary>
    public static string Word(PackageVerdict verdict) => verdict switch
    {
        PackageVerdict.Ok => "ok",
        PackageVerdict.Review => "review",
        PackageVerdict.Blocked => "blocked",
        _ => "unknown",
    };
}
