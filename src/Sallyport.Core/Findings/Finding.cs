using Sallyport.Core.Text;

namespace Sallyport.Core.Findings;

/// <summary>A weakness that a detector found in an artifact.</summary>
/// <remarks>A finding never holds a secret in full: <see cref="Preview"/> and <see cref="Frame"/> are masked.</remarks>
public sealed record Finding
{
    /// <summary>Id of the rule, such as <c>secrets/github-token</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What was found, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>How bad.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How sure.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Path of the artifact.</summary>
    public required string Path { get; init; }

    /// <summary>Range of bytes in what <see cref="Path"/> names.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether <see cref="Span"/> counts bytes of a text made from another encoding, not of the file.</summary>
    public bool Transcoded { get; init; }

    /// <summary>Where the range begins.</summary>
    public required Position Start { get; init; }

    /// <summary>Where the range ends (the position behind its last character).</summary>
    public required Position End { get; init; }

    /// <summary>What speaks for and against, such as "checksum right" or "decoded from base64".</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The masked value: enough to recognise it, too little to use it.</summary>
    public string? Preview { get; init; }

    /// <summary>Equal for findings that hold the same value, within one run only; reports group by it and never write it.</summary>
    public int? SameValue { get; init; }

    /// <summary>The lines around, with every secret on them masked; null until the engine adds it.</summary>
    public SourceFrame? Frame { get; init; }

    /// <summary>How the value came there, where it was followed.</summary>
    public Flow? Flow { get; init; }

    /// <summary>A change that mends it; null where none is offered.</summary>
    public Fix? Fix { get; init; }

    /// <summary>Identifies the finding across line shifts and runs: 16 hexadecimal digits.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Why it does not count, when somebody accepted it.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>Whether the baseline knows it; null where there is no baseline.</summary>
    public BaselineState? Baseline { get; init; }

    /// <summary>The least level that fails a scan where it stands.</summary>
    public Level Threshold { get; init; } = Level.Warning;

    /// <summary>The commit it stands in, for history.</summary>
    public string? Commit { get; init; }

    /// <summary>What people see.</summary>
    public Level Level => Levels.Of(Severity, Confidence);

    /// <summary>Whether it makes a scan fail.</summary>
    public bool Fails => Suppression is null && Level >= Threshold;
}
