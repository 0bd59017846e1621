namespace Sallyport.Detectors.Code.Heap;

/// <summary>What a <see cref="Cell"/> is.</summary>
internal enum CellKind
{
    Frame,
    Instance,
    List,
    Map,
    Set,
    Closure,
    Class,
}
