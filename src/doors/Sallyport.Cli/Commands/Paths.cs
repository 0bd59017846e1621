using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands;

/// <summary>The paths of a command line.</summary>
internal static class Paths
{
    /// <summary>The paths given, or the working folder; one that does not exist is a mistake.</summary>
    public static IReadOnlyList<string> Existing(Given given, Terminal terminal)
    {
        foreach (var path in given.Operands)
        {
            if (!Path.Exists(Path.GetFullPath(path, terminal.Folder)))
            {
                throw new UserException($"`{path}` does not exist", "give a file or folder that does");
            }
        }

        return given.Operands.Count > 0 ? given.Operands : ["."];
    }
}
