using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Assignments to variables, members and elements.</summary>
internal sealed partial class Evaluator
{
    private void Assign(Expression target, Value value, Expression from)
    {
        switch (target)
        {
            case NameExpression name:
                AssignName(name, value);
                break;
            case FieldExpression field:
                AssignMember(field, Evaluate(field.Target), field.Name, value, from);
                break;
            case IndexExpression index:
                var container = Evaluate(index.Target);
                AssignElement(index, container, Evaluate(index.Index), value, from);
                break;
            case SliceExpression slice:
                foreach (var reference in Evaluate(slice.Target).References)
                {
                    Loosened(reference, Tainted(Value.Unknown, Deep(value)));
                }

                break;
            case CollectionExpression pattern:
                TakeApart(pattern, value, from);
                break;
            case AssignExpression standard:
                Assign(standard.Target, value.IsConstant && value.Constant is null ? Evaluate(standard.Value) : value, from);
                break;
            case CastExpression { Value: var inner }:
                Assign(inner, value, from);
                break;
        }
    }

    private void AssignName(NameExpression name, Value value)
    {
        if (value.Taint is not null)
        {
            value = value with { Taint = value.Taint.Step(t => t.Then(Module, name.Span, $"assigned to `{name.Name}`")) };
        }

        var depth = name.Depth(_at.Function);
        var frame = depth == NameExpression.Global ? _universe.Frame(Module) : FrameIdAt(depth);
        if (frame is { } id && _state.Find(id) is not null)
        {
            _state.Edit(id).Fields[name.Name] = value;
        }

        if (_at.Function.Outer is null)
        {
            CheckAssignment("@global." + name.Name, value, name);
        }
    }

    private void AssignMember(Expression at, Value target, string name, Value value, Expression from)
    {
        if (target.Path is not null)
        {
            CheckAssignment(Api.Member(target.Path, name), value, from);
        }
        else
        {
            CheckAssignment("*." + name, value, from);
        }

        var strong = target.References.Length == 1;
        foreach (var reference in target.References)
        {
            if (_state.Find(reference) is null)
            {
                continue;
            }

            if (_state.Find(reference) is { Kind: CellKind.Instance, Type: var type } && Setter(type, name) is { } setter)
            {
                Invoke(setter with { Receiver = target }, new CallArguments(target, [new(value, null, from)]), at);
                continue;
            }

            var cell = _state.Edit(reference);
            cell.Fields[name] = strong || !cell.Fields.TryGetValue(name, out var before) ? value : Value.Join(before, value);
        }

        if (target.References.Length == 0)
        {
            Stain(at is FieldExpression field ? field.Target : at, Deep(value));
        }
    }

    private Value? Setter(int type, string name) =>
        _state.Find(type)?.Fields.GetValueOrDefault("@set." + name);

    private void AssignElement(Expression at, Value target, Value index, Value value, Expression from)
    {
        var key = Folding.Key(index);
        if (target.Path is not null)
        {
            if (key is not null)
            {
                CheckAssignment(Api.Member(target.Path, key), value, at);
            }

            CheckAssignment(Api.Member(target.Path, "[]"), value, from);
            if (at is IndexExpression { Index: var place })
            {
                CheckAssignment(Api.Member(target.Path, "[key]"), index, place);
            }
        }
        else if (key is not null)
        {
            CheckAssignment("*." + key, value, at);
        }

        var strong = target.References.Length == 1;
        foreach (var reference in target.References)
        {
            if (_state.Find(reference) is null)
            {
                continue;
            }

            var cell = _state.Edit(reference);
            if (cell.Items is not null)
            {
                if (Folding.Position(index, cell.Items.Count) is { } position)
                {
                    cell.Items[position] = strong ? value : Value.Join(cell.Items[position], value);
                }
                else if (index.Constant is double next && next == cell.Items.Count)
                {
                    cell.Items.Add(value);
                }
                else if (index.ConstantText is { } name)
                {
                    cell.Fields[name] = value;
                }
                else
                {
                    cell.Loosen();
                    cell.Add(value);
                }
            }
            else if (key is not null)
            {
                cell.Fields[key] = strong || !cell.Fields.TryGetValue(key, out var before) ? value : Value.Join(before, value);
            }
            else
            {
                cell.Exact = false;
                cell.Add(value);
            }
        }

        if (target.References.Length == 0)
        {
            Stain(at is IndexExpression element ? element.Target : at, Deep(value));
        }
    }

    // What is not known as an object holds the text from now on.
    private void Stain(Expression target, Taint? taint)
    {
        if (taint is null)
        {
            return;
        }

        if (target is NameExpression name && name.Depth(_at.Function) is >= 0 and var depth && FrameIdAt(depth) is { } frame && _state.Find(frame)?.Fields.TryGetValue(name.Name, out var value) == true)
        {
            _state.Edit(frame).Fields[name.Name] = Tainted(value with { IsConstant = false, Constant = null }, taint);
        }
        else if (target is FieldExpression { Target: var owner, Name: var field })
        {
            foreach (var reference in Evaluate(owner).References)
            {
                if (_state.Find(reference) is { } cell && cell.Fields.TryGetValue(field, out var held))
                {
                    _state.Edit(reference).Fields[field] = Tainted(held, taint);
                }
            }
        }
    }

    private void Loosened(int reference, Value value)
    {
        if (_state.Find(reference) is not null)
        {
            var cell = _state.Edit(reference);
            cell.Loosen();
            cell.Add(value);
        }
    }

    private void TakeApart(CollectionExpression pattern, Value value, Expression from)
    {
        if (pattern.Kind == CollectionKind.Map)
        {
            TakeApartMap(pattern, value, from);
            return;
        }

        var any = Value.Unknown;
        // What a library's function of Go gives beside its result is an error or a truth value.
        var items = Module.Language == Language.Go && value.References.Length == 0 ? [value, .. pattern.Entries.Skip(1).Select(_ => Value.Unknown)] : Elements(value, keys: true, out any);
        var spread = -1;
        for (var i = 0; i < pattern.Entries.Count; i++)
        {
            var entry = pattern.Entries[i];
            if (entry.Spread)
            {
                spread = i;
                var rest = new Cell(CellKind.List);
                var behind = pattern.Entries.Count - i - 1;
                if (items is not null && items.Count - behind >= i)
                {
                    rest.Items = items[i..(items.Count - behind)];
                }
                else
                {
                    rest.Exact = false;
                    rest.Rest = any;
                }

                Assign(entry.Value, Allocate(entry.Value, rest), from);
                continue;
            }

            var position = spread < 0 ? i : (items?.Count ?? 0) - (pattern.Entries.Count - i);
            Assign(entry.Value, items is null ? any : position >= 0 && position < items.Count ? items[position] : Value.Nothing, from);
        }
    }

    private void TakeApartMap(CollectionExpression pattern, Value value, Expression from)
    {
        foreach (var entry in pattern.Entries)
        {
            if (entry.Spread)
            {
                var taken = pattern.Entries.Select(e => (e.Key as LiteralExpression)?.Value as string).ToHashSet();
                var rest = new Cell(CellKind.Map) { Exact = false };
                if (Single(value) is { } source)
                {
                    rest.Exact = source.Exact;
                    rest.Rest = source.Rest;
                    foreach (var (name, field) in source.Fields)
                    {
                        if (!taken.Contains(name))
                        {
                            rest.Fields[name] = field;
                        }
                    }
                }

                Assign(entry.Value, Allocate(entry.Value, rest) with { Taint = value.Taint, Path = value.Path }, from);
            }
            else if (entry.Key is LiteralExpression { Value: string key })
            {
                Assign(entry.Value, Member(value, key, entry.Key), from);
            }
            else
            {
                Assign(entry.Value, Element(value, entry.Key is null ? Value.Unknown : Evaluate(entry.Key), entry.Value), from);
            }
        }
    }

    private Value Delete(Expression operand)
    {
        switch (operand)
        {
            case IndexExpression index:
                var target = Evaluate(index.Target);
                var at = Evaluate(index.Index);
                foreach (var reference in target.References)
                {
                    Remove(reference, at);
                }

                break;
            case FieldExpression field:
                foreach (var reference in Evaluate(field.Target).References)
                {
                    if (_state.Find(reference) is not null)
                    {
                        _state.Edit(reference).Fields.Remove(field.Name);
                    }
                }

                break;
            case CollectionExpression several:
                foreach (var entry in several.Entries)
                {
                    Delete(entry.Value);
                }

                break;
        }

        return Value.True;
    }

    private void Remove(int reference, Value index)
    {
        if (_state.Find(reference) is null)
        {
            return;
        }

        var cell = _state.Edit(reference);
        if (cell.Items is not null)
        {
            if (Folding.Position(index, cell.Items.Count) is { } position)
            {
                if (Module.Language == Language.JavaScript)
                {
                    cell.Items[position] = Value.Nothing;
                }
                else
                {
                    cell.Items.RemoveAt(position);
                }
            }
            else
            {
                cell.Loosen();
            }
        }
        else if (Folding.Key(index) is { } key)
        {
            cell.Fields.Remove(key);
        }
    }
}
