using System.Globalization;
using Sallyport.Sandbox.Native;

namespace Sallyport.Sandbox.Backends.Bubblewrap;

/// <summary>
/// Where root lays out what an unprivileged bubblewrap will mount: copies of mounts under <c>/tmp</c> of a mount namespace of their own, reachable although the folders above are root's,
/// and, where root owns the project, id-mapped, so that root's files are the command's without the command being root.
/// </summary>
internal sealed class Stage(Launch launch, Identity identity)
{
    private const int NewNamespace = 0x20000;
    private const int SlaveAndBelow = 0x4000 | 0x80000;
    private const int CopyAndBelow = 1 | LibC.CloseOnExec | 0x8000;
    private const int Empty = 0x1000;
    private const ulong IdMap = 0x10_0000;
    private const int Here = -100;
    private readonly List<string> _trees = [];
    private readonly List<string> _mapped = [];
    private int _users = -1;
    private string? _reviewed;
    private string? _review;

    /// <summary>Lays a file or folder out; gives where bubblewrap finds it.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="owned">Whether it belongs to the project.</param>
    public string Add(string path, bool owned)
    {
        if (owned && identity.Mapped && _users < 0)
        {
            _users = launch.Pass(UserNamespace(identity));
        }

        _trees.Add(path);
        if (owned && identity.Mapped)
        {
            _mapped.Add(path);
        }

        return $"/tmp/s{_trees.Count - 1}";
    }

    /// <summary>Lays an overlay over the tree at <paramref name="place"/>, where the command's changes are to be reviewed.</summary>
    public void Review(string place, ReviewFolder review) => (_reviewed, _review) = (place, ReviewFolder.Options(place, Add(review.Root, owned: false)));

    /// <summary>Adds the calls.</summary>
    public void AppendTo(SyscallProgram program)
    {
        program.Call("mount namespace", Syscall.Unshare, NewNamespace);
        program.Call("mount namespace", Syscall.Mount, 0, program.Text("/"), 0, SlaveAndBelow, 0);
        var nothing = program.Text("");
        var trees = new Operand[_trees.Count];
        for (var i = 0; i < trees.Length; i++)
        {
            trees[i] = program.Call(_trees[i], Syscall.OpenTree, Here, program.Text(_trees[i]), CopyAndBelow);
            if (_mapped.Contains(_trees[i]))
            {
                program.Call($"id-mapped mount of {_trees[i]}", Syscall.MountSetattr, trees[i], nothing, Empty | 0x8000, program.Words(IdMap, 0, 0, (ulong)_users), 32);
            }
        }

        program.Call("stage", Syscall.Mount, program.Text("sallyport"), program.Text("/tmp"), program.Text("tmpfs"), 0, program.Text("mode=0755,size=1m"));
        for (var i = 0; i < trees.Length; i++)
        {
            var place = program.Text(string.Create(CultureInfo.InvariantCulture, $"/tmp/s{i}"));
            if (Directory.Exists(_trees[i]))
            {
                program.Call("stage", Syscall.Mkdir, place, 0x1ED);
            }
            else
            {
                program.Call("stage", Syscall.Mknod, place, 0x8000 | 0x1A4, 0);
            }

            program.Call("stage", Syscall.MoveMount, trees[i], nothing, Here, place, 4);
        }

        if (_review is not null)
        {
            Overlay.Mount(program, _review, _reviewed!);
        }
    }

    /// <summary>A user namespace whose only user is root on the disk and <paramref name="identity"/> to processes.</summary>
    private static Descriptor UserNamespace(Identity identity)
    {
        var (made, tell) = Descriptor.Pipe();
        var (wait, end) = Descriptor.Pipe();
        var program = new SyscallProgram();
        Steps.Begin(program, 2);
        program.Call("user namespace", Syscall.Unshare, 0x1000_0000);
        program.Call("tell", Syscall.Write, SyscallProgram.Report + 1, program.Text("."), 1);
        program.Call("close", Syscall.Close, SyscallProgram.Report + 1);
        program.Call("wait", Syscall.Read, SyscallProgram.Report + 2, program.Zeros(8), 1);
        program.Call("end", Syscall.ExitGroup, 0);
        var child = Child.Start(program, tell, wait);
        tell.Dispose();
        wait.Dispose();
        try
        {
            using (made)
            {
                Span<byte> one = stackalloc byte[1];
                if (made.Read(one) == 0)
                {
                    throw new IOException(child.Started()?.ToString() ?? "no user namespace");
                }
            }

            File.WriteAllText($"/proc/{child.Id}/uid_map", $"0 {identity.User} 1\n");
            File.WriteAllText($"/proc/{child.Id}/gid_map", $"0 {identity.Group} 1\n");
            return Descriptor.Open($"/proc/{child.Id}/ns/user", 0) ?? throw new IOException("no user namespace");
        }
        finally
        {
            end.Dispose();
            child.Wait();
        }
    }
}
