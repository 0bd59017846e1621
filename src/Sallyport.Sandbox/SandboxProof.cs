using Sallyport.Sandbox.Backends;
using Sallyport.Sandbox.Probes;

namespace Sallyport.Sandbox;

/// <summary>Proves that a sandbox holds: probes that must fail inside and can succeed outside.</summary>
public sealed class SandboxProof(TimeProvider time)
{
    /// <summary>Runs every probe against a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="backend">The backend; null for the one that <c>run</c> would take.</param>
    /// <param name="image">The image for containers; empty for the profile's.</param>
    /// <returns>The name of the backend, and the results in order.</returns>
    public (string Backend, IEnumerable<ProbeResult> Results) Run(SandboxProfile profile, string? backend, string image)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var world = new ProbeWorld(listeners: true);
        try
        {
            world.Own();
            var chosen = BackendChoice.For(Request(profile, world, image), backend);
            return (chosen.Name, All(chosen, profile with { Egress = false }, world, image));
        }
        catch
        {
            world.Dispose();
            throw;
        }
    }

    /// <summary>The short self-test that <c>run</c> makes before it trusts a backend; null when it holds, or what does not.</summary>
    /// <remarks>A pass is remembered for this kernel, backend, profile and version: what it tests is made of these alone.</remarks>
    internal static string? Short(ISandboxBackend backend, SandboxRequest request)
    {
        var proof = Path.Combine(request.State, "proof-" + Key(backend, request));
        if (File.Exists(proof))
        {
            return null;
        }

        using var world = new ProbeWorld(listeners: true);
        world.Own();
        using var runner = new ProbeRunner(backend, request.Profile with { Egress = false }, world, request.Profile.Image);
        foreach (var probe in ProbeRunner.All())
        {
            if (probe.Quick && runner.Run(probe, control: false) is { Open: true } open)
            {
                return $"{open.Area}: {open.Name}";
            }
        }

        Directory.CreateDirectory(request.State);
        File.WriteAllBytes(proof, []);
        return null;
    }

    private IEnumerable<ProbeResult> All(ISandboxBackend backend, SandboxProfile profile, ProbeWorld world, string image)
    {
        using (world)
        {
            using var runner = new ProbeRunner(backend, profile, world, image);
            foreach (var probe in ProbeRunner.All())
            {
                yield return runner.Run(probe, control: true);
            }

            foreach (var result in new BombProbes(backend, runner, world, time).Run())
            {
                yield return result;
            }
        }
    }

    private static SandboxRequest Request(SandboxProfile profile, ProbeWorld world, string image)
    {
        using var runner = new ProbeRunner(BackendChoice.Make("landlock"), profile with { Egress = false }, world, image);
        return runner.Request(["true"]);
    }

    private static string Key(ISandboxBackend backend, SandboxRequest request)
    {
        var hash = 14695981039346656037UL;
        var profile = request.Profile;
        foreach (var part in (string[])[File.ReadAllText("/proc/sys/kernel/osrelease"), backend.Name, backend.Machinery, typeof(SandboxProof).Module.ModuleVersionId.ToString(), profile.Name, profile.UnixSockets ? "unix" : "", string.Join(' ', profile.Read), string.Join(' ', profile.Protect), Native.LibC.UserId().ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            foreach (var c in part)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
