using Sallyport.Detectors.Code.Heap;

namespace Sallyport.Detectors.Code.Evaluation;

/// <summary>Where <c>break</c> and <c>continue</c> lead to.</summary>
internal sealed class Jump(State root, string? label, bool isLoop)
{
    public State Root { get; } = root;

    public string? Label { get; } = label;

    public bool IsLoop { get; } = isLoop;

    public List<Dictionary<int, Cell>> Breaks { get; } = [];

    public List<Dictionary<int, Cell>> Continues { get; set; } = [];
}
