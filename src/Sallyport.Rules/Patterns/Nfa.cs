using static Sallyport.Rules.Patterns.PatternNode;

namespace Sallyport.Rules.Patterns;

/// <summary>Thompson's automaton of a pattern: states with one byte step or two empty steps.</summary>
internal sealed class Nfa
{
    private const int StateLimit = 40_000;
    private readonly List<State> _states = [];

    public Nfa(PatternNode pattern)
    {
        var accept = Add(new State(default, -1, -1));
        Start = Build(pattern, accept);
        Accept = accept;
    }

    public int Start { get; }

    public int Accept { get; }

    public int Count => _states.Count;

    public State this[int state] => _states[state];

    public IEnumerable<ByteSet> Sets => _states.Where(s => s.Set.Count > 0).Select(s => s.Set).Distinct();

    private int Build(PatternNode node, int next)
    {
        switch (node)
        {
            case Set set:
                return Add(new State(set.Bytes, next, -1));
            case Capture capture:
                return Build(capture.Item, next);
            case Sequence sequence:
                return sequence.Items.Reverse().Aggregate(next, (after, item) => Build(item, after));
            case Choice choice:
                return choice.Options.Select(option => Build(option, next)).Aggregate((x, y) => Add(new State(default, x, y)));
            case Repeat repeat:
                return BuildRepeat(repeat, next);
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }

    private int BuildRepeat(Repeat repeat, int next)
    {
        var start = next;
        if (repeat.Max is { } max)
        {
            for (var i = repeat.Min; i < max; i++)
            {
                start = Add(new State(default, Build(repeat.Item, start), next));
            }
        }
        else
        {
            var loop = Add(new State(default, -1, next));
            _states[loop] = new State(default, Build(repeat.Item, loop), next);
            start = loop;
        }

        for (var i = 0; i < repeat.Min; i++)
        {
            start = Build(repeat.Item, start);
        }

        return start;
    }

    private int Add(State state)
    {
        if (_states.Count >= StateLimit)
        {
            throw new PatternException("the expression is too large: use smaller repeats");
        }

        _states.Add(state);
        return _states.Count - 1;
    }

    /// <summary>A state: a step over <see cref="Set"/> to <see cref="First"/>, or empty steps to both where the set is empty.</summary>
    public readonly record struct State(ByteSet Set, int First, int Second);
}
