using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Backends.Bubblewrap;

/// <summary>The way out of a sandbox without a network: a listening socket made inside and handed outside, where the egress proxy accepts on it.</summary>
/// <remarks>No process inside relays anything, and nothing inside holds the socket afterwards.</remarks>
internal static class Doorway
{
    /// <summary>The port on the sandbox's own loopback.</summary>
    public const int Port = 3128;

    /// <summary>Adds the calls that make the socket and send it over the descriptor <paramref name="channel"/>.</summary>
    public static void AppendTo(SyscallProgram program, int channel)
    {
        var address = program.Bytes([2, 0, Port >> 8, Port & 0xFF, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
        var control = program.Words(20, (1UL << 32) | 1, 0); // length; SOL_SOCKET and SCM_RIGHTS; the descriptor
        var socket = program.CallInto(control + 16, "egress socket", Syscall.Socket, 2, 1, 0);
        program.Call("egress socket", Syscall.Bind, socket, address, 16);
        program.Call("egress socket", Syscall.Listen, socket, 512);
        var part = program.Words(program.Text("."), 1);
        program.Call("egress socket", Syscall.Sendmsg, channel, program.Words(0, 0, part, 1, control, 24, 0), 0);
    }
}
