using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Values;
using Sallyport.Rules.Compiled;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Collects what the evaluation meets: one finding a place and rule, by the most dangerous origin and the shortest way.</summary>
internal sealed class Weaknesses
{
    private readonly Dictionary<(Module, TextSpan, string), Found> _found = [];
    private readonly Dictionary<string, List<(Rule Rule, HashSet<string>? From)>> _taints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rule> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<Module> _cut = [];

    public Weaknesses(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Settings.TryGetValue("taint", out var kind))
            {
                var from = rule.Settings.TryGetValue("from", out var words) ? words.Split(' ', ',').ToHashSet(StringComparer.Ordinal) : null;
                foreach (var one in kind.Split(' ', ','))
                {
                    if (!_taints.TryGetValue(one, out var list))
                    {
                        _taints[one] = list = [];
                    }

                    list.Add((rule, from));
                }
            }

            if (rule.Settings.TryGetValue("use", out var uses))
            {
                foreach (var use in uses.Split(' ', ','))
                {
                    _uses[use] = rule;
                }
            }
        }
    }

    public Kinds Kinds { get; } = new();

    /// <summary>Modules whose evaluation did not come to its end.</summary>
    public IEnumerable<Module> Incomplete => _cut;

    public IEnumerable<(Module Module, Detected Detected)> All => _found
        .OrderBy(f => f.Key.Item1.Path, StringComparer.Ordinal).ThenBy(f => f.Key.Item2.Start).ThenBy(f => f.Key.Item2.Length).ThenBy(f => f.Key.Item3, StringComparer.Ordinal)
        .Select(f => (f.Key.Item1, f.Value.Detected(f.Key.Item1, f.Key.Item2)));

    /// <summary>Whether a rule looks for a kind.</summary>
    public bool Looks(string kind) => _taints.ContainsKey(kind) || _uses.ContainsKey(kind);

    public void Cut(Module module) => _cut.Add(module);

    /// <summary>A value reaches a place where it must not be tainted.</summary>
    /// <param name="module">Where.</param>
    /// <param name="kind">For what it must not be.</param>
    /// <param name="value">The value.</param>
    /// <param name="taint">All that is in it.</param>
    /// <param name="at">Where the value stands.</param>
    /// <param name="call">What takes it.</param>
    public void Sink(Module module, string kind, Value value, Taint? taint, Expression at, Expression call)
    {
        if (taint is null || !_taints.TryGetValue(kind, out var rules) || !Prefixes.Reaches(kind, value))
        {
            return;
        }

        var bit = Kinds.Bit(kind);
        for (var one = taint; one is not null; one = one.Also)
        {
            if ((one.Kinds & bit) == 0)
            {
                continue;
            }

            var word = one.Origin.ToString().ToLowerInvariant();
            var own = rules.Exists(r => r.From is not null && r.From.Contains(word) && r.From.Count == 1);
            foreach (var (rule, from) in rules)
            {
                var fits = own ? from is { Count: 1 } && from.Contains(word) : from is null ? one.Origin is Origin.Remote or Origin.Local or Origin.Caller : from.Contains(word);
                if (fits)
                {
                    Add(module, at.Span, new Found(rule, one, call));
                }
            }
        }
    }

    /// <summary>A call or assignment is a weakness by itself.</summary>
    public void Use(Module module, string kind, Expression at)
    {
        if (_uses.TryGetValue(kind, out var rule))
        {
            Add(module, at.Span, new Found(rule, null, at));
        }
    }

    private void Add(Module module, TextSpan span, Found found)
    {
        var key = (module, span, found.Rule.Id);
        if (!_found.TryGetValue(key, out var known) || found.Before(known))
        {
            _found[key] = found;
        }
    }

    private sealed record Found(Rule Rule, Taint? Taint, Expression Call)
    {
        public bool Before(Found other) => Taint is not null && other.Taint is not null
            && (Taint.Origin != other.Taint.Origin ? Taint.Origin < other.Taint.Origin : Taint.Trace.Count < other.Taint.Trace.Count);

        public Detected Detected(Module module, TextSpan span)
        {
            var evidence = new List<string>();
            var (severity, confidence) = (Rule.Severity, Rule.Confidence);
            if (TestCode.Is(module.Path))
            {
                severity = Severity.Low;
                evidence.Add("the file is a test");
            }

            if (Taint is not null)
            {
                switch (Taint.Origin)
                {
                    case Origin.Local:
                        severity = Severity.Low;
                        evidence.Add("who starts the program chooses the text");
                        break;
                    case Origin.Caller:
                        severity = Severity.Low;
                        evidence.Add("nothing in the project calls the function: it is safe only if no caller passes text of others");
                        break;
                    case Origin.Stored:
                        confidence = Confidence.Low;
                        break;
                }
            }

            return new Detected(Rule.Id, Rule.Title, severity, confidence, span, evidence, Flow: Taint is null ? null : Way(module, span, Taint.Trace));
        }

        private static Flow Way(Module module, TextSpan span, Trace last)
        {
            var steps = new List<FlowStep> { Step(module, span, "used here") };
            for (var trace = last; trace is not null; trace = trace.Before)
            {
                if (trace.Span != span || !ReferenceEquals(trace.Module, module) || trace.Before is null)
                {
                    steps.Add(Step(trace.Module, trace.Span, trace.Message));
                }
            }

            steps.Reverse();
            return new Flow(steps);
        }

        private static FlowStep Step(Module module, TextSpan span, string message) =>
            new(module.Path, span, module.Lines.At(span.Start), module.Lines.At(span.End), message);
    }
}
