using System.Text;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Probes;

/// <summary>Connections to listeners outside, and families of sockets that nobody inside needs.</summary>
internal static class NetworkProbes
{
    private const string Area = "network";

    private static readonly (string Name, int Family, int Type, int Protocol)[] Families =
    [
        ("raw ICMP", 2, 3, 1), ("raw TCP", 2, 3, 6), ("raw IPv6", 10, 3, 58), ("packet", 17, 3, 0), ("vsock", 40, 1, 0), ("netlink audit", 16, 3, 9), ("netlink uevent", 16, 3, 15), ("netlink netfilter", 16, 3, 12),
        ("kernel crypto", 38, 5, 0), ("key management", 15, 3, 2), ("CAN", 29, 3, 1), ("TIPC", 30, 1, 0), ("Bluetooth", 31, 3, 1), ("XDP", 44, 3, 0), ("RDS", 21, 5, 0),
        ("NFC", 39, 3, 1), ("QIPCRTR", 42, 2, 0), ("SMC", 43, 1, 0), ("KCM", 41, 5, 0), ("PPPoX", 24, 1, 0), ("LLC", 26, 1, 0), ("IEEE 802.15.4", 36, 2, 0), ("AX.25", 3, 5, 0), ("X.25", 9, 5, 0), ("AppleTalk", 5, 2, 0), ("MCTP", 45, 2, 0),
    ];

    private static readonly byte[] Question = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 5, (byte)'p', (byte)'r', (byte)'o', (byte)'b', (byte)'e', 4, (byte)'t', (byte)'e', (byte)'s', (byte)'t', 0, 0, 1, 0, 1];

    public static IEnumerable<Probe> All()
    {
        yield return new(Area, "TCP to a listener of the host", (p, w) => Tries.Connect(p, Tries.Socket(p, 2, 1), Tries.Internet(w.Tcp))) { Quick = true };
        yield return new(Area, "TCP to the host by another loopback address", (p, w) => Tries.Connect(p, Tries.Socket(p, 2, 1), Tries.Internet(w.Tcp, 0x7F00_0001)));
        yield return new(Area, "TCP to the host as 0.0.0.0", (p, w) => Tries.Connect(p, Tries.Socket(p, 2, 1), Tries.Internet(w.Tcp, 0)));
        yield return new(Area, "TCP over IPv6 to the host", (p, w) => Tries.Connect(p, Tries.Socket(p, 10, 1), Tries.Internet6(w.Tcp6)));
        yield return new(Area, "multipath TCP to the host", (p, w) => Tries.Connect(p, Tries.Socket(p, 2, 1, 262), Tries.Internet(w.Tcp)));
        yield return new(Area, "UDP to the host and back", (p, w) => Tries.Ask(p, Tries.Socket(p, 2, 2), Tries.Internet(w.Udp), "ping"u8.ToArray()));
        yield return new(Area, "UDP-Lite to the host", (p, w) => Tries.Ask(p, Tries.Socket(p, 2, 2, 136), Tries.Internet(w.Udp), "ping"u8.ToArray()));
        yield return new(Area, "a DNS question to a resolver of the host", (p, w) => Tries.Ask(p, Tries.Socket(p, 2, 2), Tries.Internet(w.Udp), Question));
        yield return new(Area, "a secret in the label of a DNS question", (p, w) => Tries.Ask(p, Tries.Socket(p, 2, 2), Tries.Internet(w.Udp), [.. Question[..12], (byte)ProbeWorld.Canary.Length, .. Encoding.ASCII.GetBytes(ProbeWorld.Canary), 0, 0, 1, 0, 1]));
        yield return new(Area, "TCP with data in the first packet", (p, w) => p.Call("send", Syscall.Sendto, Tries.Socket(p, 2, 1), p.Text("x"), 1, 0x2000_0000, p.Bytes(Tries.Internet(w.Tcp)), 16));
        foreach (var (name, family, type, protocol) in Families)
        {
            yield return new(Area, $"a socket for {name}", (p, _) => Tries.Socket(p, family, type, protocol)) { Reaches = true, Quick = family == 40 };
        }
    }
}
