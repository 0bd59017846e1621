using Sallyport.Detectors.Code.Evaluation;
using Sallyport.Detectors.Code.Heap;
using Sallyport.Detectors.Code.Values;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>The functions that a loaded module offers: those that stand in it, and the methods of its classes.</summary>
internal static class Entries
{
    public static IEnumerable<(int Closure, Value? Self, int Type)> Of(Universe universe, Module module, int frame)
    {
        var entries = new List<(int, Value?, int)>();
        var seen = new HashSet<int>();
        foreach (var (id, cell) in universe.Settled.OrderBy(c => c.Key).ToArray())
        {
            if (cell.Kind == CellKind.Class && ReferenceEquals(cell.Class!.Methods.FirstOrDefault()?.Module, module) && !universe.Project.Declarations.IsPart(cell.Class))
            {
                Methods(universe, id, cell, entries, seen);
            }
        }

        foreach (var (id, cell) in universe.Settled.OrderBy(c => c.Key).ToArray())
        {
            if (cell.Kind == CellKind.Closure && cell.Frame == frame && seen.Add(id) && ReferenceEquals(cell.Function!.Module, module))
            {
                entries.Add((id, cell.Fields.GetValueOrDefault("@self"), 0));
            }
        }

        return entries;
    }

    private static void Methods(Universe universe, int id, Cell type, List<(int, Value?, int)> entries, HashSet<int> seen)
    {
        var self = Instances.Of(universe, id);
        foreach (var (_, member) in type.Fields)
        {
            foreach (var reference in member.References)
            {
                if (universe.Settled.GetValueOrDefault(reference) is { Kind: CellKind.Closure } && seen.Add(reference))
                {
                    entries.Add((reference, self, id));
                }
            }
        }
    }
}
