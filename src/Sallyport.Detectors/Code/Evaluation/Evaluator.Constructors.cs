using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>The languages' own functions that make or read collections, whose results are known as exactly as what goes in.</summary>
internal sealed partial class Evaluator
{
    // Null where the function is none of these.
    private Value? Constructed(Value callee, CallArguments arguments, CallExpression at)
    {
        if (callee.Path is not { } path || callee.References.Length > 0)
        {
            return null;
        }

        var first = arguments.All.Count > 0 && arguments.All[0].Name is null ? arguments.All[0].Value : null;
        switch (path)
        {
            case "require" or "import" when first?.ConstantText is { } module:
                return Imported(module, null);
            case "list" or "tuple" or "sorted" or "iter" or "Array.from" or "collections.deque" or "Promise.all" or "Promise.allSettled" or "Array.of":
                return path == "Array.of" ? Allocate(at, new Cell(CellKind.List) { Items = [.. arguments.All.Select(a => a.Value)] }) : ListOf(first, at, sorted: path == "sorted");
            case "Array" when at.IsNew || first is null:
                return Allocate(at, new Cell(CellKind.List) { Items = arguments.All.Count == 1 ? null : [.. arguments.All.Select(a => a.Value)], Exact = arguments.All.Count != 1 });
            case "reversed":
                var backwards = ListOf(first, at, sorted: false);
                _state.Edit(backwards.References[0]).Items?.Reverse();
                return backwards;
            case "set" or "frozenset" or "Set" or "WeakSet":
                return SetOf(first, at);
            case "dict" or "collections.OrderedDict" or "Map" or "WeakMap" or "Object.assign" or "Object.fromEntries" or "collections.defaultdict" or "types.SimpleNamespace":
                return MapOf(path, arguments, at);
            case "Object.values" or "Object.entries" or "Object.keys" when first is not null && Single(first) is { Kind: CellKind.Map or CellKind.Instance } && first.Path is null:
                return OfMap(path[7..], first.References[0], CallArguments.None, at);
            case "Object.freeze" or "Object.seal" or "Promise.resolve" or "structuredClone" or "asyncio.run" or "asyncio.create_task" or "asyncio.ensure_future" or "copy.copy" or "copy.deepcopy" when first is not null:
                return path is "copy.copy" or "copy.deepcopy" or "structuredClone" && Single(first) is { } copied ? Allocate(at, copied.Copy(_state)) with { Taint = first.Taint, Path = first.Path } : first;
            case "next" when first is not null && Single(first) is { Kind: CellKind.List }:
                return Pop(_state.Edit(first.References[0]), Value.Of(0.0));
            case "enumerate" or "zip":
                return Tuples(path, arguments, at);
            case "map" or "filter" when arguments.All.Count == 2 && IsClosure(first!):
                return Iterated(path, arguments.All[1].Value, new CallArguments(null, [arguments.All[0]]), at);
            case "str" or "String" or "repr" or "bytes" or "bytearray" or "JSON.stringify" or "json.dumps" when first is not null:
                return first.IsConstant && Folding.Text(first.Constant) is { } text && path is "str" or "String" ? Tainted(Value.Of(Folding.Text(first.Constant)), first.Taint)
                    : Tainted(Value.Text with { Prefix = first.Prefix }, path == "str" ? Taint.Without(Deep(first), _universe.Weaknesses.Kinds.Bit("nosql")) : Deep(first));
            case "len" when first is not null:
                return Single(first) is { Items: { } items, Exact: true } ? Value.Of((double)items.Count) : first.ConstantText is { } counted ? Value.Of((double)counted.Length) : Value.Number;
            case "int" or "float" or "parseInt" or "parseFloat" or "Number" or "Number.parseInt" or "Number.parseFloat":
                return Numbered(path, first);
            case "getattr" or "Reflect.get" when first is not null && arguments.All.Count > 1 && arguments.All[1].Value.ConstantText is { } name:
                return Member(first, name, at);
            case "setattr" or "Reflect.set" when first is not null && arguments.All.Count > 2 && arguments.All[1].Value.ConstantText is { } field:
                AssignMember(at, first, field, arguments.All[2].Value, at);
                return Value.Nothing;
            case "isinstance" when arguments.All.Count == 2:
                return Value.Boolean with { Test = OfType(arguments.All[0].Value, arguments.All[1].Value) };
            case "range" when arguments.All.All(a => a.Value.Constant is double) && Range(arguments) is { } numbers:
                return Allocate(at, new Cell(CellKind.List) { Items = numbers });
            case "functools.partial" when first is not null && IsClosure(first):
                return Curried(first, arguments.All.Skip(1), at);
            default:
                return null;
        }
    }

    private Value Numbered(string path, Value? first)
    {
        if (first?.ConstantText is { } text && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return Value.Of(number);
        }

        // Python raises where the text is no number: behind the call it is one.
        if (first is not null && path is "int" or "float" && first!.Identity != 0)
        {
            Clear(new Test.Fact(first.Identity, Apis.Kinds.All));
        }

        return first?.Constant is double known ? Value.Of(path is "int" or "parseInt" ? Math.Truncate(known) : known) : Value.Number;
    }

    private static List<Value>? Range(CallArguments arguments)
    {
        var numbers = arguments.All.Select(a => (double)a.Value.Constant!).ToArray();
        var (from, to, step) = numbers switch
        {
            [var end] => (0.0, end, 1.0),
            [var start, var end] => (start, end, 1.0),
            [var start, var end, var by] => (start, end, by),
            _ => (0, 0, 0),
        };
        var list = new List<Value>();
        for (var at = from; step != 0 && (step > 0 ? at < to : at > to); at += step)
        {
            if (list.Count >= CountedRounds)
            {
                return null;
            }

            list.Add(Value.Of(at));
        }

        return list;
    }

    private Value ListOf(Value? from, CallExpression at, bool sorted)
    {
        var cell = new Cell(CellKind.List);
        var items = from is null ? [] : Elements(from, keys: true, out var any) is { } known && !sorted ? known : null;
        if (items is not null)
        {
            cell.Items = items;
        }
        else
        {
            Elements(from!, keys: true, out any);
            cell.Exact = false;
            cell.Rest = Single(from!)?.Any() ?? any;
        }

        return Allocate(at, cell) with { Taint = items is null ? from!.Taint : null };
    }

    private Value SetOf(Value? from, CallExpression at)
    {
        var made = ListOf(from, at, sorted: false);
        var cell = _state.Find(made.References[0])!;
        _state.Put(made.References[0], new Cell(CellKind.Set) { Items = cell.Items is null ? null : [.. cell.Items.Distinct()], Rest = cell.Rest, Exact = cell.Exact });
        return made;
    }

    private Value MapOf(string path, CallArguments arguments, CallExpression at)
    {
        var cell = new Cell(CellKind.Map) { Exact = path != "collections.defaultdict" };
        var target = path == "Object.assign" && arguments.All.Count > 0 && Single(arguments.All[0].Value) is { Kind: CellKind.Map or CellKind.Instance } ? arguments.All[0].Value : null;
        var taint = (Taint?)null;
        if (target is not null)
        {
            cell = _state.Edit(target.References[0]);
        }

        foreach (var one in arguments.All)
        {
            if (one.Name is not null && !one.Spread)
            {
                cell.Fields[one.Name] = one.Value;
            }
            else if (Single(one.Value) is { Kind: CellKind.List or CellKind.Set } pairs)
            {
                foreach (var pair in pairs.Items ?? [])
                {
                    Enter(cell, pair);
                }

                if (pairs.Rest is not null)
                {
                    Enter(cell, pairs.Rest);
                }
            }
            else if (!IsClosure(one.Value) && !(target is not null && ReferenceEquals(one.Value, target)) && path != "collections.defaultdict")
            {
                taint = Taint.Join(taint, Spread(cell, one.Value));
            }
        }

        return target ?? Allocate(at, cell) with { Taint = taint };
    }

    private Value Tuples(string path, CallArguments arguments, CallExpression at)
    {
        var lists = arguments.All.Where(a => a.Name is null).Select(a => (Items: Elements(a.Value, keys: true, out var any), Any: any)).ToList();
        if (path == "enumerate")
        {
            lists = [.. lists.Take(1)];
        }

        var known = lists.TrueForAll(l => l.Items is not null);
        var count = known && lists.Count > 0 ? lists.Min(l => l.Items!.Count) : 1;
        var tuples = new List<Value>();
        for (var i = 0; i < Math.Min(count, CountedRounds); i++)
        {
            var parts = lists.ConvertAll(l => known ? l.Items![i] : l.Any);
            if (path == "enumerate")
            {
                parts.Insert(0, known ? Value.Of((double)i) : Value.Number);
            }

            tuples.Add(Allocate(at, new Cell(CellKind.List) { Items = parts }, i));
        }

        var list = known && count <= CountedRounds ? new Cell(CellKind.List) { Items = tuples } : new Cell(CellKind.List) { Exact = false };
        if (list.Items is null)
        {
            tuples.ForEach(list.Add);
        }

        return Allocate(at, list);
    }

    private Value Curried(Value function, IEnumerable<CallArguments.One> arguments, CallExpression at)
    {
        var list = Allocate(at, new Cell(CellKind.List) { Items = [.. arguments.Select(a => a.Value)] }, "curried");
        var id = function.References[0];
        var copy = Id(at, "closure");
        var cell = _state.Find(id)!.Copy(_state);
        cell.Fields["@given"] = list;
        _state.Put(copy, cell);
        return Value.Reference(copy) with { Receiver = function.Receiver };
    }

    // Functions are called through their own methods, too.
    private Value? Bound(string method, Value function, CallArguments arguments, CallExpression at)
    {
        var self = arguments.All.Count > 0 ? arguments.All[0].Value : Value.Unknown;
        switch (method)
        {
            case "call":
                return Invoke(function with { Receiver = self }, new CallArguments(self, [.. arguments.All.Skip(1)]), at);
            case "apply":
                var items = arguments.All.Count > 1 ? Elements(arguments.All[1].Value, keys: false, out var any) ?? [any] : [];
                return Invoke(function with { Receiver = self }, new CallArguments(self, items.ConvertAll(i => new CallArguments.One(i, null, at))), at);
            case "bind":
                var bound = arguments.All.Count > 1 ? Curried(function, arguments.All.Skip(1), at) : function;
                return bound with { Receiver = self };
            default:
                return null;
        }
    }

    // A function that is called for each element.
    private Value? Iterated(string method, Value receiver, CallArguments arguments, Expression at)
    {
        var function = arguments.All[0].Value;
        if (method is "then" or "catch" or "finally")
        {
            return method == "then" ? Invoke(function, new CallArguments(null, [new(receiver, null, arguments.All[0].At)]), at) : receiver;
        }

        if (Single(receiver) is not { Kind: CellKind.List or CellKind.Set or CellKind.Map } cell
            || method is not ("map" or "forEach" or "filter" or "find" or "some" or "every" or "flatMap" or "reduce" or "reduceRight" or "findIndex" or "findLast" or "sort"))
        {
            return null;
        }

        var items = Elements(receiver, keys: false, out var any);
        var known = items is not null && items.Count <= CountedRounds;
        var results = new List<Value>();
        var carried = method.StartsWith("reduce", StringComparison.Ordinal) ? arguments.All.Count > 1 ? arguments.All[1].Value : known && items!.Count > 0 ? items[0] : any : null;
        var position = 0;
        foreach (var item in known ? items! : [any])
        {
            var index = known ? Value.Of((double)position++) : Value.Number;
            var handed = carried is not null ? new[] { carried, item, index } : cell.Kind == CellKind.Map ? [item, Value.Text] : [item, index, receiver];
            var given = new CallArguments(null, Array.ConvertAll(handed, v => new CallArguments.One(v, null, arguments.All[0].At)));
            var result = Invoke(function, given, at);
            results.Add(result);
            carried = carried is null ? null : result;
            if (_state.Dead)
            {
                return Value.Unknown;
            }
        }

        return method switch
        {
            "map" or "flatMap" => Allocate(at, known ? new Cell(CellKind.List) { Items = results } : new Cell(CellKind.List) { Exact = false, Rest = results.Count > 0 ? results[0] : null }),
            "filter" => Filtered(items, any, results, at, known),
            "find" or "findLast" => known && results.FindIndex(r => Truth(r) is true) is >= 0 and var found ? items![found] : cell.Any() ?? Value.Unknown,
            "some" or "every" or "findIndex" => Value.Boolean,
            "reduce" or "reduceRight" => carried ?? Value.Unknown,
            "sort" => receiver,
            _ => Value.Nothing,
        };
    }

    private Value Filtered(List<Value>? items, Value any, List<Value> results, Expression at, bool known)
    {
        var decided = known && results.TrueForAll(r => Truth(r) is not null);
        var cell = decided ? new Cell(CellKind.List) { Items = [.. items!.Where((_, i) => Truth(results[i]) is true)] } : new Cell(CellKind.List) { Exact = false };
        if (!decided)
        {
            foreach (var item in known ? items! : [any])
            {
                cell.Add(item);
            }
        }

        return Allocate(at, cell);
    }
}
