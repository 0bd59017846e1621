using System.Diagnostics;
using System.Runtime.InteropServices;
using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Serving;

/// <summary><c>sallyport serve</c>: becomes the resident server, which is an executable of its own so that no other command carries its libraries.</summary>
internal static class ServeCommand
{
    public static readonly Command Row = new("serve", "", "Run the resident server: fast agent hooks, the approval page, webhooks", () => [], Run)
    {
        Notes = "It listens on loopback only, and its token lies in a file that only you can read. Agents work without it, more slowly.",
    };

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands.Count > 0)
        {
            throw new UserException("`serve` takes nothing", "write `sallyport serve`");
        }

        var program = Places().FirstOrDefault(File.Exists) ?? throw new UserException("the server is not installed beside this program", "`./sallyport` in a checkout builds it");
        if (!OperatingSystem.IsWindows())
        {
            // Comes back only when it fails.
            _ = ReplaceWith(program, [program, null]);
        }

        using var server = Process.Start(new ProcessStartInfo(program))!;
        server.WaitForExit();
        return server.ExitCode;
    }

    private static IEnumerable<string> Places()
    {
        var name = OperatingSystem.IsWindows() ? "sallyport-serve.exe" : "sallyport-serve";
        yield return Path.Combine(AppContext.BaseDirectory, name);
        yield return Path.Combine(AppContext.BaseDirectory, "serve", name);
        yield return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Sallyport.Server", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), name));
    }

    [DllImport("libc", EntryPoint = "execv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReplaceWith(string path, string?[] arguments);
}
