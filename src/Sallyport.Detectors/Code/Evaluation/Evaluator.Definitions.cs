using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Functions and classes as values.</summary>
internal sealed partial class Evaluator
{
    private Value MakeClosure(Function function)
    {
        var id = Id(function);
        if (_state.Find(id) is null)
        {
            var cell = new Cell(CellKind.Closure) { Function = function, Frame = _at.Frame };
            if (function.SharesSelf && SelfOfMethod() is { } self && !ReferenceEquals(self, Value.Unknown))
            {
                cell.Fields["@self"] = self;
            }

            _state.Put(id, cell);
            _at.Closures.Add(id);
        }

        return Value.Reference(id);
    }

    // What decorators of the project make of a function; those of libraries leave it what it is.
    private Value Decorate(Function function, Value closure)
    {
        for (var i = function.Decorators.Count - 1; i >= 0; i--)
        {
            var decorator = function.Decorators[i];
            var value = Evaluate(decorator);
            if (IsClosure(value) || Single(value) is { Kind: CellKind.Class })
            {
                var made = CallValue(value, new CallArguments(value.Receiver, [new(closure, null, decorator)]), decorator, isNew: false);
                closure = IsClosure(made) || Single(made) is { Kind: CellKind.Instance } ? made : closure;
            }
            else
            {
                Note(closure, decorator, value);
            }
        }

        return closure;
    }

    // Which libraries' decorators a function carries is kept with it: they say who calls it.
    private void Note(Value closure, Expression decorator, Value value)
    {
        var path = decorator is CallExpression call ? CalleePath(call) : value.Path;
        foreach (var entry in Api.Of(path))
        {
            if (entry.Role == Rules.Models.ModelRole.Use)
            {
                _universe.Weaknesses.Use(Module, entry.Kind, decorator);
            }
        }

        if (path is not null && closure.References is [var id])
        {
            _state.Edit(id).Fields["@" + path] = value;
        }
    }

    private string? CalleePath(CallExpression call)
    {
        if (call.Callee is FieldExpression field)
        {
            var target = Evaluate(field.Target);
            return target.Path is null ? "*." + field.Name : Api.Member(target.Path, field.Name);
        }

        return Evaluate(call.Callee).Path;
    }

    private Value MakeClass(Class type, object site)
    {
        var bases = new List<Value>();
        foreach (var one in type.Bases)
        {
            bases.Add(Evaluate(one));
        }

        var id = Id(site, type);
        var cell = new Cell(CellKind.Class) { Class = type, Frame = _at.Frame, Bases = bases };
        _state.Put(id, cell);
        foreach (var decorator in type.Decorators)
        {
            Evaluate(decorator);
        }

        foreach (var method in type.Methods.Concat(_universe.Project.Declarations.Elsewhere(type)))
        {
            var closure = MakeClosure(method);
            var setter = method.Decorators.Any(d => d is FieldExpression { Name: "setter" } or NameExpression { Name: "@set" });
            _state.Edit(closure.References[0]).Fields["@class"] = Value.Reference(id);
            var decorated = setter ? closure : DecorateMethod(method, closure);
            _state.Edit(id).Fields[setter ? "@set." + method.Name : method.Name] = decorated;
        }

        foreach (var member in type.Members)
        {
            var value = member.Value is null ? Value.Unknown : Evaluate(member.Value);
            value = member.Type is null ? value : Declared(member.Type, value);
            _state.Edit(id).Fields[member.Name] = value;
        }

        return Value.Reference(id);
    }

    private Value DecorateMethod(Function method, Value closure) =>
        method.Decorators.All(d => d is NameExpression { Name: "staticmethod" or "classmethod" or "property" or "cached_property" or "abstractmethod" or "override" or "@get" or "@set" }) ? closure : Decorate(method, closure);

    private Value Construct(int type, Cell cell, CallArguments arguments, Expression at)
    {
        var id = Id(at, cell.Class);
        _state.Put(id, new Cell(CellKind.Instance) { Type = type });
        var instance = Value.Reference(id) with { Path = LibraryBase(cell) };
        InitializeFields(type, instance, at);
        var constructor = OfClass(type, Class.Constructor, instance, at);
        if (constructor is not null && IsClosure(constructor))
        {
            Invoke(constructor with { Receiver = instance }, new CallArguments(instance, arguments.All), at);
        }
        else
        {
            Fill(type, cell, id, arguments);
        }

        return instance;
    }

    private string? LibraryBase(Cell type, int depth = 0)
    {
        foreach (var parent in type.Bases)
        {
            if (parent.Path is not null && parent.References.Length == 0)
            {
                return parent.Path;
            }

            foreach (var reference in parent.References)
            {
                if (depth < 8 && _state.Find(reference) is { Kind: CellKind.Class } cell && LibraryBase(cell, depth + 1) is { } path)
                {
                    return path;
                }
            }
        }

        return null;
    }

    private void InitializeFields(int type, Value instance, Expression at, int depth = 0)
    {
        if (depth > 8 || _state.Find(type) is not { Class: { } definition } cell)
        {
            return;
        }

        foreach (var parent in cell.Bases)
        {
            foreach (var reference in parent.References)
            {
                InitializeFields(reference, instance, at, depth + 1);
            }
        }

        if (definition.Fields.Count == 0)
        {
            return;
        }

        var before = _at;
        _at = new Activation(_at.Function, cell.Frame, _at.Root, _at.Caller) { Self = instance, Type = type };
        foreach (var field in definition.Fields)
        {
            var value = field.Value is null ? Value.Unknown : Evaluate(field.Value);
            value = field.Type is null ? value : Declared(field.Type, value);
            if (_state.Find(instance.References[0]) is not null)
            {
                _state.Edit(instance.References[0]).Fields[field.Name] = value;
            }
        }

        _at = before;
    }

    // A class without a constructor of its own takes its fields in order (data classes, records), or those that are named.
    private void Fill(int type, Cell cell, int id, CallArguments arguments)
    {
        var names = cell.Class!.Members.ConvertAll(m => m.Name);
        var instance = _state.Edit(id);
        var position = 0;
        foreach (var one in arguments.All)
        {
            var name = one.Name ?? (position < names.Count && cell.Class.Decorators.Count > 0 ? names[position++] : null);
            if (name is not null)
            {
                instance.Fields[name] = one.Value;
            }
            else if (cell.Bases.Count > 0)
            {
                (instance.Items ??= []).Add(one.Value);
            }
        }

        if (LibraryBase(cell) is not null)
        {
            instance.Exact = false;
            if (arguments.All.Count > 0)
            {
                var list = Id(cell, "args");
                _state.Put(list, new Cell(CellKind.List) { Items = [.. arguments.All.Select(a => a.Value)] });
                instance.Fields["args"] = Value.Reference(list);
            }
        }
    }
}
