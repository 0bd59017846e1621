using System.Globalization;
using Sallyport.Core.Artifacts;
using Sallyport.Detectors.Injection.Model;

namespace Sallyport.InjectionModel;

/// <summary>Makes the weights of the injection detector; called by <c>eng/train-injection-model</c>.</summary>
internal static class Program
{
    private const string Usage = """
        usage: evaluate KIT MIRRORS [GROUP…]     scores, each source of attacks left out in turn
               train KIT MIRRORS OUT             the weights and their record
        """;

    private static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (arguments)
        {
            case ["evaluate", var kit, var mirrors, .. var groups]:
                new Evaluation(new Corpus(kit, mirrors)).Print(groups);
                return 0;
            case ["train", var kit, var mirrors, var output]:
                new Evaluation(new Corpus(kit, mirrors)).Write(output);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
