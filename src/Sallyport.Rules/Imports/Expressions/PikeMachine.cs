using System.Runtime.CompilerServices;

namespace Sallyport.Rules.Imports.Expressions;

/// <summary>Finds a match and its groups by walking all alternatives at once (Pike's construction): never more than steps times bytes.</summary>
internal sealed class PikeMachine(Instruction[] code, int start, int slots)
{
    private readonly int[] _current = new int[slots];
    private readonly Stack<(int Instruction, int Slot, int Old)> _pending = new();
    private ThreadList _now = new(code.Length, slots);
    private ThreadList _next = new(code.Length, slots);

    /// <summary>The leftmost match that begins in a range; among those at one place the one that the alternatives prefer.</summary>
    /// <param name="text">All of the text: conditions look at it beyond the range.</param>
    /// <param name="first">First place where it may begin.</param>
    /// <param name="last">Last place where it may begin.</param>
    /// <param name="limit">Where it must have ended.</param>
    /// <param name="marks">Receives start and end of every group, -1 where it took no part.</param>
    /// <param name="work">Grows by the work done.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryMatch(ReadOnlySpan<byte> text, int first, int last, int limit, Span<int> marks, ref long work)
    {
        var matched = false;
        _now.Clear();
        for (var at = first; at <= limit; at++)
        {
            if (!matched && at <= last)
            {
                _current.AsSpan().Fill(-1);
                Follow(_now, start, text, at);
            }
            else if (_now.Count == 0)
            {
                break;
            }

            work += _now.Count + 1;
            _next.Clear();
            for (var i = 0; i < _now.Count; i++)
            {
                ref readonly var instruction = ref code[_now[i]];
                if (instruction.Operation == Operation.Accept)
                {
                    _now.Marks(i).CopyTo(marks);
                    matched = true;
                    break;
                }

                if (instruction.Operation == Operation.Take && at < limit && instruction.Bytes.Contains(text[at]))
                {
                    _now.Marks(i).CopyTo(_current);
                    Follow(_next, instruction.Next, text, at + 1);
                }
            }

            (_now, _next) = (_next, _now);
        }

        return matched;
    }

    // Adds what can be reached from an instruction without taking a byte, in order of preference.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Follow(ThreadList list, int from, ReadOnlySpan<byte> text, int at)
    {
        _pending.Push((from, -1, 0));
        while (_pending.TryPop(out var pending))
        {
            if (pending.Slot >= 0)
            {
                _current[pending.Slot] = pending.Old;
                continue;
            }

            var current = pending.Instruction;
            while (current >= 0 && list.Add(current) is >= 0 and var index)
            {
                ref readonly var instruction = ref code[current];
                switch (instruction.Operation)
                {
                    case Operation.Split:
                        _pending.Push((instruction.Other, -1, 0));
                        current = instruction.Next;
                        break;
                    case Operation.Mark:
                        _pending.Push((0, instruction.Other, _current[instruction.Other]));
                        _current[instruction.Other] = at;
                        current = instruction.Next;
                        break;
                    case Operation.Check:
                        var holds = Neighbours.Hold((Assertion)instruction.Other, Neighbours.Before(text, at), Neighbours.After(text, at));
                        current = holds ? instruction.Next : -1;
                        break;
                    default:
                        _current.CopyTo(list.Marks(index));
                        current = -1;
                        break;
                }
            }
        }
    }
}
