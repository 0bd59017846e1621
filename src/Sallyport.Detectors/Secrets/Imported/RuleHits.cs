using Sallyport.Core.Text;
using Sallyport.Rules.Imports;

namespace Sallyport.Detectors.Secrets.Imported;

/// <summary>What one text says about every imported rule: whether it holds a keyword, and where a match may begin.</summary>
internal sealed class RuleHits(IReadOnlyList<ImportedRule> rules, IReadOnlyList<KeywordGate> gates)
{
    private readonly bool[] _keyword = new bool[rules.Count];
    private readonly List<TextSpan>?[] _starts = new List<TextSpan>[rules.Count];
    private readonly SortedSet<int> _touched = [];

    /// <summary>The rules that some text spoke for, in order.</summary>
    public IEnumerable<int> Touched => _touched;

    public void Clear()
    {
        foreach (var rule in _touched)
        {
            _keyword[rule] = false;
            _starts[rule]?.Clear();
        }

        _touched.Clear();
    }

    public void Add(ImportedLiteral.Use use, int at)
    {
        if (use.IsKeyword)
        {
            if (!_keyword[use.Rule])
            {
                _keyword[use.Rule] = true;
                _touched.Add(use.Rule);
            }

            return;
        }

        var starts = _starts[use.Rule] ??= [];
        if (starts.Count == 0)
        {
            _touched.Add(use.Rule);
        }

        var last = at - use.Nearest;
        if (last < 0)
        {
            return;
        }

        var span = TextSpan.Between(Math.Max(0, at - use.Farthest), last);
        if (starts.Count > 0 && span.Start >= starts[^1].Start && span.Start <= starts[^1].End)
        {
            starts[^1] = TextSpan.Between(starts[^1].Start, Math.Max(starts[^1].End, span.End));
        }
        else
        {
            starts.Add(span);
        }
    }

    /// <summary>Whether the text holds one of a rule's keywords, or the rule has none.</summary>
    public bool HoldsKeyword(int rule, ReadOnlySpan<byte> text) =>
        gates[rule].IsOpen || _keyword[rule] || gates[rule].Opens(text);

    /// <summary>The ranges in which a match may begin, both ends included, each farther from the next than a match reaches.</summary>
    public IReadOnlyList<TextSpan> Starts(int rule, int length)
    {
        var expression = rules[rule].Expression!;
        if (expression.Literals.Count == 0)
        {
            return [new TextSpan(0, length)];
        }

        if (_starts[rule] is not { Count: > 0 } starts)
        {
            return [];
        }

        starts.Sort((x, y) => x.Start.CompareTo(y.Start));
        var merged = new List<TextSpan> { starts[0] };
        for (var i = 1; i < starts.Count; i++)
        {
            if (starts[i].Start <= merged[^1].End + expression.Reach)
            {
                merged[^1] = TextSpan.Between(merged[^1].Start, Math.Max(merged[^1].End, starts[i].End));
            }
            else
            {
                merged.Add(starts[i]);
            }
        }

        return merged;
    }
}
