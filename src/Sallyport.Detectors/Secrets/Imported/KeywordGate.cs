using System.Text;
using Sallyport.Rules.Imports;
using Sallyport.Rules.Imports.Expressions;

namespace Sallyport.Detectors.Secrets.Imported;

/// <summary>Decides by its keywords whether a rule looks at a text.</summary>
internal sealed class KeywordGate
{
    private readonly ImportedLiteral[] _searched = [];

    public KeywordGate(ImportedRule rule)
    {
        IsOpen = rule.Keywords.Count == 0
            || (rule.Expression is { Literals: { Count: > 0 } literals } && literals.All(l => rule.Keywords.Any(k => l.Text.Contains(k, StringComparison.Ordinal))));
        if (IsOpen)
        {
            return;
        }

        // Keywords of one or two letters stand in nearly every file: they are searched for only when the rule comes up, and the others with them.
        var keywords = rule.Keywords.Select(Encoding.UTF8.GetBytes).ToArray();
        if (keywords.Any(k => k.Length < RequiredLiteral.Shortest))
        {
            _searched = [.. keywords.Select(k => new ImportedLiteral(k, 0, []))];
        }
        else
        {
            Indexed = keywords;
        }
    }

    /// <summary>Whether it has none, or every match holds one anyhow.</summary>
    public bool IsOpen { get; }

    /// <summary>The keywords that the pass over all bytes looks for.</summary>
    public IReadOnlyList<byte[]> Indexed { get; } = [];

    /// <summary>Whether the text holds one of those that are not looked for before.</summary>
    public bool Opens(ReadOnlySpan<byte> text)
    {
        foreach (var keyword in _searched)
        {
            if (keyword.StandsIn(text))
            {
                return true;
            }
        }

        return false;
    }
}
