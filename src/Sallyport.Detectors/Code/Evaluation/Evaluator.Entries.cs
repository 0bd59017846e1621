using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Rules.Models;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Functions that are called from outside: by a framework, or by whoever uses the project.</summary>
internal sealed partial class Evaluator
{
    private IReadOnlyList<string> _resultKinds = [];
    private Activation? _handler;

    private void CallFromOutside(int closure, Cell cell, Value? self, int type)
    {
        var function = cell.Function!;
        var (parameters, results) = Handled(cell, function, type);
        var arguments = new List<CallArguments.One>();
        var own = function.TakesSelf ? 1 : 0;
        for (var i = own; i < function.Parameters.Count; i++)
        {
            var parameter = function.Parameters[i];
            var at = new NameExpression(parameter.Span, parameter.Name);
            var value = FromOutside(function, parameter, parameters, i - own, at);
            if (value is not null)
            {
                arguments.Add(new(value, parameter.Kind == ParameterKind.One || parameter.Kind == ParameterKind.Named ? parameter.Name : null, at, parameter.Kind is ParameterKind.Rest));
            }
        }

        var (kinds, handler, first) = (_resultKinds, _handler, _at.Closures.Count);
        (_resultKinds, _handler) = (results, null);
        var root = _state;
        _state = root.Fork();
        var call = new CallArguments(self, arguments);
        var made = new List<int>();
        InvokeEntry(closure, cell, self, call, made);
        (_resultKinds, _handler) = (kinds, handler);
        foreach (var inner in made)
        {
            if (!_called.Contains(inner) && _state.Find(inner) is { Function: not null } found && !Exhausted && _at.Depth < 6)
            {
                _called.Add(inner);
                CallFromOutside(inner, found, found.Fields.GetValueOrDefault("@self"), 0);
            }
        }

        _state = root;
        _at.Closures.RemoveRange(first, _at.Closures.Count - first);
    }

    private void InvokeEntry(int closure, Cell cell, Value? self, CallArguments arguments, List<int> made)
    {
        var function = cell.Function!;
        var caller = _at;
        var frame = _universe.Id(caller.Frame, function, "entry");
        var root = _state;
        var owner = cell.Fields.GetValueOrDefault("@class")?.References is [var type] ? type : 0;
        _at = new Activation(function, frame, root, caller) { Self = function.TakesSelf ? null : self ?? cell.Fields.GetValueOrDefault("@self"), Type = owner };
        _handler = _at;
        _called.Add(closure);
        _state = root.Fork();
        _state.Put(frame, new Cell(CellKind.Frame) { Frame = cell.Frame });
        Bind(function, function.TakesSelf ? self : null, arguments, caller, null);
        Run(function.Body);
        Leave(Value.Nothing);
        made.AddRange(_at.Closures);
        root.Meet(_at.Returns);
        root.Dead = false;
        _state = root;
        _at = caller;
    }

    // What the decorators of a function, or the bases of its class, say of who calls it.
    private (IReadOnlyList<string>? Parameters, IReadOnlyList<string> Results) Handled(Cell cell, Function function, int type)
    {
        IReadOnlyList<string>? parameters = null;
        List<string>? results = null;
        foreach (var (name, _) in cell.Fields)
        {
            if (name.StartsWith('@') && name.Length > 1)
            {
                Take(Api.Of(name[1..]));
                Take(Api.OfAny(name[(name.LastIndexOf('.') + 1)..]));
            }
        }

        for (var at = type; at != 0 && _state.Find(at) is { } owner;)
        {
            at = 0;
            foreach (var parent in owner.Bases)
            {
                if (parent.Path is not null)
                {
                    Take(Api.Of($"{parent.Path}.{function.Name}"));
                }

                at = parent.References is [var next] ? next : at;
            }
        }

        return (parameters, results ?? []);

        void Take(IReadOnlyList<ModelEntry> entries)
        {
            foreach (var entry in entries)
            {
                if (entry.Role == ModelRole.Handler)
                {
                    parameters ??= entry.Types;
                }
                else if (entry.Role == ModelRole.HandlerResult)
                {
                    (results ??= []).Add(entry.Kind);
                }
            }
        }
    }

    // Null where the function's own default counts.
    private Value? FromOutside(Function function, Parameter parameter, IReadOnlyList<string>? given, int position, Expression at)
    {
        if (parameter.Default is not null && Depends(parameter) is { } injected)
        {
            return injected;
        }

        var declared = parameter.Type is null ? null : Declared(parameter.Type, Value.Unknown);
        if (declared is not null && (declared.Kind == ValueKind.Number || (declared.Path is not null && Api.IsModelled(declared.Path)) || (declared.References.Length > 0 && given is null)))
        {
            return declared.Path is null ? declared : Library(declared.Path, at) with { References = declared.References };
        }

        foreach (var convention in Api.Parameters)
        {
            if (convention.Kind == parameter.Name && (convention.Path == "*" ? Conventional(function) : Module.Imports.Contains(convention.Path)))
            {
                return Library(convention.Types[0], at);
            }
        }

        // An annotation of the parameter itself says best where it comes from.
        foreach (var decorator in parameter.Decorators)
        {
            var path = decorator is CallExpression call ? CalleePath(call) : Evaluate(decorator).Path;
            foreach (var entry in Api.Of(path))
            {
                if (entry.Role == ModelRole.Handler)
                {
                    return entry.Types.Count == 0 ? declared ?? Value.Unknown : Given(entry.Types[0], at, parameter.Name) with { References = declared?.References ?? [] };
                }
            }
        }

        if (given is { Count: > 0 })
        {
            return Given(given[Math.Min(position, given.Count - 1)], at, parameter.Name);
        }

        if (parameter.Default is not null || _universe.Project.IsUsed(function) || function.Name.Length == 0)
        {
            return parameter.Default is null ? declared ?? Value.Unknown : declared;
        }

        return Started(declared ?? Value.Unknown, Origin.Caller, at, parameter.Name);
    }

    // One name alone says little; two of them together are a convention.
    private bool Conventional(Function function) =>
        function.Parameters.Count(p => Api.Parameters.Exists(c => c.Path == "*" && c.Kind == p.Name)) > 1;

    // A default that a framework computes (FastAPI's Query, Body, Depends) says where the value comes from.
    private Value? Depends(Parameter parameter) =>
        parameter.Default is not CallExpression call ? null
        : Evaluate(call) is { Taint: not null } value ? value
        : CalleePath(call) is { } path && (path.EndsWith(".Depends", StringComparison.Ordinal) || path.EndsWith(".Security", StringComparison.Ordinal)) ? Value.Unknown : null;

    private void CheckResult(Value value, Expression? at)
    {
        if (_resultKinds.Count == 0 || !ReferenceEquals(_at, _handler) || at is null)
        {
            return;
        }

        var (shown, place) = Single(value) is { Kind: CellKind.List, Items: [var body, ..] } && at is CollectionExpression { Entries: [var entry, ..] } ? (body, entry.Value) : (value, at);
        if (shown.References.Length > 0 && shown.Path is null)
        {
            return;
        }

        foreach (var kind in _resultKinds)
        {
            _universe.Weaknesses.Sink(Module, kind, shown, shown.Taint, place, place);
        }
    }

    private void CheckAssignment(string? path, Value value, Expression from)
    {
        if (path is null)
        {
            return;
        }

        var entries = path.StartsWith("*.", StringComparison.Ordinal) ? Api.OfAny(path[2..] + "=") : Api.Of(path + "=");
        foreach (var entry in entries)
        {
            var arguments = new CallArguments(null, [new(value, null, from)]);
            if (!Apis.Conditions.Hold(entry, arguments, _state))
            {
                continue;
            }

            if (entry.Role == ModelRole.Sink)
            {
                _universe.Weaknesses.Sink(Module, entry.Kind, value, Deep(value), from, from);
            }
            else if (entry.Role == ModelRole.Use)
            {
                _universe.Weaknesses.Use(Module, entry.Kind, _assignment ?? from);
            }
        }
    }
}
