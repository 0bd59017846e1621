using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Where exceptions lead to.</summary>
internal sealed class Catcher(State root)
{
    public State Root { get; } = root;

    public List<Dictionary<int, Cell>> Ways { get; } = [];

    public Value? Thrown { get; set; }
}
