using System.Text;
using Sallyport.Core.Text;
using Sallyport.Rules.Imports.Expressions;

namespace Sallyport.Rules.Imports;

/// <summary>What a rule file says is no finding.</summary>
public sealed class ImportedAllowlist
{
    // Lines may be long (minified code): so much on either side of the match is looked at.
    private const int LineLimit = 16 * 1024;

    private readonly byte[][] _stopWords = [];

    /// <summary>Whether all kinds of conditions given must hold, rather than any.</summary>
    public bool All { get; init; }

    /// <summary>Commit ids in lower case.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [];

    /// <summary>Expressions for paths.</summary>
    public IReadOnlyList<Expression> Paths { get; init; } = [];

    /// <summary>Expressions for what <see cref="Target"/> names.</summary>
    public IReadOnlyList<Expression> Regexes { get; init; } = [];

    /// <summary>What <see cref="Regexes"/> are held against.</summary>
    public AllowlistTarget Target { get; init; }

    /// <summary>Words that no secret holds, in any case.</summary>
    public IReadOnlyList<string> StopWords
    {
        get => [.. _stopWords.Select(Encoding.UTF8.GetString)];
        init => _stopWords = [.. value.Select(w => Encoding.UTF8.GetBytes(w.ToLowerInvariant()))];
    }

    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Commits.Count + Paths.Count + Regexes.Count + _stopWords.Length == 0;

    /// <summary>Whether a match is no finding.</summary>
    public bool Allows(in ImportedMatch match)
    {
        Span<(bool Asked, bool Holds)> conditions =
        [
            (Commits.Count > 0, Commits.Count > 0 && match.Commit is { } commit && Commits.Contains(commit, StringComparer.OrdinalIgnoreCase)),
            (Paths.Count > 0, AnyMatches(Paths, match.Path)),
            (Regexes.Count > 0, Regexes.Count > 0 && AnyMatches(Regexes, TargetOf(match))),
            (_stopWords.Length > 0, _stopWords.Length > 0 && HoldsStopWord(match.Slice(match.Secret))),
        ];
        var (any, all) = (false, true);
        foreach (var (asked, holds) in conditions)
        {
            any |= asked && holds;
            all &= !asked || holds;
        }

        return All ? all && !IsEmpty : any;
    }

    private ReadOnlySpan<byte> TargetOf(in ImportedMatch match)
    {
        if (Target == AllowlistTarget.Line)
        {
            var lines = match.Lines;
            var (start, end) = (Math.Max(lines.Start, match.Match.Start - LineLimit), Math.Min(lines.End, match.Match.End + LineLimit));
            return match.Slice(TextSpan.Between(start, end));
        }

        return match.Slice(Target == AllowlistTarget.Match ? match.Match : match.Secret);
    }

    private static bool AnyMatches(IReadOnlyList<Expression> expressions, ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            if (expressions[i].IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsStopWord(ReadOnlySpan<byte> secret)
    {
        var lower = secret.ToArray();
        foreach (ref var b in lower.AsSpan())
        {
            b = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 32) : b;
        }

        foreach (var word in _stopWords)
        {
            if (lower.AsSpan().IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
