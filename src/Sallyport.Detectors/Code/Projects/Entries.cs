using Sallyport.Detectors.Code.Evaluation;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>The functions that a loaded module offers: those that stand in it, and the methods of its classes.</summary>
internal static class Entries
{
    /// <param name="universe">What loading the modules left behind.</param>
    /// <param name="module">The module.</param>
    /// <param name="frame">Its variables.</param>
    /// <param name="reach">Which functions are worth a visit.</param>
    public static IEnumerable<(int Closure, Value? Self, int Type)> Of(Universe universe, Module module, int frame, Reach reach)
    {
        var entries = new List<(int, Value?, int)>();
        var seen = new HashSet<int>();
        foreach (var (id, cell) in universe.Settled.OrderBy(c => c.Key).ToArray())
        {
            if (cell.Kind == CellKind.Class && ReferenceEquals(cell.Class!.Methods.FirstOrDefault()?.Module, module) && !universe.Project.Declarations.IsPart(cell.Class))
            {
                Methods(universe, id, cell, entries, seen, reach);
            }
        }

        foreach (var (id, cell) in universe.Settled.OrderBy(c => c.Key).ToArray())
        {
            if (cell.Kind == CellKind.Closure && cell.Frame == frame && seen.Add(id) && ReferenceEquals(cell.Function!.Module, module) && reach.Includes(cell.Function))
            {
                entries.Add((id, cell.Fields.GetValueOrDefault("@self"), 0));
            }
        }

        return entries;
    }

    private static void Methods(Universe universe, int id, Cell type, List<(int, Value?, int)> entries, HashSet<int> seen, Reach reach)
    {
        Value? self = null;
        foreach (var (_, member) in type.Fields)
        {
            foreach (var reference in member.References)
            {
                if (universe.Settled.GetValueOrDefault(reference) is { Kind: CellKind.Closure, Function: { } function } && seen.Add(reference) && reach.Includes(function))
                {
                    entries.Add((reference, self ??= Instances.Of(universe, id), id));
                }
            }
        }
    }
}
