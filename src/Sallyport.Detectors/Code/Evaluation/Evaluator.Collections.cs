using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Collections: making them, their elements and parts.</summary>
internal sealed partial class Evaluator
{
    private Value Collection(CollectionExpression collection)
    {
        var cell = new Cell(collection.Kind switch
        {
            CollectionKind.Map => CellKind.Map,
            CollectionKind.Set => CellKind.Set,
            _ => CellKind.List,
        });
        if (cell.Kind != CellKind.Map)
        {
            cell.Items = [];
        }

        Taint? taint = null;
        foreach (var entry in collection.Entries)
        {
            var key = entry.Key is null ? null : Evaluate(entry.Key);
            var value = Evaluate(entry.Value);
            if (entry.Spread)
            {
                taint = Taint.Join(taint, Spread(cell, value));
            }
            else if (cell.Kind != CellKind.Map)
            {
                Append(cell, value);
            }
            else if (key is not null && Folding.Key(key) is { } name)
            {
                cell.Fields[name] = value;
            }
            else
            {
                cell.Exact = false;
                cell.Add(value);
            }
        }

        var made = Allocate(collection, cell);
        return taint is null ? made : made with { Taint = taint, Identity = _universe.Identity() };
    }

    private static void Append(Cell cell, Value value)
    {
        if (cell.Items is not null)
        {
            cell.Items.Add(value);
        }
        else
        {
            cell.Add(value);
        }
    }

    private Taint? Spread(Cell into, Value value)
    {
        if (Single(value) is { } source)
        {
            foreach (var (name, field) in source.Fields)
            {
                into.Fields[name] = field;
            }

            if (source.Items is not null && into.Items is not null)
            {
                into.Items.AddRange(source.Items);
            }
            else if (source.Items is not null || source.Rest is not null)
            {
                into.Loosen();
                into.Add(source.Any() ?? Value.Unknown);
            }

            into.Exact &= source.Exact;
            return value.Taint;
        }

        into.Loosen();
        if (Deep(value) is { } taint)
        {
            into.Add(Tainted(Value.Unknown, taint));
        }

        return null;
    }

    private Value Comprehension(ComprehensionExpression comprehension)
    {
        var (yields, exact) = (_at.Yields, _at.ExactYields);
        (_at.Yields, _at.ExactYields) = ([], true);
        var closed = comprehension.Loops;
        Run(closed);
        var made = _at.Yields!;
        var known = _at.ExactYields && IsCounted(closed) && made.Count <= CountedRounds;
        (_at.Yields, _at.ExactYields) = (yields, exact);
        var cell = new Cell(comprehension.Kind switch
        {
            CollectionKind.Map => CellKind.Map,
            CollectionKind.Set => CellKind.Set,
            _ => CellKind.List,
        });
        if (cell.Kind == CellKind.Map)
        {
            foreach (var pair in made)
            {
                Enter(cell, pair);
            }
        }
        else if (known)
        {
            cell.Items = made;
        }
        else
        {
            made.ForEach(cell.Add);
            cell.Exact = false;
        }

        return Allocate(comprehension, cell);
    }

    // Only one loop without a condition over a known list gives known places.
    private bool IsCounted(Statement loops) => loops is ForEachStatement { Body: ExpressionStatement, Iterable: var iterable } && Elements(Evaluate(iterable), keys: true, out _) is not null;

    private void Enter(Cell map, Value pair)
    {
        if (Single(pair) is { Items: [var key, var value] } && Folding.Key(key) is { } name)
        {
            map.Fields[name] = map.Fields.TryGetValue(name, out var before) ? Value.Join(before, value) : value;
            return;
        }

        map.Exact = false;
        map.Add(Single(pair) is { Items: [_, var other] } ? other : pair);
    }

    /// <summary>The elements in order where they are known; else null, and what any of them may be.</summary>
    private List<Value>? Elements(Value value, bool keys, out Value any)
    {
        any = Tainted(Value.Unknown, Deep(value));
        if (value.ConstantText is { Length: <= CountedRounds } text && value.Taint is null)
        {
            return [.. text.Select(c => Value.Of(c.ToString()))];
        }

        if (Single(value) is not { } cell || cell.Kind is CellKind.Frame or CellKind.Class or CellKind.Closure)
        {
            return null;
        }

        if (cell.Kind == CellKind.Map)
        {
            if (keys)
            {
                any = Tainted(Value.Unknown, value.Taint);
                return cell.Exact ? [.. cell.Fields.Keys.Select(k => Value.Of(k))] : null;
            }

            any = cell.Any() ?? any;
            return cell.Exact && cell.Rest is null ? [.. cell.Fields.Values] : null;
        }

        if (cell.Items is not null)
        {
            return [.. cell.Items];
        }

        any = cell.Any() is { } joined ? joined with { IsConstant = false, Constant = null } : any;
        return null;
    }

    private Value Element(Value target, Value index, Expression at)
    {
        // What is asked of a request a second time is what it was the first time, and as safe as it became since.
        if (target is not { Path: not null, Taint: not null, References.Length: 0 } || Folding.Key(index) is not { } asked)
        {
            return Unkept(target, index, at);
        }

        var name = $"{target.Path}[{asked}]";
        if (_state.Find(_at.Frame)?.Fields.GetValueOrDefault(name) is { } kept)
        {
            return kept;
        }

        var value = Unkept(target, index, at);
        SetLocal(name, value);
        return value;
    }

    private Value Unkept(Value target, Value index, Expression at)
    {
        var key = Folding.Key(index);
        Value? found = null;
        foreach (var reference in target.References)
        {
            if (_state.Find(reference) is not { } cell)
            {
                continue;
            }

            var one = Element(cell, index, key);
            if (one is not null)
            {
                found = found is null ? one : Value.Join(found, one);
            }
        }

        if (found is not null)
        {
            return target.Taint is null || target.References.Length > 0 ? found : Tainted(found, target.Taint);
        }

        if (target.ConstantText is { } text && index.Constant is double)
        {
            return Folding.Position(index, text.Length) is { } position ? Tainted(Value.Of(text[position].ToString()), target.Taint) : Value.Unknown;
        }

        if (target.References.Length > 0 && target.Path is null)
        {
            return Tainted(Value.Unknown, target.Taint);
        }

        var path = target.Path is null ? null : key is null ? Api.Member(target.Path, "[]") : Api.Member(target.Path, key);
        return FromLibrary(path, Tainted(new Value { Path = path }, target.Taint), at);
    }

    private Value? Element(Cell cell, Value index, string? key)
    {
        if (cell.Items is not null)
        {
            if (index.Constant is not null)
            {
                return Folding.Position(index, cell.Items.Count) is { } position ? cell.Items[position] : cell.Fields.GetValueOrDefault(key ?? "");
            }

            return cell.Any();
        }

        if (key is not null && cell.Fields.TryGetValue(key, out var value))
        {
            return cell.Exact || cell.Rest is null ? value : Value.Join(value, cell.Rest);
        }

        return key is not null ? cell.Rest ?? (cell.Kind is CellKind.Instance ? null : Value.Nothing with { IsConstant = cell.Exact }) : cell.Any() ?? Value.Unknown;
    }

    private Value Part(SliceExpression slice)
    {
        var target = Evaluate(slice.Target);
        var low = slice.Low is null ? null : Evaluate(slice.Low);
        var high = slice.High is null ? null : Evaluate(slice.High);
        if (target.ConstantText is { } text)
        {
            return Folding.Bounds(low, high, text.Length) is { } bounds ? Tainted(Value.Of(text[bounds.From..bounds.To]), target.Taint) : Tainted(Value.Text, target.Taint);
        }

        if (Single(target) is { Items: { } items } && Folding.Bounds(low, high, items.Count) is { } part)
        {
            return Allocate(slice, new Cell(CellKind.List) { Items = items[part.From..part.To] });
        }

        if (Single(target) is { Kind: CellKind.List or CellKind.Set } cell)
        {
            var rest = new Cell(CellKind.List) { Exact = false, Rest = cell.Any() };
            return Allocate(slice, rest) with { Taint = target.Taint };
        }

        var starts = low is null || low.Constant is 0.0;
        return Tainted(new Value { Kind = target.Kind, Path = target.Path, Prefix = starts ? target.Prefix : null }, Deep(target));
    }
}
