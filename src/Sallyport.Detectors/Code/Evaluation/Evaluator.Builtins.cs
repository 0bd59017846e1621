using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Methods of the languages' own texts and collections whose contents are known.</summary>
internal sealed partial class Evaluator
{
    // Null where nothing is known of it here, and the models are asked.
    private Value? Builtin(string method, Value receiver, CallArguments arguments, CallExpression at)
    {
        if (receiver.ConstantText is { } text && receiver.Taint is null && Builtins.OfText(method, text, arguments, out var known) && known is not null)
        {
            return known;
        }

        if (method is "replace" or "replaceAll" or "Replace" && receiver.Taint is not null && arguments.All.Count >= 2 && arguments.All[0].Value.ConstantText is { Length: > 0 } mark
            && arguments.All[1].Value.ConstantText is { } put && Breaking.Kinds(mark, _universe.Weaknesses.Kinds) is var stopped and not 0)
        {
            // The mark that breaks out is gone; a folder that is taken out once can be put together from what is around it.
            var still = mark.Contains('.', StringComparison.Ordinal) || (put.Contains(mark, StringComparison.Ordinal) && put.Length == mark.Length) ? 0 : stopped;
            return receiver with { IsConstant = false, Constant = null, Taint = Taint.Without(Taint.Join(receiver.Taint, Deep(arguments.All[1].Value)), still), Identity = _universe.Identity() };
        }

        if (method == "join" && receiver.References.Length == 0 && receiver.Path is null && arguments.All.Count == 1)
        {
            return Tainted(Value.Text, Taint.Join(receiver.Taint, Deep(arguments.All[0].Value)));
        }

        if (method == "format" && receiver.Path is null)
        {
            return Tainted(Value.Text with { Prefix = BeforeHole(receiver.Prefix) }, Through(receiver, arguments));
        }

        if (IsClosure(receiver) && Bound(method, receiver, arguments, at) is { } bound)
        {
            return bound;
        }

        if (arguments.All.Count > 0 && IsClosure(arguments.All[0].Value) && Iterated(method, receiver, arguments, at) is { } iterated)
        {
            return iterated;
        }

        if (receiver.References.Length == 0 && (receiver.Path is null || receiver.Taint is not null) && TextTest(method, receiver, arguments) is { } test)
        {
            return test;
        }

        if (receiver.References.Length == 0)
        {
            return null;
        }

        Value? result = null;
        foreach (var reference in receiver.References)
        {
            if (_state.Find(reference) is not { Kind: CellKind.List or CellKind.Map or CellKind.Set or CellKind.Instance } cell)
            {
                return null;
            }

            if (cell.Kind == CellKind.Instance)
            {
                if (OfInstance(method, reference, cell, receiver, arguments) is not { } stored)
                {
                    return null;
                }

                return stored;
            }

            var one = cell.Kind == CellKind.Map ? OfMap(method, reference, arguments, at) : OfList(method, reference, arguments, at);
            if (one is null)
            {
                return null;
            }

            result = result is null ? one : Value.Join(result, one);
        }

        return result is null || receiver.Taint is null ? result : Tainted(result, receiver.Taint);
    }

    // Keyed stores of libraries (configurations, caches, sessions): what was put under constant keys is found again under them.
    private Value? OfInstance(string method, int reference, Cell cell, Value receiver, CallArguments arguments)
    {
        if (method.StartsWith("set", StringComparison.Ordinal) && cell.Type == 0 && arguments.All.Count == 2 && arguments.All[0].Value.Path is { } option)
        {
            _state.Edit(reference).Fields[option[(option.LastIndexOf('.') + 1)..]] = arguments.All[1].Value;
            return null;
        }

        if (cell.Type != 0 || arguments.All.Count == 0 || arguments.All.Any(a => a.Name is not null))
        {
            return null;
        }

        var puts = method is "set" or "put" or "setItem" or "setAttribute" or "setProperty";
        var gets = method is "get" or "getItem" or "getAttribute" or "getProperty";
        var count = arguments.All.Count - (puts ? 1 : 0);
        if ((!puts && !gets) || count is < 1 or > 2)
        {
            return null;
        }

        var key = "";
        for (var i = 0; i < count; i++)
        {
            if (Folding.Key(arguments.All[i].Value) is not { } part)
            {
                return null;
            }

            key += "\0" + part;
        }

        if (puts)
        {
            _state.Edit(reference).Fields[key] = arguments.All[^1].Value;
            return Value.Nothing;
        }

        return cell.Fields.GetValueOrDefault(key);
    }

    private Value? OfList(string method, int reference, CallArguments arguments, CallExpression at)
    {
        var cell = _state.Find(reference)!;
        var first = arguments.All.Count > 0 ? arguments.All[0].Value : null;
        switch (method)
        {
            case "append" or "push" or "add" or "Add" or "appendleft" or "addLast" or "offer" or "enqueue" or "Enqueue" or "Push" when first is not null:
                var grown = _state.Edit(reference);
                if (arguments.All.Count == 2 && first.Constant is double at2 && grown.Items is not null && at2 <= grown.Items.Count && method is "add")
                {
                    grown.Items.Insert((int)at2, arguments.All[1].Value);
                    return Value.True;
                }

                foreach (var one in arguments.All)
                {
                    if (method == "appendleft" && grown.Items is not null)
                    {
                        grown.Items.Insert(0, one.Value);
                    }
                    else if (cell.Kind != CellKind.Set || grown.Items is null || !grown.Items.Contains(one.Value))
                    {
                        Append(grown, one.Value);
                    }

                    if (one.Spread)
                    {
                        grown.Loosen();
                    }
                }

                return Value.Nothing;
            case "insert" or "unshift" or "Insert" when first is not null:
                Insert(_state.Edit(reference), method == "unshift" ? Value.Of(0.0) : first, arguments.All[^1].Value);
                return Value.Nothing;
            case "extend" or "update" or "addAll" or "AddRange" or "union" when first is not null:
                Spread(_state.Edit(reference), first);
                return method == "union" ? Value.Reference(reference) : Value.Nothing;
            case "pop" or "shift" or "popleft" or "Pop" or "Dequeue" or "poll":
                return Pop(_state.Edit(reference), method is "shift" or "popleft" or "Dequeue" or "poll" ? Value.Of(0.0) : first ?? Value.Of(-1.0));
            case "remove" or "discard" or "Remove" when first is not null:
                RemoveValue(_state.Edit(reference), first);
                return Value.Nothing;
            case "clear" or "Clear":
                var emptied = _state.Edit(reference);
                (emptied.Items, emptied.Rest, emptied.Exact) = ([], null, true);
                return Value.Nothing;
            case "reverse" or "Reverse" when cell.Items is not null:
                _state.Edit(reference).Items!.Reverse();
                return Value.Reference(reference);
            case "sort" or "Sort" or "sorted":
                _state.Edit(reference).Loosen();
                return Value.Reference(reference);
            case "copy" or "slice" or "concat" or "Copy" or "toList" or "ToList" or "toArray" or "ToArray" when method is not "slice" || arguments.All.Count == 0:
                var copy = new Cell(CellKind.List) { Items = cell.Items is null ? null : [.. cell.Items], Rest = cell.Rest, Exact = cell.Exact };
                foreach (var one in arguments.All)
                {
                    Spread(copy, one.Value);
                }

                return Allocate(at, copy, reference.ToString(System.Globalization.CultureInfo.InvariantCulture));
            case "slice" when cell.Items is not null && Folding.Bounds(first, arguments.All.Count > 1 ? arguments.All[1].Value : null, cell.Items.Count) is { } part:
                return Allocate(at, new Cell(CellKind.List) { Items = cell.Items[part.From..part.To] });
            case "get" or "at" or "Get" or "elementAt" when first is not null:
                return Element(cell, first, Folding.Key(first)) ?? Value.Nothing;
            case "join":
                return Tainted(Value.Text, Deep(Value.Reference(reference)));
            case "index" or "indexOf" or "count" or "length" or "size" or "__len__":
                return cell.Items is not null && method is "size" or "__len__" ? Value.Of((double)cell.Items!.Count) : Value.Number;
            case "includes" or "contains" or "Contains" or "has" when first is not null:
                var list = Value.Reference(reference);
                return Decided(BinaryOperator.In, first, list) is { } held ? Value.Of(held) : Value.Boolean with { Test = Listed(first, list) };
            case "next" or "__next__" or "send" when Module.Language is Language.Python or Language.JavaScript:
                return Next(reference, at);
            case "values" or "entries" or "iterator" or "stream":
                return Value.Reference(reference);
            case "set" when arguments.All.Count == 2:
                AssignElement(at, Value.Reference(reference), first!, arguments.All[1].Value, at);
                return Value.Nothing;
            default:
                return null;
        }
    }

    private Value Next(int reference, CallExpression at)
    {
        var value = Pop(_state.Edit(reference), Value.Of(0.0));
        if (Module.Language != Language.JavaScript)
        {
            return value;
        }

        var cell = new Cell(CellKind.Map);
        cell.Fields["value"] = value;
        cell.Fields["done"] = Value.Boolean;
        return Allocate(at, cell, "next");
    }

    private static void Insert(Cell cell, Value index, Value value)
    {
        if (cell.Items is not null && index.Constant is double at && Folding.Bounds(index, null, cell.Items.Count) is { From: var position } && at == Math.Floor(at))
        {
            cell.Items.Insert(position, value);
            return;
        }

        cell.Loosen();
        cell.Add(value);
    }

    private static Value Pop(Cell cell, Value index)
    {
        if (cell.Items is not null && Folding.Position(index, cell.Items.Count) is { } position)
        {
            var value = cell.Items[position];
            cell.Items.RemoveAt(position);
            return value;
        }

        var any = cell.Items is { Count: 0 } ? Value.Nothing : cell.Any() ?? Value.Unknown;
        if (cell.Items is { Count: > 0 })
        {
            cell.Loosen();
        }

        return any;
    }

    private static void RemoveValue(Cell cell, Value value)
    {
        var found = cell.Items?.FindIndex(i => i.Equals(value) || (value.IsConstant && i.IsConstant && Equals(i.Constant, value.Constant))) ?? -1;
        if (found >= 0)
        {
            cell.Items!.RemoveAt(found);
        }
    }

    private Value? OfMap(string method, int reference, CallArguments arguments, CallExpression at)
    {
        var cell = _state.Find(reference)!;
        var first = arguments.All.Count > 0 ? arguments.All[0].Value : null;
        var second = arguments.All.Count > 1 ? arguments.All[1].Value : null;
        switch (method)
        {
            case "get" or "Get" or "getOrDefault" or "GetValueOrDefault" when first is not null:
                var found = Element(cell, first, Folding.Key(first)) ?? Value.Nothing;
                return second is not null && (found.Constant is null && !cell.Fields.ContainsKey(Folding.Key(first) ?? "")) ? Value.Join(found.IsConstant ? second : found, second) : found;
            case "pop" or "remove" or "delete" or "Remove" when first is not null:
                var taken = Element(cell, first, Folding.Key(first)) ?? second ?? Value.Nothing;
                Remove(reference, first);
                return taken;
            case "setdefault" or "putIfAbsent" when first is not null && Folding.Key(first) is { } missing:
                if (!cell.Fields.ContainsKey(missing))
                {
                    _state.Edit(reference).Fields[missing] = second ?? Value.Nothing;
                }

                return _state.Find(reference)!.Fields[missing];
            case "set" or "put" or "Add" or "__setitem__" when second is not null:
                AssignElement(at, Value.Reference(reference), first!, second, arguments.All[1].At);
                return Value.Reference(reference);
            case "update" or "putAll":
                var updated = _state.Edit(reference);
                foreach (var one in arguments.All)
                {
                    if (one.Name is not null && !one.Spread)
                    {
                        updated.Fields[one.Name] = one.Value;
                    }
                    else
                    {
                        Spread(updated, one.Value);
                    }
                }

                return Value.Nothing;
            case "items" or "entries" or "entrySet":
                return Pairs(cell, at);
            case "values":
                return Allocate(at, new Cell(CellKind.List) { Items = cell.Exact && cell.Rest is null ? [.. cell.Fields.Values] : null, Rest = cell.Exact && cell.Rest is null ? null : cell.Any(), Exact = cell.Exact });
            case "keys" or "keySet":
                return Allocate(at, new Cell(CellKind.List) { Items = cell.Exact ? [.. cell.Fields.Keys.Select(k => Value.Of(k))] : null, Rest = cell.Exact ? null : Value.Text, Exact = cell.Exact });
            case "copy" or "clone":
                return Allocate(at, cell.Copy(_state));
            case "clear":
                _state.Put(reference, new Cell(CellKind.Map));
                return Value.Nothing;
            case "has" or "containsKey" or "ContainsKey" or "has_key" or "hasOwnProperty" when first is not null:
                return Decided(BinaryOperator.In, first, Value.Reference(reference)) is { } held ? Value.Of(held) : Value.Boolean with { Test = Listed(first, Value.Reference(reference)) };
            default:
                return null;
        }
    }

    private Value Pairs(Cell cell, CallExpression at)
    {
        var pairs = new Cell(CellKind.List) { Items = cell.Exact && cell.Rest is null ? [] : null };
        foreach (var (name, value) in cell.Fields)
        {
            var pair = Allocate(at, new Cell(CellKind.List) { Items = [Value.Of(name), value] }, name);
            Append(pairs, pair);
        }

        if (pairs.Items is null)
        {
            pairs.Exact = false;
            pairs.Add(Allocate(at, new Cell(CellKind.List) { Items = [Value.Text, cell.Any() ?? Value.Unknown] }, "*"));
        }

        return Allocate(at, pairs, "pairs");
    }
}
