using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;

namespace Sallyport.Cli.Commands.Packages;

/// <summary><c>sallyport package shims on|off</c>: programs with the clients' names that put them behind the proxy, also in shells without aliases.</summary>
internal static class ShimsCommand
{
    private static readonly string[] Clients = ["npm", "npx", "pnpm", "yarn", "bun", "pip", "pip3", "pipx", "uv", "uvx", "poetry", "dotnet", "cargo", "go", "gem", "bundle", "mvn"];

    public static string Folder(Terminal terminal) => Path.Combine(new UserFolders(terminal).State ?? "/nonexistent", "shims");

    public static int Run(Given given, Terminal terminal)
    {
        var folder = Folder(terminal);
        switch (given.Operands)
        {
            case [_, "on"]:
                On(folder);
                terminal.Error.WriteLine($"shims for {string.Join(", ", Clients)} lie in {folder}");
                terminal.Out.WriteLine($"export PATH=\"{folder}:$PATH\"");
                return ExitCode.Clean;
            case [_, "off"]:
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                terminal.Error.WriteLine("the shims are gone; a PATH that still names their folder does no harm");
                return ExitCode.Clean;
            default:
                throw new UserException("`package shims` needs a word", "write `sallyport package shims on` or `off`");
        }
    }

    // Only what installs goes through the proxy; a shim of a client that is not there says so as the shell would.
    private static void On(string folder)
    {
        var own = Environment.ProcessPath ?? "sallyport";
        Directory.CreateDirectory(folder);
        foreach (var client in Clients)
        {
            var path = Path.Combine(folder, client);
            Setting.Files.Write(path, System.Text.Encoding.UTF8.GetBytes($$"""
                #!/bin/sh
                # A shim of sallyport; `sallyport package shims off` removes it.
                case " $* " in
                *" install "*|*" i "*|*" ci "*|*" add "*|*" dlx "*|*" exec "*|*" create "*|*" init "*|*" get "*|*" restore "*|*" sync "*|*" download "*|*" update "*|*" build "*|*" run "*|*" tool "*|*dependency:*) through=1 ;;
                *) case {{client}} in npx|uvx|yarn|bundle|mvn) through=1 ;; *) through= ;; esac ;;
                esac
                if [ -n "$through" ]; then exec '{{own}}' package install -- {{client}} "$@"; fi
                PATH=$(printf %s "$PATH" | tr ':' '\n' | grep -vxF '{{folder}}' | paste -sd: -)
                exec {{client}} "$@"

                """));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            }
        }

    }
}
