using Sallyport.Core;
using Sallyport.Sandbox.Backends;

namespace Sallyport.Sandbox;

/// <summary>Runs commands in a sandbox: chooses the backend, trusts it only after it was proven, and stands by until the end.</summary>
public sealed class SandboxRunner(TimeProvider time, Action<string> talk)
{
    /// <summary>The names of the backends.</summary>
    public static string[] Backends => ["bubblewrap", "landlock", "docker", "podman", "firecracker"];

    /// <summary>Runs a command; gives its exit code, or 128 and the signal that ended it.</summary>
    /// <param name="request">The command.</param>
    /// <param name="backend">The backend; null for the one that holds most here.</param>
    public int Run(SandboxRequest request, string? backend)
    {
        ArgumentNullException.ThrowIfNull(request);
        var chosen = BackendChoice.For(request, backend);
        if (SandboxProof.Short(chosen, request) is { } open)
        {
            throw new UserException($"{chosen.Name} does not hold here: what must be refused is possible ({open})", "`sallyport doctor sandbox` shows all of it; nothing was run");
        }

        using var process = SandboxProcess.Start(chosen.Prepare(request));
        if (process.TakeListener() is { } listener)
        {
            request.Egress?.Invoke(listener);
        }

        using var supervisor = new Supervisor(process, request, time);
        var code = process.Wait();
        if (process.NotExecuted is { } failure)
        {
            talk($"sallyport: {request.Command[0]}: {(failure.Error == 2 ? "not found inside the sandbox" : failure)}");
        }

        if (supervisor.Ended is { } why)
        {
            talk($"sallyport: ended the command: {why}");
        }

        return code;
    }
}
