using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>One call that is being evaluated.</summary>
internal sealed class Activation(Function function, int frame, State root, Activation? caller)
{
    public Function Function { get; } = function;

    public int Frame { get; } = frame;

    /// <summary>The state the call began in; ways that return are told relative to it.</summary>
    public State Root { get; } = root;

    public Activation? Caller { get; } = caller;

    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;

    public Value? Self { get; init; }

    /// <summary>The class whose method it is, for its base.</summary>
    public int Type { get; init; }

    public List<Dictionary<int, Cell>> Returns { get; } = [];

    public Value? Result { get; set; }

    public List<Value>? Yields { get; set; }

    public bool ExactYields { get; set; } = true;

    /// <summary>The loops and switches around the place that is evaluated, innermost last.</summary>
    public List<Jump> Jumps { get; } = [];

    /// <summary>Functions that were made here and not called.</summary>
    public List<int> Closures { get; } = [];

    public bool IsRunning(Function other)
    {
        var count = 0;
        for (var at = this; at is not null; at = at.Caller)
        {
            count += ReferenceEquals(at.Function, other) ? 1 : 0;
        }

        return count > 1;
    }
}
