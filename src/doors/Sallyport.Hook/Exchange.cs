using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sallyport.Hook;

/// <summary>One question to the resident server, written by hand: the library for it would cost more start-up than all the rest.</summary>
internal static class Exchange
{
    private const int Patience = 20_000;

    /// <summary>The answer; null when anything about it is amiss, and the full decision must be made.</summary>
    public static Reply? Ask(Door door, string[] arguments, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = Patience, SendTimeout = Patience };
            socket.Connect(new IPEndPoint(IPAddress.Loopback, door.Port));
            var path = string.Join('/', arguments);
            var head = $"POST /{path} HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {door.Token}\r\nX-Sallyport-Parent: {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
            Send(socket, Encoding.ASCII.GetBytes(head));
            Send(socket, body.Span);
            return Reply.Parse(Receive(socket), door.Nonce);
        }
        catch (SocketException)
        {
            return null; // The server has gone or is stuck.
        }
    }

    private static void Send(Socket socket, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[socket.Send(bytes)..];
        }
    }

    private static ReadOnlyMemory<byte> Receive(Socket socket)
    {
        var buffer = new byte[1 << 13];
        var length = 0;
        int read;
        while ((read = socket.Receive(buffer.AsSpan(length))) > 0)
        {
            length += read;
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, length * 2);
            }
        }

        return buffer.AsMemory(0, length);
    }
}
