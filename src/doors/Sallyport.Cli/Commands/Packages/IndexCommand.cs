using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Engine;
using Sallyport.Registries.Index;

namespace Sallyport.Cli.Commands.Packages;

/// <summary><c>sallyport package index</c>: the lists behind verdicts.</summary>
internal static class IndexCommand
{
    public static int Run(Given given, Terminal terminal)
    {
        if (given.Operands is ["index", "update"])
        {
            return Update(given, terminal);
        }

        if (given.Operands is not ["index", "build"] || given.All("from") is not { Count: > 0 } from || given.Value("output") is not { } output)
        {
            throw new UserException("`package index` needs a word", "write `sallyport package index build --from FOLDER --output FILE`");
        }

        var index = PackageLists.Build(from.ConvertAll(f => Path.GetFullPath(f, terminal.Folder)));
        Setting.Files.Write(Path.GetFullPath(output, terminal.Folder), index);
        terminal.Error.WriteLine($"{output}: {index.Length} bytes");
        return ExitCode.Clean;
    }

    private static int Update(Given given, Terminal terminal)
    {
        var from = given.All("from").ConvertAll(f => Path.GetFullPath(f, terminal.Folder));
        var index = PackageLists.Build(from);
        Setting.Files.Write(UserIndex.Place(terminal), index);
        terminal.Error.WriteLine($"the package index is now of {PackageIndex.Read(index).Made:yyyy-MM-dd}");
        return ExitCode.Clean;
    }
}
