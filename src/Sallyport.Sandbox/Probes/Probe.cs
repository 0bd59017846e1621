using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>One thing that must not be possible inside: system calls that all succeed where it is.</summary>
/// <param name="Area">What it is about: network, sockets, processes, files, secrets, kernel.</param>
/// <param name="Name">What is tried.</param>
/// <param name="Build">Adds the calls.</param>
internal sealed record Probe(string Area, string Name, Action<SyscallProgram, ProbeWorld> Build)
{
    /// <summary>Whether the call counts as possible as soon as the kernel looks at it: its arguments are wrong on purpose, so that it does no harm where it is allowed.</summary>
    public bool Reaches { get; init; }

    /// <summary>Whether what it writes to the report is searched for the canary, and only that counts.</summary>
    public bool Leaks { get; init; }

    /// <summary>Whether it is part of the short self-test.</summary>
    public bool Quick { get; init; }

    /// <summary>Adds the calls that show, outside, that it can succeed, where those of the probe would do harm or need what only a namespace gives; null for the same calls.</summary>
    public Action<SyscallProgram, ProbeWorld>? Control { get; init; }

    /// <summary>Why it is meant to be possible in a profile, by a backend; null where it is not.</summary>
    public Func<SandboxProfile, string, string?>? Intended { get; init; }
}
