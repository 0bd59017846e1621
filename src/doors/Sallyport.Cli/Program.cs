using Sallyport.Cli.Terminals;

namespace Sallyport.Cli;

/// <summary>The executable <c>sallyport</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => CommandLine.Run(arguments, Terminal.OfProcess());
}
