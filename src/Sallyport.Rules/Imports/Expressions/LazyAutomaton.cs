using System.Runtime.CompilerServices;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Tells where the first match ends, at a table look-up a byte; its states are made when they are first reached.</summary>
/// <remarks>A state is the set of steps that wait, together with the byte before: conditions are settled when the byte behind is known.</remarks>
internal sealed class LazyAutomaton
{
    private const int StateLimit = 2_000;
    private const int StepLimit = 500_000;
    private const int Ends = 1;
    private const int Idle = 2;
    private readonly Instruction[] _code;
    private readonly int _start;
    private readonly ByteClasses _classes;
    private readonly int _width;
    private readonly Dictionary<State, int> _known = [];
    private readonly List<State> _states = [];
    private readonly bool[] _seen;
    private readonly Stack<int> _pending = new();
    private int _held;

    // The state that follows, times four, with two bits below: whether nothing waits in it, and whether a match ends before the byte; -1 where it was not yet asked.
    private int[] _moves = [];

    public LazyAutomaton(Instruction[] code, int start)
    {
        (_code, _start, _classes, _seen) = (code, start, new ByteClasses(code), new bool[code.Length]);
        _width = _classes.Count + 1;
    }

    /// <summary>Whether a match ends between two places, and where one cannot have begun before.</summary>
    /// <param name="text">All of the text.</param>
    /// <param name="from">First place where one may begin.</param>
    /// <param name="limit">Where it must have ended.</param>
    /// <param name="begin">Where the leftmost match begins at the earliest.</param>
    /// <param name="work">Grows by the work done.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Find(ReadOnlySpan<byte> text, int from, int limit, out int begin, ref long work)
    {
        begin = from;
        var state = Number(new State([], Neighbours.Before(text, from)));
        var (moves, classes, width) = (_moves, _classes.Table, _width);
        for (var at = from; at < limit; at++)
        {
            var byteClass = classes[text[at]];
            var move = moves[(state * width) + byteClass];
            if (move < 0)
            {
                move = Make(state, byteClass, ref work);
                moves = _moves;
            }

            if ((move & Ends) != 0)
            {
                work += at - from;
                return true;
            }

            state = move >> 2;
            if ((move & Idle) != 0)
            {
                begin = at + 1;
            }
        }

        work += limit - from;
        var end = limit == text.Length ? _classes.Count : _classes.Table[text[limit]];
        return (Make(state, end, ref work) & Ends) != 0;
    }

    private int Make(int number, int byteClass, ref long work)
    {
        var state = _states[number];
        var ended = byteClass == _classes.Count;
        var value = ended ? (byte)0 : _classes.Samples[byteClass];
        var after = ended ? Neighbour.None : Neighbours.Of(value);
        var waiting = new List<int>();
        var accepts = Reach(_start, state.Before, after, waiting);
        foreach (var step in state.Steps)
        {
            accepts |= Reach(step, state.Before, after, waiting);
        }

        var steps = new List<int>(waiting.Count);
        foreach (var step in waiting)
        {
            _seen[step] = false;
            if (_code[step].Operation == Operation.Take && !ended && _code[step].Bytes.Contains(value))
            {
                steps.Add(_code[step].Next);
            }
        }

        work += waiting.Count;
        steps.Sort();
        if (_states.Count == StateLimit || _held > StepLimit)
        {
            _held = 0;
            _known.Clear();
            _states.Clear();
            return Coded(Number(Next()));
        }

        var move = Coded(Number(Next()));
        _moves[(number * _width) + byteClass] = move;
        return move;

        State Next() => new([.. steps.Distinct()], after);

        int Coded(int next) => (next << 2) | (steps.Count == 0 ? Idle : 0) | (accepts ? Ends : 0);
    }

    private bool Reach(int from, Neighbour before, Neighbour after, List<int> reached)
    {
        var accepts = false;
        _pending.Push(from);
        while (_pending.TryPop(out var step))
        {
            if (_seen[step])
            {
                continue;
            }

            _seen[step] = true;
            reached.Add(step);
            ref readonly var instruction = ref _code[step];
            switch (instruction.Operation)
            {
                case Operation.Split:
                    _pending.Push(instruction.Next);
                    _pending.Push(instruction.Other);
                    break;
                case Operation.Mark:
                case Operation.Check when Neighbours.Hold((Assertion)instruction.Other, before, after):
                    _pending.Push(instruction.Next);
                    break;
                case Operation.Accept:
                    accepts = true;
                    break;
            }
        }

        return accepts;
    }

    private int Number(State state)
    {
        if (_known.TryGetValue(state, out var number))
        {
            return number;
        }

        number = _states.Count;
        _held += state.Steps.Length;
        _states.Add(state);
        _known.Add(state, number);
        if (_moves.Length < (number + 1) * _width)
        {
            Array.Resize(ref _moves, Math.Max((number + 1) * _width, _moves.Length * 2));
        }

        _moves.AsSpan(number * _width, _width).Fill(-1);
        return number;
    }

    private readonly struct State(int[] steps, Neighbour before) : IEquatable<State>
    {
        public int[] Steps { get; } = steps;

        public Neighbour Before { get; } = before;

        public bool Equals(State other) => Before == other.Before && Steps.AsSpan().SequenceEqual(other.Steps);

        public override bool Equals(object? obj) => obj is State other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Before);
            foreach (var step in Steps)
            {
                hash.Add(step);
            }

            return hash.ToHashCode();
        }
    }
}
