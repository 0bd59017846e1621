using Sallyport.Cli.Terminals;

namespace Sallyport.Cli.Commands.Packages;

/// <summary>Configuration files that a client is given for one run, and the way past our own shims to the real client.</summary>
internal sealed class InstallFiles : IDisposable
{
    private DirectoryInfo? _folder;

    /// <summary>Writes a file that lives as long as the run.</summary>
    public string Write(string name, string text)
    {
        _folder ??= Directory.CreateTempSubdirectory("sallyport-");
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder?.Delete(recursive: true);

    /// <summary>The first program of that name on the search path that is no shim.</summary>
    public static string Program(string name, Terminal terminal)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            return name;
        }

        var shims = ShimsCommand.Folder(terminal);
        foreach (var folder in (terminal.Environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Path.GetFullPath(folder) != shims && File.Exists(Path.Combine(folder, name)))
            {
                return Path.Combine(folder, name);
            }
        }

        return name;
    }
}
