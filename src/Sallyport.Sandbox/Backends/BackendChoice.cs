using System.Runtime.InteropServices;
using Sallyport.Core;
using Sallyport.Sandbox.Backends.Bubblewrap;
using Sallyport.Sandbox.Backends.Containers;
using Sallyport.Sandbox.Backends.Landlock;

namespace Sallyport.Sandbox.Backends;

/// <summary>Which backend isolates a command: the one that was asked for, or the first that can hold all that was asked. There is never a weaker one than that.</summary>
internal static class BackendChoice
{
    public static ISandboxBackend For(SandboxRequest request, string? name)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new UserException("there is no sandbox on this system yet: `run` refuses rather than pretends", "run it on Linux, in WSL 2 or in a Linux container; docs/sandbox.md says what is missing here");
        }

        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new UserException("the sandbox knows the system calls of x86-64 only", "run it on such a machine; docs/sandbox.md says what is missing here");
        }

        if (name is not null)
        {
            var backend = Make(name);
            return backend.Check(request) is { Missing: { } missing } no ? throw new UserException($"{name} cannot hold here: {missing}", no.Hint) : backend;
        }

        var first = new BubblewrapBackend();
        if (first.Check(request) is not { Missing: { } why } refusal)
        {
            return first;
        }

        var second = new LandlockBackend();
        return second.Check(request) is not { Missing: { } also } ? second : throw new UserException($"no sandbox can hold here: {why}; {also}", refusal.Hint);
    }

    public static ISandboxBackend Make(string name) => name switch
    {
        "bubblewrap" => new BubblewrapBackend(),
        "landlock" => new LandlockBackend(),
        "docker" or "podman" => new ContainerBackend(name),
        _ => throw new UserException($"there is no backend `{name}`", $"use one of {string.Join(", ", SandboxRunner.Backends)}"),
    };
}
