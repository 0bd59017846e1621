using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Projects;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>What the evaluation of several files shares: the project, the libraries' models, the objects that modules made when they were loaded.</summary>
internal sealed class Universe(Project project, ApiModel api, Weaknesses weaknesses)
{
    private readonly Dictionary<(int, object, object?), int> _ids = [];
    private readonly Dictionary<Module, int> _frames = [];
    private int _next;
    private int _identity;

    public Project Project { get; } = project;

    public ApiModel Api { get; } = api;

    public Weaknesses Weaknesses { get; } = weaknesses;

    /// <summary>What functions gave that were called without text of others.</summary>
    public Dictionary<Function, PlainCalls> Plain { get; } = [];

    /// <summary>The cells that loading the modules left behind.</summary>
    public Dictionary<int, Cell> Settled { get; } = [];

    /// <summary>The number of the object that one place makes in one frame: the same at every visit, so that loops come to an end.</summary>
    public int Id(int frame, object site, object? also = null)
    {
        if (!_ids.TryGetValue((frame, site, also), out var id))
        {
            _ids[(frame, site, also)] = id = ++_next;
        }

        return id;
    }

    /// <summary>A number that tells a new value from all others.</summary>
    public int Identity() => ++_identity;

    /// <summary>The frame of a module's top level; it is evaluated first where that has not been done.</summary>
    public int Frame(Module module)
    {
        if (!_frames.TryGetValue(module, out var frame))
        {
            _frames[module] = frame = Id(0, module);
            new Evaluator(this).Load(module, frame);
        }

        return frame;
    }
}
