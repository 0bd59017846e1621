using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Rules.Models;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Variables and members.</summary>
internal sealed partial class Evaluator
{
    private Value Lookup(NameExpression name)
    {
        var depth = name.Depth(_at.Function);
        if (depth != NameExpression.Global)
        {
            var value = FrameAt(depth)?.Fields.GetValueOrDefault(name.Name);
            if (value is not null)
            {
                return value.Path is null || value.Taint is not null || value.References.Length > 0 ? value : FromLibrary(value.Path, value, name);
            }

            // A variable of an outer function whose value is not known yet, or one that only other calls set.
            return depth == 0 && _at.Function.Outer is not null ? Value.Unknown : FrameOfModule()?.Fields.GetValueOrDefault(name.Name) ?? Value.Unknown;
        }

        if (FrameOfModule()?.Fields.GetValueOrDefault(name.Name) is { } global)
        {
            return global;
        }

        if (_universe.Project.Declarations.Near(Module, name.Name) is { } sibling && Declared(sibling, name.Name) is { } shared)
        {
            return shared;
        }

        foreach (var module in Module.Wildcards)
        {
            if (Api.Member(module, name.Name) is { } path && Api.Mentions(path))
            {
                return Library(path);
            }
        }

        return Library(name.Name, name);
    }

    private Value? Declared(Module module, string name) => _state.Find(_universe.Frame(module))?.Fields.GetValueOrDefault(name);

    private Cell? FrameOfModule() => _state.Find(_universe.Frame(Module));

    private Cell? FrameAt(int depth)
    {
        var cell = _state.Find(_at.Frame);
        for (; depth > 0 && cell is not null; depth--)
        {
            cell = _state.Find(cell.Frame);
        }

        return cell;
    }

    private int? FrameIdAt(int depth)
    {
        var id = _at.Frame;
        for (; depth > 0; depth--)
        {
            if (_state.Find(id) is not { } cell)
            {
                return null;
            }

            id = cell.Frame;
        }

        return id;
    }

    private void SetLocal(string name, Value value) => _state.Edit(_at.Frame).Fields[name] = value;

    private Value Self() => _at.Self ?? Value.Unknown;

    private Value Super()
    {
        var bases = _state.Find(_at.Type)?.Bases;
        Value? joined = null;
        foreach (var one in bases ?? [])
        {
            joined = joined is null ? one : Value.Join(joined, one);
        }

        return (joined ?? Value.Unknown) with { Receiver = SelfOfMethod() };
    }

    private Value SelfOfMethod()
    {
        if (_at.Self is not null)
        {
            return _at.Self;
        }

        var first = _at.Function.TakesSelf && _at.Function.Parameters.Count > 0 ? _at.Function.Parameters[0].Name : null;
        return first is null ? Value.Unknown : _state.Find(_at.Frame)?.Fields.GetValueOrDefault(first) ?? Value.Unknown;
    }

    /// <summary>What a library's name gives.</summary>
    private Value Library(string? path, Expression? at = null) => FromLibrary(path, new Value { Path = path }, at);

    private Value FromLibrary(string? path, Value value, Expression? at)
    {
        if (path is null)
        {
            return value;
        }

        foreach (var entry in Api.Of(path))
        {
            switch (entry.Role)
            {
                case ModelRole.Source when at is not null && Origins.TryParse(entry.Kind, out var origin):
                    return Started(value, origin, at, path);
                case ModelRole.Sanitizer when value.Taint is not null:
                    value = value with { Taint = Taint.Without(value.Taint, _universe.Weaknesses.Kinds.Bit(entry.Kind)) };
                    break;
                case ModelRole.Clean when value.Taint is not null:
                    return value with { Taint = null, Identity = 0 };
            }
        }

        return value;
    }

    private Value Started(Value value, Origin origin, Expression at, string path) =>
        Tainted(value, Taint.From(origin, Trace.Start(Module, at.Span, Messages.Source(origin, path))));

    private Value Member(Value target, string name, Expression at)
    {
        Value? found = null;
        var complete = target.References.Length > 0;
        foreach (var reference in target.References)
        {
            var one = _state.Find(reference) is { } cell ? Member(reference, cell, target, name, at) : null;
            complete &= one is not null;
            if (one is not null)
            {
                found = found is null ? one : Value.Join(found, one);
            }
        }

        if (found is not null && complete)
        {
            return found;
        }

        target = target.Taint is null ? target : target with { Taint = Widened(target.Taint, at) };
        if (target.Path is null)
        {
            var unknown = new Value { Receiver = target, Taint = target.Taint, Identity = target.Taint is null ? 0 : _universe.Identity() };
            return found is null ? unknown : Value.Join(found, unknown);
        }

        if (target.References.Length == 0 && target.Taint is null && _universe.Project.Declarations.In(Module, target.Path, name) is { } declares && Declared(declares, name) is { } declared)
        {
            return declared;
        }

        var path = Api.Member(target.Path, name);
        if (path is not null && target.References.Length == 0 && target.Taint is null && !path.Contains('(', StringComparison.Ordinal)
            && _universe.Project.Resolve(Module, path) is { } module)
        {
            return new Value { References = [_universe.Frame(module)], Path = path };
        }

        return FromLibrary(path, new Value { Path = path, Receiver = target, Taint = target.Taint, Identity = target.Taint is null ? 0 : _universe.Identity() }, at);
    }

    // A source is shown with the members and calls that take its text out.
    private Taint Widened(Taint taint, Expression at) => taint.Step(t =>
        t.Before is null && t.Span.Start == at.Span.Start && t.Span.Length < at.Span.Length && ReferenceEquals(t.Module, Module) ? Trace.Start(Module, at.Span, t.Message) : t);

    private Value? Member(int id, Cell cell, Value target, string name, Expression at)
    {
        if (cell.Fields.TryGetValue(name, out var field))
        {
            return cell.Kind == CellKind.Class && IsClosure(field) ? field with { Receiver = target.Receiver ?? Value.Reference(id) } : field;
        }

        switch (cell.Kind)
        {
            case CellKind.Instance when cell.Type != 0:
                return OfClass(cell.Type, name, target.References.Length == 1 ? target : Value.Reference(id), at) ?? cell.Rest ?? (cell.Exact ? null : Tainted(Value.Unknown, target.Taint));
            case CellKind.Class:
                return OfClass(id, name, target.Receiver ?? Value.Reference(id), at);
            case CellKind.Frame when target.Path is not null && _universe.Project.Resolve(Module, $"{target.Path}.{name}") is { } module:
                return new Value { References = [_universe.Frame(module)], Path = $"{target.Path}.{name}" };
            case CellKind.List when name is "length" && cell.Items is not null:
                return Value.Of((double)cell.Items.Count);
            case CellKind.Map when Module.Language == Language.JavaScript:
                return cell.Rest;
            default:
                return null;
        }
    }

    private bool IsClosure(Value value)
    {
        foreach (var reference in value.References)
        {
            if (_state.Find(reference) is { Kind: CellKind.Closure })
            {
                return true;
            }
        }

        return false;
    }

    // A method or static field of a class or its bases.
    private Value? OfClass(int id, string name, Value receiver, Expression at, int depth = 0)
    {
        if (depth > 8 || _state.Find(id) is not { Kind: CellKind.Class } type)
        {
            return null;
        }

        if (type.Fields.TryGetValue(name, out var member))
        {
            return IsClosure(member) ? Bind(member, receiver, at) : member;
        }

        foreach (var parent in type.Bases)
        {
            foreach (var reference in parent.References)
            {
                if (OfClass(reference, name, receiver, at, depth + 1) is { } inherited)
                {
                    return inherited;
                }
            }

            if (parent.References.Length == 0 && parent.Path is not null && Api.Member(parent.Path, name) is { } path && (Api.Of(path).Count > 0 || Api.Of(path + "()").Count > 0))
            {
                return FromLibrary(path, new Value { Path = path, Receiver = receiver }, at);
            }
        }

        return null;
    }

    private Value Bind(Value method, Value receiver, Expression at)
    {
        var function = _state.Find(method.References[0])?.Function;
        var isProperty = function is not null && function.Decorators.Any(d => d is NameExpression { Name: "property" or "cached_property" } or FieldExpression { Name: "cached_property" or "setter" } or NameExpression { Name: "@get" });
        return isProperty ? Invoke(method, new Apis.CallArguments(receiver, []), at) : method with { Receiver = receiver };
    }
}
