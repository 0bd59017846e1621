using Sallyport.Cli.Arguments;
using Sallyport.Cli.Terminals;
using Sallyport.Core;
using Sallyport.Sandbox;

namespace Sallyport.Cli.Commands.Running;

/// <summary><c>sallyport run</c>: a command in the sandbox.</summary>
internal static class RunCommand
{
    public static readonly Command Row = new("run", "-- COMMAND…", "Run a command in a sandbox: only the project is writable, no network", Options, Run)
    {
        Notes = """
            Profiles: default, strict, build, and those in ~/.config/sallyport/sandbox
            Exit codes: the command's own; 128 and the signal that ended it; 126 it cannot be executed, 127 it is not there, 2 the sandbox cannot hold
            """,
    };

    private static Option[] Options() =>
    [
        new("profile", "NAME", "What the command may do (default: default)"),
        new("backend", "NAME", "What isolates it: bubblewrap (default), landlock, docker, podman, firecracker") { Words = SandboxRunner.Backends },
        new("image", "NAME", "The image that docker or podman use; it has to be here already"),
        new("allow", "RULE", "Let connections out to HOST[:PORT] [METHODS] [/PATH*] [tunnel] [private] [budget=SIZE]") { Repeats = true },
        new("credential", "NAME@HOST", "The command sees a stand-in in the variable NAME; only HOST gets its value, and only over TLS") { Repeats = true },
        new("authority", "FILE", "Believe the certificate authorities of this file, too, towards allowed hosts"),
        new("review", null, "Keep the command's changes apart, show them, and apply those that are chosen"),
        new("apply", "PATH", "With --review: apply `all`, `none`, or changes at these paths, without a question") { Repeats = true },
        new("project", "FOLDER", "The writable folder (default: the repository around this one)"),
    ];

    private static int Run(Given given, Terminal terminal)
    {
        if (given.Operands.Count == 0)
        {
            throw new UserException("`run` needs a command", "write `sallyport run -- COMMAND`");
        }

        var request = Requests.Of(given, terminal, given.Operands);
        using var way = WayOut.Of(given, request, terminal);
        var code = new SandboxRunner(terminal.Time, terminal.Error.WriteLine).Run(way?.Into(request) ?? request, given.Value("backend"));
        if (request.Review is not null)
        {
            Review.Decide(request, given, terminal);
        }

        return code;
    }
}
