using System.Runtime;
using Sallyport.Cli.Terminals;

namespace Sallyport.Cli;

/// <summary>The executable <c>sallyport</c>.</summary>
internal static class Program
{
    /// <summary>Names an environment variable that makes every run say how many methods were compiled: the start-up budget, whatever the load.</summary>
    private const string CountMethods = "SALLYPORT_COUNT_METHODS";

    private static int Main(string[] arguments)
    {
        var terminal = Terminal.OfProcess();
        var code = CommandLine.Run(arguments, terminal);
        if (terminal.Environment(CountMethods) is not null)
        {
            terminal.Error.WriteLine($"methods compiled: {JitInfo.GetCompiledMethodCount()}");
        }

        return code;
    }
}
