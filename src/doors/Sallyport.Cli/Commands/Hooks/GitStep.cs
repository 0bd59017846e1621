using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Hooks;

/// <summary>Steps of git's own hooks.</summary>
internal static class GitStep
{
    public static int Run(string step, IReadOnlyList<string> rest, Terminal terminal) => throw new UserException($"there is no step `{step}`", "");
}
