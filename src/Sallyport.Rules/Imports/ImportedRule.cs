using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Rules.Imports.Expressions;
using Sallyport.Rules.Imports.Kingfisher;

namespace Sallyport.Rules.Imports;

/// <summary>A rule that was written for another tool.</summary>
public sealed record ImportedRule
{
    /// <summary><c>imported/tool/id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it finds.</summary>
    public required string Title { get; init; }

    /// <summary>The file it was read from.</summary>
    public required string File { get; init; }

    /// <summary>What a match deserves.</summary>
    public Confidence Confidence { get; init; } = Confidence.Low;

    /// <summary>What it looks for; null where the path alone is the finding.</summary>
    public Expression? Expression { get; init; }

    /// <summary>The files it looks at; null for all.</summary>
    public Expression? Path { get; init; }

    /// <summary>The group that is the secret; null for the first that took part, or else the whole match.</summary>
    public int? SecretGroup { get; init; }

    /// <summary>Words of which a file must hold one, in lower case; empty for none.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Secrets of no more entropy are none; null without bound.</summary>
    public double? MinEntropy { get; init; }

    /// <summary>What is no finding.</summary>
    public IReadOnlyList<ImportedAllowlist> Allowlists { get; init; } = [];

    /// <summary>What a secret must be made of.</summary>
    public ImportedRequirements? Requirements { get; init; }

    /// <summary>A checksum that genuine secrets carry; null where there is none that can be computed.</summary>
    public TemplateChecksum? Checksum { get; init; }

    /// <summary>Words that its file puts it under.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The secret in a match.</summary>
    /// <param name="marks">Start and end of every group.</param>
    public TextSpan Secret(ReadOnlySpan<int> marks)
    {
        if (SecretGroup is { } group)
        {
            return marks[group * 2] < 0 ? TextSpan.Between(marks[0], marks[0]) : TextSpan.Between(marks[group * 2], marks[(group * 2) + 1]);
        }

        for (var i = 2; i < marks.Length; i += 2)
        {
            if (marks[i] >= 0 && marks[i + 1] > marks[i])
            {
                return TextSpan.Between(marks[i], marks[i + 1]);
            }
        }

        return TextSpan.Between(marks[0], marks[1]);
    }

    /// <summary>Whether a match is a finding: entropy, composition and allowlists.</summary>
    public bool Accepts(in ImportedMatch match)
    {
        var secret = match.Slice(match.Secret);
        if (secret.IsEmpty || (MinEntropy is { } least && ShannonEntropy.Of(secret) <= least) || Requirements?.Accept(secret) == false)
        {
            return false;
        }

        for (var i = 0; i < Allowlists.Count; i++)
        {
            if (Allowlists[i].Allows(match))
            {
                return false;
            }
        }

        return true;
    }
}
