using System.Globalization;
using Sallyport.Sandbox.Native;
using Sallyport.Sandbox.Projects;

namespace Sallyport.Sandbox.Backends.Bubblewrap;

/// <summary>The command line of bubblewrap: what the command finds where.</summary>
internal sealed class BubblewrapArguments
{
    private static readonly string[] Roots = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];
    private static readonly string[] Trees = ["/opt", "/nix", "/gnu/store"];
    private static readonly string[] SettingFolders = ["ssl", "pki", "crypto-policies", "alternatives", "dotnet", "perl", "python3", "vim", "fonts", "java-17-openjdk", "java-21-openjdk"];
    private static readonly string[] SettingFiles = ["ca-certificates.conf", "ld.so.cache", "ld.so.conf", "localtime", "timezone", "os-release", "debian_version", "mime.types", "inputrc", "protocols", "services", "shells"];
    private static readonly string[] Masked = ["/proc/acpi", "/proc/keys", "/proc/kcore", "/proc/kallsyms", "/proc/kmsg", "/proc/latency_stats", "/proc/timer_list", "/proc/sched_debug", "/proc/scsi", "/proc/key-users", "/proc/config.gz"];
    private readonly List<string> _arguments = new(256);
    private readonly SandboxRequest _request;
    private readonly Identity _identity;
    private readonly Stage? _stage;
    private readonly Launch _launch;

    public BubblewrapArguments(SandboxRequest request, Identity identity, Stage? stage, Launch launch)
    {
        (_request, _identity, _stage, _launch) = (request, identity, stage, launch);
        Add("bwrap", "--unshare-user", "--uid", Number(identity.User), "--gid", Number(identity.Group), "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try");
        Add("--disable-userns", "--cap-drop", "ALL", "--die-with-parent", "--hostname", "sandbox");
        System();
        Kernel();
        Temporary("/tmp", "1777");
        Temporary(request.Home, "0700");
        Person();
        Tools();
    }

    /// <summary>The project, and over it what stays as it is.</summary>
    public void Project(Protection protection, IReadOnlyList<string> placed)
    {
        Tree(_request.Project);
        foreach (var folder in protection.Outside)
        {
            Tree(folder);
        }

        void Tree(string root)
        {
            var source = _stage?.Add(root, owned: true) ?? root;
            string From(string path) => string.Concat(source, path.AsSpan(root.Length));
            if (_request.Review is { } review && root == _request.Project)
            {
                _stage?.Review(source, review);
            }

            // What lies outside the overlay cannot be reviewed, so it cannot be written either.
            Add(_request.Review is not null && root != _request.Project ? "--ro-bind" : "--bind", source, root);
            foreach (var path in protection.Anchors)
            {
                if (path != root && ProjectFolder.Contains(root, path))
                {
                    Add("--bind", From(path), path);
                }
            }

            foreach (var path in protection.ReadOnly)
            {
                if (ProjectFolder.Contains(root, path))
                {
                    Add("--ro-bind", From(path), path);
                }
            }

            foreach (var path in placed)
            {
                if (!ProjectFolder.Contains(root, path))
                {
                    continue;
                }

                if (path.EndsWith(".json", StringComparison.Ordinal))
                {
                    Data("{}\n", path, "--ro-bind-data"); // readers of an empty file would complain
                }
                else
                {
                    Add("--ro-bind", From(path), path);
                }
            }
        }
    }

    /// <summary>The whole command line, which ends with the program that bubblewrap starts.</summary>
    public List<string> Finish(int image)
    {
        Add("--remount-ro", "/", "--chdir", _request.Folder, "--", $"/proc/self/fd/{Number((uint)image)}");
        return _arguments;
    }

    private void System()
    {
        Add("--ro-bind", "/usr", "/usr");
        foreach (var root in Roots)
        {
            if (FileOwner.Of(root) is { } found)
            {
                if (found.IsLink)
                {
                    Add("--symlink", new FileInfo(root).LinkTarget!, root);
                }
                else
                {
                    Add("--ro-bind", root, root);
                }
            }
        }

        foreach (var tree in Trees)
        {
            if (Directory.Exists(tree))
            {
                Add("--ro-bind", tree, tree);
            }
        }

        foreach (var name in SettingFolders)
        {
            if (Directory.Exists("/etc/" + name))
            {
                Add("--ro-bind", "/etc/" + name, "/etc/" + name);
            }
        }

        foreach (var name in SettingFiles)
        {
            Copy("/etc/" + name);
        }

        var user = Number(_identity.User);
        var group = Number(_identity.Group);
        Data($"root:x:0:0:root:/nonexistent:/usr/sbin/nologin\nuser:x:{user}:{group}:user:{_request.Home}:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n", "/etc/passwd");
        Data($"root:x:0:\nuser:x:{group}:\nnogroup:x:65534:\n", "/etc/group");
        Data("passwd: files\ngroup: files\nhosts: files\nservices: files\nprotocols: files\n", "/etc/nsswitch.conf");
        Data("127.0.0.1 localhost sandbox\n::1 localhost\n", "/etc/hosts");
        Data("", "/etc/resolv.conf");
        foreach (var file in _request.Files)
        {
            Data(file.Value, file.Key);
        }
    }

    private void Kernel()
    {
        Add("--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys");
        foreach (var path in Masked)
        {
            if (File.Exists(path))
            {
                Add("--ro-bind", "/dev/null", path);
            }
            else if (Directory.Exists(path))
            {
                Add("--tmpfs", path, "--remount-ro", path);
            }
        }

        Add("--dev", "/dev");
        Temporary("/dev/shm", "1777");
        Add("--remount-ro", "/dev");
    }

    private void Temporary(string folder, string mode) => Add("--perms", mode, "--size", _request.Profile.Scratch.ToString(CultureInfo.InvariantCulture), "--tmpfs", folder);

    /// <summary>The name that commits carry; nothing else of git's settings, which may hold credentials and programs.</summary>
    private void Person()
    {
        var (name, email) = GitLinks.Person(Path.Combine(_request.Home, ".gitconfig"));
        if (name is not null && email is not null)
        {
            Data($"[user]\n\tname = \"{Quoted(name)}\"\n\temail = \"{Quoted(email)}\"\n", Path.Combine(_request.Home, ".gitconfig"));
        }
    }

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private void Tools()
    {
        foreach (var path in _request.Profile.Read)
        {
            var full = path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(_request.Home, path[2..]) : path;
            if (Path.Exists(full))
            {
                Add("--ro-bind", _stage?.Add(full, owned: false) ?? full, full);
            }
        }
    }

    // A copy costs no mount, and the root is read-only in the end.
    private void Copy(string place)
    {
        if (FileOwner.Of(place) is { IsLink: true })
        {
            Add("--symlink", new FileInfo(place).LinkTarget!, place);
        }
        else if (File.Exists(place) && Descriptor.Open(place, 0) is { } file)
        {
            Add("--perms", "0444", "--file", Number((uint)_launch.Pass(file)), place);
        }
    }

    private void Data(string text, string place, string way = "--file") =>
        Add("--perms", "0444", way, Number((uint)_launch.Pass(Descriptor.Memory("data", global::System.Text.Encoding.UTF8.GetBytes(text)))), place);

    private void Add(params string[] words) => _arguments.AddRange(words);

    private static string Number(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
