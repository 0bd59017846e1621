using System.Net;
using System.Net.Sockets;
using System.Text;
using Sallyport.Sandbox.Native;

#pragma warning disable RS0030 // Probes reach for listeners, and only for those made here.

namespace Sallyport.Sandbox.Probes;

/// <summary>What probes reach for, made for them and gone afterwards: a project, a home with canaries, listeners on this machine, a process to attack.</summary>
internal sealed class ProbeWorld : IDisposable
{
    /// <summary>The secret that must not be seen inside.</summary>
    public const string Canary = "canary-0f9d2c-sallyport";

    private static readonly string[] Keys =
    [
        ".ssh/id_rsa", ".aws/credentials", ".kube/config", ".docker/config.json", ".netrc", ".config/gh/hosts.yml", ".npmrc", ".pypirc", ".gnupg/secring.gpg", ".bash_history",
        ".git-credentials", ".local/share/keyrings/login.keyring", ".config/gcloud/credentials.db", ".cargo/credentials.toml", ".azure/accessTokens.json", ".config/sops/age/keys.txt",
    ];

    private readonly List<IDisposable> _resources = [];
    private readonly string _root = Directory.CreateTempSubdirectory("sallyport-proof-").FullName;
    private readonly Child? _victim;
    private readonly Descriptor? _hold;

    public ProbeWorld(bool listeners)
    {
        File.SetUnixFileMode(_root, (UnixFileMode)0x1ED);
        Project = Folder("project");
        Outside = Folder("outside");
        Home = Folder("home");
        State = Folder("state");
        foreach (var folder in (string[])[".git/hooks", ".git/objects", ".git/refs", ".git/modules/part/objects", ".git/modules/part/hooks", "sub/.git/hooks", "sub/.git/objects", "hooks-elsewhere", ".vscode", "src"])
        {
            Folder("project/" + folder);
        }

        Write("project/.git/config", "[core]\n\thooksPath = hooks-elsewhere\n");
        Write("project/.git/modules/part/config", "[core]\n");
        Write("project/sub/.git/config", "[core]\n");
        Write("project/.git/HEAD", "ref: refs/heads/main\n");
        Write("project/.mcp.json", "{}\n");
        Write("project/report", "");
        Write("outside/file", "x");
        Write("state/ledger", Canary);
        foreach (var key in Keys)
        {
            Folder("home/" + Path.GetDirectoryName(key));
            Write("home/" + key, Canary + "\n");
        }

        if (listeners)
        {
            Tcp = Listen(new IPEndPoint(IPAddress.Loopback, 0));
            Tcp6 = Socket.OSSupportsIPv6 ? Listen(new IPEndPoint(IPAddress.IPv6Loopback, 0)) : 0;
            Udp = Echo();
            Listen(Path.Combine(Outside, "host.sock"));
            Listen(Path.Combine(Project, "host.sock"));
            Listen(Abstract);
            (_victim, _hold) = Victim();
        }
    }

    public static IReadOnlyList<string> KeyFiles => Keys;

    public string Project { get; }

    public string Outside { get; }

    public string Home { get; }

    public string State { get; }

    /// <summary>The name of a socket that lies in no folder.</summary>
    public string Abstract => "\0" + Path.GetFileName(_root);

    public int Tcp { get; }

    public int Tcp6 { get; }

    public int Udp { get; }

    /// <summary>A process outside.</summary>
    public int VictimId => _victim?.Id ?? Environment.ProcessId;

    public string Report => Path.Combine(Project, "report");

    /// <summary>Gives the project to an ordinary user where root's could not be written: a backend without namespaces is proven, too.</summary>
    public void Own()
    {
        if (LibC.UserId() != 0)
        {
            return;
        }

        foreach (var path in (string[])[Project, .. Directory.GetFileSystemEntries(Project, "*", SearchOption.AllDirectories)])
        {
            Ownership.Give(path, Identity.Nobody, Identity.Nobody);
        }
    }

    public void Dispose()
    {
        foreach (var resource in _resources)
        {
            resource.Dispose();
        }

        _hold?.Dispose();
        _victim?.Wait();
        Directory.Delete(_root, recursive: true);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);

    private int Listen(IPEndPoint at)
    {
        var socket = Own(new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        socket.Bind(at);
        socket.Listen(64);
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private void Listen(string path)
    {
        var socket = Own(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified));
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen(64);
    }

    private int Echo()
    {
        var socket = Own(new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        new Thread(() =>
        {
            var buffer = new byte[512];
            EndPoint peer = new IPEndPoint(IPAddress.Any, 0);
            try
            {
                while (true)
                {
                    socket.SendTo(buffer.AsSpan(0, socket.ReceiveFrom(buffer, ref peer)), peer);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return; // the world has ended
            }
        })
        { IsBackground = true }.Start();
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static (Child Victim, Descriptor Hold) Victim()
    {
        var (wait, hold) = Descriptor.Pipe();
        var program = new SyscallProgram();
        program.Call("close on exec", Syscall.Fcntl, SyscallProgram.Report, 2, 1);
        program.Call("wait", Syscall.Read, SyscallProgram.Report + 1, program.Bytes(Encoding.ASCII.GetBytes(Canary)), 1);
        program.Call("end", Syscall.ExitGroup, 0);
        var child = Child.Start(program, wait);
        wait.Dispose();
        return (child, hold);
    }

    private T Own<T>(T resource)
        where T : IDisposable
    {
        _resources.Add(resource);
        return resource;
    }
}
