using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Calls of functions and classes of the project.</summary>
internal sealed partial class Evaluator
{
    // A function this small is followed wherever it is called.
    private const int HeavyFunction = 80;

    private readonly HashSet<int> _called = [];

    private Value Call(CallExpression call)
    {
        Value? receiver = null;
        string? method = null;
        Value callee;
        if (call.Callee is FieldExpression field)
        {
            receiver = Evaluate(field.Target);
            method = field.Name;
            callee = Member(receiver, field.Name, field);
        }
        else
        {
            callee = Evaluate(call.Callee);
            receiver = callee.Receiver;
        }

        if (call.Callee is SuperExpression)
        {
            method = Class.Constructor;
            receiver = callee;
            callee = Member(callee, method, call);
        }

        var arguments = new List<CallArguments.One>(call.Arguments.Count);
        foreach (var argument in call.Arguments)
        {
            Add(arguments, argument, Evaluate(argument.Value));
        }

        if (_state.Dead)
        {
            return Value.Unknown;
        }

        foreach (var one in arguments)
        {
            if (one.Name is not null && one.At is LiteralExpression { Value: string { Length: > 2 } } && Credentials.IsNamed(one.Name) && callee.Path is not null)
            {
                _universe.Weaknesses.Use(Module, "hard-coded-credential", one.At);
            }
        }

        var all = new CallArguments(receiver, arguments);
        if (Constructed(callee, all, call) is { } made)
        {
            return made;
        }

        return method is not null && !IsClosure(callee) && Builtin(method, receiver!, all, call) is { } built ? built : CallValue(callee, all, call, call.IsNew, method);
    }

    private void Add(List<CallArguments.One> arguments, Argument argument, Value value)
    {
        if (!argument.Spread)
        {
            arguments.Add(new(value, argument.Name, argument.Value));
        }
        else if (Single(value) is { Kind: CellKind.Map } map)
        {
            foreach (var (name, field) in map.Fields)
            {
                arguments.Add(new(field, name, argument.Value));
            }
        }
        else if (Elements(value, keys: true, out var any) is { } items)
        {
            arguments.AddRange(items.Select(i => new CallArguments.One(i, null, argument.Value)));
        }
        else
        {
            arguments.Add(new(any, argument.Name, argument.Value, Spread: true));
        }
    }

    private Value CallValue(Value callee, CallArguments arguments, Expression at, bool isNew, string? method = null)
    {
        Value? result = null;
        foreach (var reference in callee.References)
        {
            if (_state.Find(reference) is not { } cell)
            {
                continue;
            }

            var one = cell.Kind switch
            {
                CellKind.Closure when isNew => ConstructByFunction(reference, cell, arguments, at),
                CellKind.Closure => Invoke(reference, cell, callee.Receiver, arguments, at),
                CellKind.Class => Construct(reference, cell, arguments, at),
                CellKind.Instance when cell.Type != 0 && OfClass(cell.Type, "__call__", Value.Reference(reference), at) is { } called => Invoke(called, arguments, at),
                _ => null,
            };
            if (one is not null)
            {
                result = result is null ? one : Value.Join(result, one);
            }

            if (_state.Dead)
            {
                return Value.Unknown;
            }
        }

        return result ?? CallLibrary(callee, arguments, at, isNew, method);
    }

    private Value Invoke(Value callee, CallArguments arguments, Expression at)
    {
        Value? result = null;
        foreach (var reference in callee.References)
        {
            if (_state.Find(reference) is { Kind: CellKind.Closure } cell && !_state.Dead)
            {
                var one = Invoke(reference, cell, callee.Receiver, arguments, at);
                result = result is null ? one : Value.Join(result, one);
            }
        }

        return result ?? Value.Unknown;
    }

    // A function that is called with `new` fills the object it works on.
    private Value ConstructByFunction(int reference, Cell cell, CallArguments arguments, Expression at)
    {
        var instance = Allocate(at, new Cell(CellKind.Instance));
        if (cell.Fields.TryGetValue("prototype", out var prototype) && Single(prototype) is { } shared)
        {
            foreach (var (name, value) in shared.Fields)
            {
                _state.Edit(instance.References[0]).Fields[name] = value;
            }
        }

        Invoke(reference, cell, instance, arguments, at);
        return instance;
    }

    private Value Invoke(int closure, Cell cell, Value? receiver, CallArguments arguments, Expression at)
    {
        var function = cell.Function!;
        _called.Add(closure);
        if (_at.Depth >= DeepestCall || Exhausted || _at.IsRunning(function))
        {
            return Tainted(Value.Unknown, Through(receiver, arguments));
        }

        PlainCalls? plain = null;
        if (function.Weight > HeavyFunction && function.Outer?.Outer is null && function.Name != Class.Constructor && IsPlain(receiver, arguments))
        {
            if (!_universe.Plain.TryGetValue(function, out plain))
            {
                _universe.Plain[function] = plain = new PlainCalls();
            }

            if (plain.Known)
            {
                return plain.Result;
            }
        }

        var shares = function.SharesSelf;
        var self = shares ? cell.Fields.GetValueOrDefault("@self") : receiver;
        var root = _state;
        var frame = _universe.Id(_at.Frame, at, function);
        var type = cell.Fields.GetValueOrDefault("@class")?.References is [var owner] ? owner : 0;
        var activation = new Activation(function, frame, root, _at) { Self = function.TakesSelf ? null : self, Type = type };
        var caller = _at;
        _at = activation;
        _state = root.Fork();
        var variables = new Cell(CellKind.Frame) { Frame = cell.Frame };
        _state.Put(frame, variables);
        Bind(function, function.TakesSelf ? Receiver(function, receiver) : null, arguments, caller, cell.Fields.GetValueOrDefault("@given"));
        Run(function.Body);
        Leave(Value.Nothing);
        _state = root;
        root.Meet(activation.Returns);
        _at = caller;
        plain?.Add(activation.Result ?? Value.Unknown, Deep(activation.Result) is not null || Deep(receiver) is not null);
        if (activation.Yields is not null)
        {
            return Yielded(activation, at, function);
        }

        var result = activation.Result ?? Value.Unknown;
        return result.Taint is not null && NamedEffects.Sanitizes(function.Name, _universe.Weaknesses.Kinds) is var kinds and not 0
            ? result with { Taint = Taint.Without(result.Taint, kinds) } : result;
    }

    // Nothing that goes in is of others, and nothing calls back.
    private bool IsPlain(Value? receiver, CallArguments arguments)
    {
        if (Deep(receiver) is not null)
        {
            return false;
        }

        foreach (var one in arguments.All)
        {
            if (IsClosure(one.Value) || Deep(one.Value) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private Value Yielded(Activation activation, Expression at, Function function)
    {
        var list = new Cell(CellKind.List);
        if (activation.ExactYields && activation.Yields!.Count <= CountedRounds)
        {
            list.Items = activation.Yields;
        }
        else
        {
            activation.Yields!.ForEach(list.Add);
            list.Exact = false;
        }

        return Allocate(at, list, function.Name + "*");
    }

    // A method taken from its class, not from an object, is handed its object with the arguments.
    private Value? Receiver(Function function, Value? receiver) =>
        receiver is not null && Single(receiver) is { Kind: CellKind.Class } && !function.Decorators.Any(d => d is NameExpression { Name: "classmethod" }) && function.Name != Class.Constructor ? null : receiver;

    private void Bind(Function function, Value? self, CallArguments arguments, Activation caller, Value? given)
    {
        var positional = arguments.All.Where(a => a.Name is null).ToList();
        if (given is not null && Elements(given, keys: false, out _) is { } before)
        {
            positional.InsertRange(0, before.Select(v => new CallArguments.One(v, null, arguments.All.Count > 0 ? arguments.All[0].At : _nowhere)));
        }

        var position = 0;
        var from = 0;
        if (self is not null && function.Parameters.Count > 0)
        {
            SetLocal(function.Parameters[0].Name, self);
            from = 1;
        }

        for (var i = from; i < function.Parameters.Count; i++)
        {
            var parameter = function.Parameters[i];
            var value = parameter.Kind switch
            {
                ParameterKind.Rest => Rest(parameter, positional, ref position),
                ParameterKind.NamedRest => NamedRest(function, parameter, arguments),
                _ => One(function, parameter, arguments, positional, ref position, caller),
            };
            SetLocal(parameter.Name, value);
            if (parameter.Pattern is not null)
            {
                Assign(parameter.Pattern, value, parameter.Pattern);
            }
        }

        if (function.Module!.Language == Language.JavaScript)
        {
            var list = new Cell(CellKind.List) { Items = positional.ConvertAll(a => a.Value) };
            var id = Id(function, "arguments");
            _state.Put(id, list);
            SetLocal("arguments", Value.Reference(id));
        }
    }

    private Value One(Function function, Parameter parameter, CallArguments arguments, List<CallArguments.One> positional, ref int position, Activation caller)
    {
        CallArguments.One? given = null;
        foreach (var one in arguments.All)
        {
            if (one.Name == parameter.Name)
            {
                given = one;
            }
        }

        if (given is null && parameter.Kind == ParameterKind.One && position < positional.Count)
        {
            given = positional[position];
            position += given.Value.Spread ? 0 : 1;
        }

        if (given is not { } argument || (argument.Value.IsConstant && argument.Value.Constant is null && parameter.Default is not null && Module.Language == Language.JavaScript))
        {
            return parameter.Default is not null ? Evaluate(parameter.Default)
                : parameter.Type is not null ? Declared(parameter.Type, Value.Unknown)
                : Value.Nothing with { IsConstant = Module.Language == Language.JavaScript };
        }

        var value = argument.Value;
        if (value.Taint is not null)
        {
            var name = function.Name.Length > 0 ? $"passed to `{function.Name}`" : "passed on";
            value = value with { Taint = value.Taint.Step(t => t.Then(caller.Function.Module!, argument.At.Span, name)) };
        }

        return parameter.Type is not null && value.Path is null && value.References.Length == 0 ? Annotated(parameter.Type, value) : value;
    }

    // What callers hand over is believed more than what is declared: a text stays the text it is.
    private Value Annotated(Expression type, Value value)
    {
        var declared = Declared(type, Value.Unknown);
        return declared.Kind == ValueKind.Number && value.Taint is not null ? value : value with { Path = declared.Path, References = declared.References };
    }

    private Value Rest(Parameter parameter, List<CallArguments.One> positional, ref int position)
    {
        var cell = new Cell(CellKind.List);
        var rest = positional.Skip(position).ToList();
        position = positional.Count;
        if (rest.Exists(r => r.Spread))
        {
            cell.Exact = false;
            rest.ForEach(r => cell.Add(r.Value));
        }
        else
        {
            cell.Items = rest.ConvertAll(r => r.Value);
        }

        var id = Id(parameter);
        _state.Put(id, cell);
        return Value.Reference(id);
    }

    private Value NamedRest(Function function, Parameter parameter, CallArguments arguments)
    {
        var cell = new Cell(CellKind.Map);
        foreach (var one in arguments.All)
        {
            if (one.Name is not null && !function.Parameters.Any(p => p.Name == one.Name))
            {
                if (one.Spread)
                {
                    cell.Exact = false;
                    cell.Add(one.Value);
                }
                else
                {
                    cell.Fields[one.Name] = one.Value;
                }
            }
        }

        var id = Id(parameter);
        _state.Put(id, cell);
        return Value.Reference(id);
    }

    // What a call that is not known may pass on.
    private Taint? Through(Value? receiver, CallArguments arguments)
    {
        var taint = Deep(receiver);
        foreach (var one in arguments.All)
        {
            taint = Taint.Join(taint, Deep(one.Value));
        }

        return taint;
    }
}
