using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Rules.Models;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Calls of libraries, as their models say; what no model knows passes on what goes in.</summary>
internal sealed partial class Evaluator
{
    private Value CallLibrary(Value callee, CallArguments arguments, Expression at, bool isNew, string? method)
    {
        var path = callee.Path;
        var entries = path is null ? [] : Api.Of(path);
        if (entries.Count == 0 && method is not null && (arguments.Receiver?.Path is null || !Api.IsModelled(arguments.Receiver.Path)))
        {
            entries = Api.OfAny(method);
        }

        var effect = new Effect();
        foreach (var entry in entries)
        {
            if (Apis.Conditions.Hold(entry, arguments, _state))
            {
                Apply(entry, arguments, at, effect);
            }
        }

        if (!effect.CallsBack)
        {
            CallBack(arguments, at, effect);
        }

        return Result(path, method, arguments, at, isNew, effect);
    }

    /// <summary>What the entries of a model say of one call.</summary>
    private sealed class Effect
    {
        public bool Cleans { get; set; }

        public bool Says { get; set; }

        public bool CallsBack { get; set; }

        public Taint? Taint { get; set; }

        public Value? Returned { get; set; }

        public Test? Test { get; set; }
    }

    private void Apply(ModelEntry entry, CallArguments arguments, Expression at, Effect effect)
    {
        switch (entry.Role)
        {
            case ModelRole.Sink:
                foreach (var one in Chosen(entry, arguments, at))
                {
                    Sink(entry, one, at);
                }

                break;
            case ModelRole.Use:
                _universe.Weaknesses.Use(Module, entry.Kind, at);
                break;
            case ModelRole.Sanitizer:
                var kinds = _universe.Weaknesses.Kinds.Bit(entry.Kind);
                effect.Taint = effect.Says ? Taint.Without(effect.Taint, kinds) : Taint.Without(TaintOf(entry, arguments), kinds);
                effect.Says = true;
                break;
            case ModelRole.Pass:
                effect.Taint = Taint.Join(effect.Taint, TaintOf(entry, arguments));
                effect.Says = true;
                break;
            case ModelRole.Clean:
                effect.Cleans = true;
                break;
            case ModelRole.Guard:
                foreach (var one in Chosen(entry, arguments, at))
                {
                    effect.Test = Test.And(effect.Test, Test.True(new(one.Value.Identity, _universe.Weaknesses.Kinds.Bit(entry.Kind), one.Value.Taint)));
                }

                effect.Cleans = true;
                break;
            case ModelRole.Check:
                foreach (var one in Chosen(entry, arguments, at))
                {
                    Clear(new Test.Fact(one.Value.Identity, _universe.Weaknesses.Kinds.Bit(entry.Kind)));
                }

                break;
            case ModelRole.Callback:
                effect.CallsBack = true;
                foreach (var one in Chosen(entry, arguments, at))
                {
                    CallBack(one.Value, entry.Types, arguments, one.At, effect);
                }

                break;
        }
    }

    private void Sink(ModelEntry entry, CallArguments.One one, Expression at)
    {
        if (entry.Arguments is [{ Field.Length: > 0 } selector])
        {
            if (Apis.Conditions.Part(one.Value, selector.Field, _state) is not { } part)
            {
                return;
            }

            var place = one.At is CollectionExpression { Entries: var written } ? written.FirstOrDefault(e => e.Key is LiteralExpression { Value: string key } && key == selector.Field).Value : null;
            one = one with { Value = part, At = place ?? one.At };
        }

        if (entry.Kind == "prompt" && Single(one.Value) is { Kind: CellKind.List } messages)
        {
            Instructions(messages, one.At, at);
            return;
        }

        // Of an answer with headers and status only the body is a page.
        var value = entry.Kind == "html" && Single(one.Value) is { Kind: CellKind.List, Items: [var body, ..] } ? body : one.Value;
        _universe.Weaknesses.Sink(Module, entry.Kind, value, Deep(value), one.At, at);
    }

    // Of a conversation only what instructs must be free of text of others.
    private void Instructions(Cell messages, Expression written, Expression at)
    {
        for (var i = 0; i < (messages.Items?.Count ?? 0); i++)
        {
            if (Single(messages.Items![i]) is { } message && message.Fields.GetValueOrDefault("role")?.ConstantText is "system" or "developer" && message.Fields.GetValueOrDefault("content") is { } content)
            {
                var place = written is CollectionExpression { Entries: var entries } && i < entries.Count && entries[i].Value is CollectionExpression { Entries: var fields }
                    ? fields.FirstOrDefault(f => f.Key is LiteralExpression { Value: "content" }).Value : null;
                _universe.Weaknesses.Sink(Module, "prompt", content, Deep(content), place ?? written, at);
            }
        }
    }

    private static IEnumerable<CallArguments.One> Chosen(ModelEntry entry, CallArguments arguments, Expression at) =>
        entry.Arguments.Any(a => a.Position == ArgumentSelector.Receiver) && arguments.Receiver is not null
            ? arguments.Chosen(entry).Append(new CallArguments.One(arguments.Receiver, null, at is CallExpression { Callee: FieldExpression { Target: var target } } ? target : at))
            : arguments.Chosen(entry);

    private Taint? TaintOf(ModelEntry entry, CallArguments arguments)
    {
        Taint? taint = null;
        foreach (var one in Chosen(entry, arguments, _nowhere))
        {
            taint = Taint.Join(taint, Deep(one.Value));
        }

        return taint;
    }

    private static readonly UnknownExpression _nowhere = new(default, []);

    // Functions that are handed to what is not known are called with what the receiver and the other arguments hold.
    private void CallBack(CallArguments arguments, Expression at, Effect effect)
    {
        foreach (var one in arguments.All)
        {
            if (IsClosure(one.Value))
            {
                var taint = Deep(arguments.Receiver);
                foreach (var other in arguments.All)
                {
                    taint = IsClosure(other.Value) ? taint : Taint.Join(taint, Deep(other.Value));
                }

                var element = Single(arguments.Receiver ?? Value.Unknown) is { Kind: CellKind.List or CellKind.Set } cell ? cell.Any() : null;
                var value = element is null ? Tainted(Value.Unknown, taint) : element with { IsConstant = false, Constant = null };
                InvokeForEffect(one.Value, [value], one.At, effect, fill: true);
            }
        }
    }

    private void CallBack(Value callee, IReadOnlyList<string> types, CallArguments arguments, Expression at, Effect effect)
    {
        if (!IsClosure(callee))
        {
            return;
        }

        var values = new List<Value>(types.Count);
        foreach (var type in types)
        {
            values.Add(type switch
            {
                "self" => arguments.Receiver ?? Value.Unknown,
                "element" => Single(arguments.Receiver ?? Value.Unknown)?.Any() ?? Tainted(Value.Unknown, Deep(arguments.Receiver)),
                _ => Given(type, at, null),
            });
        }

        InvokeForEffect(callee, values, at, effect, fill: false);
    }

    // What a parameter is that a framework fills: text from an origin, or a type.
    private Value Given(string type, Expression at, string? name) => Origins.TryParse(type, out var origin)
        ? Started(Value.Unknown, origin, at, name ?? type)
        : Library(type, at);

    private void InvokeForEffect(Value callee, List<Value> values, Expression at, Effect effect, bool fill)
    {
        foreach (var reference in callee.References)
        {
            if (_state.Find(reference) is not { Kind: CellKind.Closure } cell || _state.Dead)
            {
                continue;
            }

            var all = values.ConvertAll(v => new CallArguments.One(v, null, at));
            if (fill && values.Count > 0)
            {
                var taken = cell.Function!.Parameters.Count;
                for (var i = all.Count; i < taken; i++)
                {
                    all.Add(new(Tainted(Value.Unknown, values[0].Taint), null, at));
                }
            }

            var root = _state;
            _state = root.Fork();
            var returned = Invoke(reference, cell, callee.Receiver, new CallArguments(callee.Receiver, all), at);
            Meet(root, [[]]);
            effect.Returned = effect.Returned is null ? returned : Value.Join(effect.Returned, returned);
        }
    }

    private Value Result(string? path, string? method, CallArguments arguments, Expression at, bool isNew, Effect effect)
    {
        var type = path is null ? null : Api.Result(path, isNew);
        var taint = effect.Cleans ? null : effect.Says ? effect.Taint : PassedOn(path, method, arguments, at, effect);
        taint = taint is null ? null : Widened(taint, at);
        var value = Tainted(new Value { Path = type, Test = effect.Test, Kind = effect.Cleans ? ValueKind.Boolean : ValueKind.Unknown }, taint);
        if (type is not null && type[0] != '@' && (type == path || isNew || Api.IsModelled(type)))
        {
            value = value with { References = Made(type, arguments, at).References };
        }

        return path is null ? value : FromLibrary(path + "()", value, at);
    }

    // An object of a library: what is written into it can be read from it. What is thrown keeps what it was made with.
    private Value Made(string type, CallArguments arguments, Expression at)
    {
        var kind = Collections.Kind(type);
        var cell = new Cell(kind) { Exact = kind != CellKind.Instance, Items = kind is CellKind.List or CellKind.Set ? [] : null };
        var made = Allocate(at, cell, type);
        if (kind != CellKind.Instance && arguments.All is [{ Value.References.Length: > 0 } all])
        {
            Spread(cell, all.Value);
            return made;
        }

        foreach (var one in arguments.All)
        {
            if (one.Name is not null && !one.Spread)
            {
                cell.Fields[one.Name] = one.Value;
            }
        }

        if (type.EndsWith("Exception", StringComparison.Ordinal) || type.EndsWith("Error", StringComparison.Ordinal))
        {
            var list = Id(at, "args");
            _state.Put(list, new Cell(CellKind.List) { Items = [.. arguments.All.Select(a => a.Value)] });
            cell.Fields["args"] = Value.Reference(list);
            if (arguments.All.Count > 0)
            {
                cell.Fields["message"] = arguments.All[0].Value;
            }
        }

        return made;
    }

    private Taint? PassedOn(string? path, string? method, CallArguments arguments, Expression at, Effect effect)
    {
        var name = method ?? (path is null ? "" : path[(path.LastIndexOf('.') + 1)..]);
        var taint = Deep(arguments.Receiver);
        if (!NamedEffects.LooksUp(name) || arguments.Receiver is null)
        {
            foreach (var one in arguments.All)
            {
                taint = Taint.Join(taint, Deep(one.Value));
            }
        }

        if (effect.Returned is not null)
        {
            taint = Taint.Join(taint, Deep(effect.Returned));
        }

        foreach (var reference in taint is not null && NamedEffects.Writes(name) ? arguments.Receiver?.References ?? [] : [])
        {
            if (_state.Find(reference) is { Kind: CellKind.Instance })
            {
                _state.Edit(reference).Add(Tainted(Value.Unknown, taint));
            }
        }

        if (taint is not null && NamedEffects.Writes(name) && arguments.Receiver is { References.Length: 0 })
        {
            Stain(at is CallExpression { Callee: FieldExpression { Target: var target } } ? target : _nowhere, taint);
        }

        return taint is null ? null : NamedEffects.Tells(name) ? null : Taint.Without(taint, NamedEffects.Sanitizes(name, _universe.Weaknesses.Kinds));
    }
}
