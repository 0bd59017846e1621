using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Statements.</summary>
internal sealed partial class Evaluator
{
    private void Run(IReadOnlyList<Statement> body)
    {
        Hoist(body);
        for (var i = 0; i < body.Count && !_state.Dead; i++)
        {
            Run(body[i]);
        }
    }

    // Functions can be called before the place where they are written, except where the language runs declarations in order.
    private void Hoist(IReadOnlyList<Statement> body)
    {
        if (Module.Language == Language.Python)
        {
            return;
        }

        foreach (var statement in body)
        {
            if (statement is FunctionStatement { Function: var function })
            {
                SetLocal(function.Name, MakeClosure(function));
            }
        }
    }

    private void Run(Statement statement)
    {
        _steps++;
        switch (statement)
        {
            case ExpressionStatement { Expression: var expression }:
                Evaluate(expression);
                break;
            case BlockStatement block:
                RunBlock(block);
                break;
            case IfStatement branch:
                RunIf(branch);
                break;
            case LoopStatement loop:
                RunLoop(loop);
                break;
            case ForEachStatement each:
                RunForEach(each);
                break;
            case SwitchStatement choice:
                RunSwitch(choice);
                break;
            case TryStatement attempt:
                RunTry(attempt);
                break;
            case ReturnStatement { Value: var value }:
                var returned = value is null ? Value.Nothing : Evaluate(value);
                if (!_state.Dead)
                {
                    CheckResult(returned, value);
                    Leave(returned);
                }

                break;
            case ThrowStatement { Value: var thrown }:
                var exception = thrown is null ? null : Evaluate(thrown);
                Throw(exception);
                break;
            case BreakStatement { Label: var label }:
                JumpTo(label, isBreak: true);
                break;
            case ContinueStatement { Label: var label }:
                JumpTo(label, isBreak: false);
                break;
            case FunctionStatement { Function: var function }:
                var closure = Decorate(function, MakeClosure(function));
                SetLocal(function.Name, closure);
                break;
            case ClassStatement { Type: var type }:
                SetLocal(type.Name, MakeClass(type, statement));
                break;
            case ImportStatement import:
                RunImport(import);
                break;
        }
    }

    private void RunBlock(BlockStatement block)
    {
        if (block.Label is null)
        {
            Run(block.Body);
            return;
        }

        var root = _state;
        var jump = new Jump(root, block.Label, isLoop: false);
        _at.Jumps.Add(jump);
        _state = root.Fork();
        Run(block.Body);
        _at.Jumps.RemoveAt(_at.Jumps.Count - 1);
        Meet(root, jump.Breaks);
    }

    // The state that is reached joins those that jumped to the end; all began at root.
    private void Meet(State root, List<Dictionary<int, Cell>> others)
    {
        if (!_state.Dead)
        {
            others.Add(_state.Since(root));
        }

        root.Meet(others);
        _state = root;
    }

    private void RunIf(IfStatement branch)
    {
        var condition = Evaluate(branch.Condition);
        if (_state.Dead)
        {
            return;
        }

        var truth = Truth(condition);
        var root = _state;
        var ways = new List<Dictionary<int, Cell>>(2);
        if (truth is not false)
        {
            _state = root.Fork();
            Assume(condition, holds: true);
            Run(branch.Then);
            if (!_state.Dead)
            {
                ways.Add(_state.Since(root));
            }
        }

        if (truth is not true)
        {
            _state = root.Fork();
            Assume(condition, holds: false);
            if (branch.Otherwise is not null)
            {
                Run(branch.Otherwise);
            }

            if (!_state.Dead)
            {
                ways.Add(_state.Since(root));
            }
        }

        root.Meet(ways);
        _state = root;
    }

    private void RunSwitch(SwitchStatement choice)
    {
        var subject = Evaluate(choice.Subject);
        if (_state.Dead)
        {
            return;
        }

        var root = _state;
        var jump = new Jump(root, null, isLoop: false);
        _at.Jumps.Add(jump);
        var ends = jump.Breaks;
        Dictionary<int, Cell>? falling = null;
        var (open, chosen) = (true, false);
        var start = FirstThatMayMatch(choice, subject, out var certain);
        for (var i = 0; i < choice.Cases.Count; i++)
        {
            var way = choice.Cases[i];
            var (may, must) = certain ? (i == start, i == start) : MayTake(way, subject, open);
            if ((!may || !open || chosen) && falling is null)
            {
                continue;
            }

            _state = root.Fork();
            if (may && open && !chosen)
            {
                AssumeCase(way, subject, choice);
                chosen |= must;
            }
            else
            {
                _state.Dead = true;
            }

            if (falling is not null)
            {
                Combine(root, falling);
            }

            Run(way.Body);
            falling = null;
            if (!_state.Dead && choice.FallsThrough && i + 1 < choice.Cases.Count)
            {
                falling = _state.Since(root);
            }
            else if (!_state.Dead)
            {
                ends.Add(_state.Since(root));
            }
        }

        _at.Jumps.RemoveAt(_at.Jumps.Count - 1);
        var hasDefault = choice.Cases.Any(c => c.Values.Count == 0 && c.Guard is null && !c.Opaque);
        if (!chosen && !(hasDefault && !(certain && start < 0)))
        {
            ends.Add([]);
        }

        root.Meet(ends);
        _state = root;
    }

    private void Combine(State root, Dictionary<int, Cell> other)
    {
        var ways = new List<Dictionary<int, Cell>> { other };
        if (!_state.Dead)
        {
            ways.Add(_state.Since(root));
        }

        _state = root.Fork();
        _state.Meet(ways);
    }

    // With a constant subject and constant cases the way is known: the case, or the default wherever it stands.
    private int FirstThatMayMatch(SwitchStatement choice, Value subject, out bool certain)
    {
        certain = subject.IsConstant;
        var otherwise = -1;
        for (var i = 0; certain && i < choice.Cases.Count; i++)
        {
            var way = choice.Cases[i];
            if (way.Guard is not null || way.Opaque)
            {
                certain = false;
                break;
            }

            if (way.Values.Count == 0)
            {
                otherwise = i;
            }

            foreach (var value in way.Values)
            {
                if (value is not LiteralExpression literal)
                {
                    certain = false;
                }
                else if (Equals(Folding.Comparable(literal.Value), Folding.Comparable(subject.Constant)))
                {
                    return i;
                }
            }
        }

        return otherwise;
    }

    private static (bool May, bool Must) MayTake(SwitchCase way, Value subject, bool open) =>
        (open && (way.Values.Count == 0 || way.Opaque || !subject.IsConstant || way.Values.Any(v => v is not LiteralExpression l || Equals(Folding.Comparable(l.Value), Folding.Comparable(subject.Constant)))), false);

    private void AssumeCase(SwitchCase way, Value subject, SwitchStatement choice)
    {
        if (way.Binding is not null)
        {
            Assign(way.Binding, subject, choice.Subject);
        }

        if (way.Values.Count > 0 && !way.Opaque && subject.Identity != 0 && way.Values.All(v => v is LiteralExpression))
        {
            Clear(new Test.Fact(subject.Identity, Apis.Kinds.All));
        }

        if (way.Guard is not null)
        {
            Assume(Evaluate(way.Guard), holds: true);
        }
    }

    private void RunImport(ImportStatement import)
    {
        foreach (var name in import.Names)
        {
            if (name.Name == "*")
            {
                ImportAll(import.Module);
            }
            else
            {
                SetLocal(name.Local, Imported(import.Module, name.Name));
            }
        }
    }

    private void ImportAll(string module)
    {
        if (_universe.Project.Resolve(Module, module) is { } other && _state.Find(_universe.Frame(other)) is { } frame)
        {
            foreach (var (name, value) in frame.Fields)
            {
                if (!name.StartsWith('_'))
                {
                    SetLocal(name, value);
                    _at.Function.Locals.Add(name);
                }
            }

            return;
        }

        // What a name means that nothing declares is asked of the packages imported whole.
        Module.Wildcards.Add(module);
    }

    private Value Imported(string module, string? name)
    {
        if (name is not null && _universe.Project.Declarations.In(Module, module, name) is { } declares && Declared(declares, name) is { } declared)
        {
            return declared;
        }

        // A member of a class that is imported by itself.
        var dot = module.LastIndexOf('.');
        if (name is not null && dot > 0 && Module.Language == Language.Java && _universe.Project.Declarations.In(Module, module[..dot], module[(dot + 1)..]) is { } holder
            && Declared(holder, module[(dot + 1)..]) is { } type)
        {
            return Member(type, name, _nowhere);
        }

        // A library that is scanned itself is still better known by its model.
        if (name is not null && !module.StartsWith('.') && Api.Member(module, name) is { } described && (Api.Of(described).Count > 0 || Api.IsModelled(described)))
        {
            return Library(described);
        }

        if (_universe.Project.Resolve(Module, module) is { } other)
        {
            var frame = _universe.Frame(other);
            return name is null ? Offered(frame, null) ?? new Value { References = [frame], Path = module.StartsWith('.') ? null : module }
                : Offered(frame, name)
                ?? (_universe.Project.Resolve(Module, Joined(module, name)) is { } inner ? Value.Reference(_universe.Frame(inner)) : Value.Unknown);
        }

        if (name is not null && _universe.Project.Resolve(Module, Joined(module, name)) is { } sub)
        {
            return new Value { References = [_universe.Frame(sub)], Path = Joined(module, name) };
        }

        var path = module.StartsWith("node:", StringComparison.Ordinal) ? module[5..] : module;
        return name is null or "default" ? Library(path) : Library(Api.Member(path, name));
    }

    private static string Joined(string module, string name) => module.EndsWith('.') || module.EndsWith('/') ? module + name : module.StartsWith('.') && module.Contains('/', StringComparison.Ordinal) ? $"{module}/{name}" : $"{module}.{name}";
}
