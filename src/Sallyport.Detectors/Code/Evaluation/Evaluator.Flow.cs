using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Loops, jumps and exceptions.</summary>
internal sealed partial class Evaluator
{
    // Rounds that are run one by one while their number is known; then what they may leave behind is joined until nothing changes.
    private const int CountedRounds = 24;
    private const int JoinedRounds = 4;

    private void RunLoop(LoopStatement loop)
    {
        var root = _state;
        var jump = new Jump(root, loop.Label, isLoop: true);
        _at.Jumps.Add(jump);
        var exits = new List<Dictionary<int, Cell>>();
        _state = root.Fork();
        var rounds = 0;
        for (var first = loop.BodyFirst; !_state.Dead && rounds < CountedRounds && !Exhausted; first = false, rounds++)
        {
            var condition = first || loop.Condition is null ? Value.True : Evaluate(loop.Condition);
            var truth = Truth(condition);
            if (truth is null || (loop.Condition is null && !first))
            {
                break;
            }

            if (truth is false)
            {
                exits.Add(_state.Since(root));
                _state.Dead = true;
                break;
            }

            RunRound(loop.Body, loop.Step, jump);
        }

        if (!_state.Dead)
        {
            // What was counted so far is the ground on which the rest is joined.
            Join(jump, root, exits, () => Tested(loop), loop.Step, loop.Body);
        }

        Finish(root, jump, exits, loop.Otherwise);
    }

    private Value Tested(LoopStatement loop) => loop.Condition is null ? Value.True : Evaluate(loop.Condition);

    private void RunRound(Statement body, Expression? step, Jump jump)
    {
        jump.Continues = [];
        _state = _state.Fork();
        Run(body);
        var ways = jump.Continues;
        if (!_state.Dead)
        {
            ways.Add(_state.Since(jump.Root));
        }

        _state = jump.Root.Fork();
        _state.Meet(ways);
        if (!_state.Dead && step is not null)
        {
            Evaluate(step);
        }
    }

    private void Join(Jump jump, State root, List<Dictionary<int, Cell>> exits, Func<Value> test, Expression? step, Statement body)
    {
        var ground = _state;
        var ends = true;
        for (var round = 0; round < JoinedRounds; round++)
        {
            _state = ground.Fork();
            var holds = test();
            if (_state.Dead)
            {
                return;
            }

            var truth = Truth(holds);
            ends = truth is not true;
            if (ends)
            {
                var taken = _state;
                _state = taken.Fork();
                Assume(holds, holds: false);
                exits.Add(_state.Since(root));
                _state = taken;
            }

            if (truth is false)
            {
                return;
            }

            Assume(holds, holds: true);
            RunRound(body, step, jump);
            if (_state.Dead || Exhausted)
            {
                return;
            }

            var before = ground.Since(root);
            var after = _state.Since(root);
            ground = root.Fork();
            ground.Meet([before]);
            var ways = new List<Dictionary<int, Cell>> { before, after };
            var joined = root.Fork();
            joined.Meet(ways);
            var stable = Stable(ground, joined);
            ground = joined;
            if (stable)
            {
                break;
            }
        }

        if (ends)
        {
            exits.Add(ground.Since(root));
        }
    }

    private static bool Stable(State before, State after)
    {
        foreach (var (id, cell) in after.Changes)
        {
            if (before.Find(id) is not { } old || !old.Same(cell))
            {
                return false;
            }
        }

        return true;
    }

    private void Finish(State root, Jump jump, List<Dictionary<int, Cell>> exits, Statement? otherwise)
    {
        _at.Jumps.RemoveAt(_at.Jumps.Count - 1);
        if (otherwise is not null && exits.Count > 0)
        {
            _state = root.Fork();
            _state.Meet(exits);
            Run(otherwise);
            exits = _state.Dead ? [] : [_state.Since(root)];
        }

        exits.AddRange(jump.Breaks);
        root.Meet(exits);
        _state = root;
    }

    private void RunForEach(ForEachStatement each)
    {
        var iterable = Evaluate(each.Iterable);
        if (_state.Dead)
        {
            return;
        }

        var items = Elements(iterable, each.Keys, out var any);
        var root = _state;
        var jump = new Jump(root, each.Label, isLoop: true);
        _at.Jumps.Add(jump);
        var exits = new List<Dictionary<int, Cell>>();
        _state = root.Fork();
        if (items is not null && items.Count <= CountedRounds)
        {
            foreach (var item in items)
            {
                if (_state.Dead || Exhausted)
                {
                    break;
                }

                Assign(each.Target, item, each.Iterable);
                RunRound(each.Body, null, jump);
            }

            if (!_state.Dead)
            {
                exits.Add(_state.Since(root));
            }
        }
        else
        {
            Join(jump, root, exits, () =>
            {
                Assign(each.Target, any, each.Iterable);
                return Value.Boolean;
            }, null, each.Body);
        }

        Finish(root, jump, exits, each.Otherwise);
    }

    private void JumpTo(string? label, bool isBreak)
    {
        for (var i = _at.Jumps.Count - 1; i >= 0; i--)
        {
            var jump = _at.Jumps[i];
            if (label is null ? jump.Label is null || jump.IsLoop : jump.Label == label)
            {
                if (!isBreak && !jump.IsLoop)
                {
                    continue;
                }

                (isBreak ? jump.Breaks : jump.Continues).Add(_state.Since(jump.Root));
                break;
            }
        }

        _state.Dead = true;
    }

    private void Leave(Value? value)
    {
        if (!_state.Dead)
        {
            _at.Returns.Add(_state.Since(_at.Root));
            if (value is not null)
            {
                _at.Result = _at.Result is null ? value : Value.Join(_at.Result, value);
            }
        }

        _state.Dead = true;
    }

    private void Throw(Value? exception)
    {
        if (!_state.Dead && _catchers.TryPeek(out var catcher))
        {
            catcher.Ways.Add(_state.Since(catcher.Root));
            if (exception is not null)
            {
                catcher.Thrown = catcher.Thrown is null ? exception : Value.Join(catcher.Thrown, exception);
            }
        }

        _state.Dead = true;
    }

    private void RunTry(TryStatement attempt)
    {
        var root = _state;
        var catcher = new Catcher(root);
        _catchers.Push(catcher);
        _state = root.Fork();
        RunGuarded(attempt.Body, catcher);
        _catchers.Pop();
        var ends = new List<Dictionary<int, Cell>>();
        if (!_state.Dead && attempt.Otherwise is not null)
        {
            Run(attempt.Otherwise);
        }

        if (!_state.Dead)
        {
            ends.Add(_state.Since(root));
        }

        if (catcher.Ways.Count > 0)
        {
            Handle(attempt, catcher, root, ends);
        }

        root.Meet(ends);
        _state = root;
        RunFinal(attempt, root, catcher, ends.Count == 0);
    }

    // Any statement that calls something may throw.
    private void RunGuarded(Statement body, Catcher catcher)
    {
        if (body is not BlockStatement { Label: null } block)
        {
            Run(body);
            return;
        }

        Hoist(block.Body);
        var thrown = catcher.Ways.Count;
        foreach (var statement in block.Body)
        {
            if (_state.Dead)
            {
                break;
            }

            if (statement is not (ThrowStatement or FunctionStatement or ClassStatement or BreakStatement or ContinueStatement) && catcher.Ways.Count < thrown + 6)
            {
                catcher.Ways.Add(_state.Since(catcher.Root));
                _implicit.Add(catcher.Ways[^1]);
            }

            Run(statement);
        }
    }

    private readonly HashSet<Dictionary<int, Cell>> _implicit = [];

    private void Handle(TryStatement attempt, Catcher catcher, State root, List<Dictionary<int, Cell>> ends)
    {
        foreach (var handler in attempt.Handlers)
        {
            if (handler.Body is BlockStatement { Body.Count: 0 } && (handler.Types.Count == 0 || handler.Types is [NameExpression { Name: "Exception" or "BaseException" or "Throwable" }]))
            {
                _universe.Weaknesses.Use(Module, "swallowed-exception", new UnknownExpression(handler.Span, []));
            }

            _state = root.Fork();
            _state.Meet(catcher.Ways);
            if (handler.Target is not null)
            {
                var thrown = catcher.Thrown ?? Value.Unknown;
                Assign(handler.Target, catcher.Ways.Exists(_implicit.Contains) && catcher.Thrown is null ? ErrorOf(handler.Target) : thrown, handler.Target);
            }

            Run(handler.Body);
            if (!_state.Dead)
            {
                ends.Add(_state.Since(root));
            }
        }

        foreach (var way in catcher.Ways)
        {
            _implicit.Remove(way);
        }
    }

    private Value ErrorOf(Expression target) => Library("@error", target);

    private void RunFinal(TryStatement attempt, State root, Catcher catcher, bool dead)
    {
        if (attempt.Final is null)
        {
            return;
        }

        if (dead)
        {
            // It runs on every way out, also where none goes on behind it.
            _state = root.Fork();
            _state.Meet(catcher.Ways.Count > 0 ? catcher.Ways : [[]]);
            Run(attempt.Final);
            _state = root;
            _state.Dead = true;
        }
        else
        {
            Run(attempt.Final);
        }
    }
}
