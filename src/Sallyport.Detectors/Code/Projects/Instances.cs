using Sallyport.Detectors.Code.Evaluation;
using Sallyport.Detectors.Code.Values;

namespace Sallyport.Detectors.Code.Projects;

/// <summary>The object on which methods are called from outside: constructed with what is not known.</summary>
internal static class Instances
{
    public static Value Of(Universe universe, int type) => new Evaluator(universe).Instance(type);
}
