using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Runs functions on what is known of values instead of on values.</summary>
/// <remarks>
/// Calls are followed with what is known of their arguments, so that the same function gives different answers at different places;
/// depth, recursion and the number of steps from one entry are bounded, and past the bound a call only passes on what goes in.
/// </remarks>
internal sealed partial class Evaluator
{
    private const int DeepestCall = 20;
    private const int StepsOfEntry = 24_000;

    private readonly Universe _universe;
    private readonly Stack<Catcher> _catchers = new();
    private State _state;
    private Activation _at = null!;
    private int _steps;
    private int _limit = StepsOfEntry;

    public Evaluator(Universe universe)
    {
        _universe = universe;
        _state = new State(null, universe.Settled);
    }

    private Module Module => _at.Function.Module!;

    private ApiModel Api => _universe.Api;

    private bool Exhausted => _steps > _limit;

    /// <summary>Evaluates the top level of a module and keeps what it leaves behind.</summary>
    public void Load(Module module, int frame)
    {
        _limit = StepsOfEntry * 4;
        _state.Put(frame, new Cell(CellKind.Frame));
        _at = new Activation(module.Body, frame, _state, null);
        if (module.Language == Language.JavaScript)
        {
            GiveExports(frame);
        }

        _state = _state.Fork();
        Run(module.Body.Body);
        if (_state.Dead || _at.Returns.Count > 0)
        {
            Leave(null);
            _at.Root.Meet(_at.Returns);
            _at.Root.Settle();
        }
        else
        {
            _state.Settle();
        }

        Tell(module);
    }

    // `exports` and `module.exports` are one object until it is replaced.
    private void GiveExports(int frame)
    {
        var (exports, module) = (Id(this, "exports"), Id(this, "module"));
        _state.Put(exports, new Cell(CellKind.Map) { Exact = false });
        var holder = new Cell(CellKind.Map);
        holder.Fields["exports"] = Value.Reference(exports);
        _state.Put(module, holder);
        var variables = _state.Edit(frame);
        variables.Fields["exports"] = Value.Reference(exports);
        variables.Fields["module"] = Value.Reference(module);
    }

    // What a module of another file offers under a name; the whole of it where there is none.
    private Value? Offered(int frame, string? name)
    {
        var variables = _state.Find(frame);
        var exported = variables?.Fields.GetValueOrDefault("module") is { } module ? Single(module)?.Fields.GetValueOrDefault("exports") : null;
        var own = exported is null || (Single(exported) is { Kind: CellKind.Map, Fields.Count: 0 } && ReferenceEquals(exported, variables!.Fields.GetValueOrDefault("exports")));
        if (name is null)
        {
            return own ? null : exported;
        }

        return variables?.Fields.GetValueOrDefault(name) ?? (name == "default" ? exported : own ? null : Single(exported!)?.Fields.GetValueOrDefault(name));
    }

    /// <summary>Calls a function that the module left behind as somebody outside would.</summary>
    public void Enter(int closure, Value? self, int type)
    {
        var cell = _state.Find(closure)!;
        var function = cell.Function!;
        _at = new Activation(function.Module!.Body, _universe.Frame(function.Module), _state, null);
        _steps = 0;
        CallFromOutside(closure, cell, self, type);
        Tell(function.Module);
    }

    /// <summary>An object of a class as its methods meet it: made by its constructor from what is not known.</summary>
    public Value Instance(int type)
    {
        var cell = _state.Find(type)!;
        var module = cell.Class!.Methods[0].Module!;
        _at = new Activation(module.Body, _universe.Frame(module), _state, null);
        var site = new UnknownExpression(cell.Class.Span, []);
        var made = Construct(type, cell, CallArguments.None, site);
        _state.Edit(made.References[0]).Exact = false;
        _state.Settle();
        return made;
    }

    private void Tell(Module module)
    {
        if (Exhausted)
        {
            _universe.Weaknesses.Cut(module);
        }
    }

    private int Id(object site, object? also = null) => _universe.Id(_at.Frame, site, also);

    private Value Allocate(Expression site, Cell cell, object? also = null)
    {
        var id = Id(site, also);
        _state.Put(id, cell);
        return Value.Reference(id);
    }

    private Taint? Deep(Value? value, int depth = 3)
    {
        var taint = value?.Taint;
        if (value is null || depth == 0)
        {
            return taint;
        }

        foreach (var reference in value.References)
        {
            if (_state.Find(reference) is { Kind: not (CellKind.Closure or CellKind.Class or CellKind.Frame) } cell)
            {
                foreach (var (_, field) in cell.Fields)
                {
                    taint = Taint.Join(taint, Deep(field, depth - 1));
                }

                foreach (var item in cell.Items ?? [])
                {
                    taint = Taint.Join(taint, Deep(item, depth - 1));
                }

                taint = Taint.Join(taint, Deep(cell.Rest, depth - 1));
            }
        }

        return taint;
    }

    /// <summary>A value that holds the text of others.</summary>
    private Value Tainted(Value value, Taint? taint) => taint is null ? value : value with { Taint = Taint.Join(value.Taint, taint), Identity = _universe.Identity() };
}
