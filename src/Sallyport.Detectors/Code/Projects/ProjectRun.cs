using Sallyport.Detectors.Code.Apis;
using Sallyport.Detectors.Code.Evaluation;
using Sallyport.Syntax.Ir;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>Evaluates every module of a project: its top level, then each function as somebody outside would call it.</summary>
internal sealed class ProjectRun(Project project, ApiModel api, Weaknesses weaknesses)
{
    // So many files share the objects that loading them made; more would hold too much memory.
    private const int ModulesOfUniverse = 200;

    // Calls nest as deep as the analysed program's, with the nesting of its expressions on top.
    private const int Stack = 256 << 20;

    private readonly Reach _reach = new(project, api.Dangerous(weaknesses.Looks));

    public void Run()
    {
        var thread = new Thread(Evaluate, Stack);
        thread.Start();
        thread.Join();
    }

    private void Evaluate()
    {
        for (var first = 0; first < project.Modules.Count; first += ModulesOfUniverse)
        {
            var universe = new Universe(project, api, weaknesses);
            for (var i = first; i < Math.Min(first + ModulesOfUniverse, project.Modules.Count); i++)
            {
                Evaluate(universe, project.Modules[i].Module);
            }
        }
    }

    private void Evaluate(Universe universe, Module module)
    {
        var frame = universe.Frame(module);
        foreach (var (closure, self, type) in Entries.Of(universe, module, frame, _reach))
        {
            new Evaluator(universe).Enter(closure, self, type);
        }
    }
}
