using Sallyport.Sandbox.Limits;

namespace Sallyport.Sandbox;

/// <summary>Control groups, against files laid out as the kernel lays them out.</summary>
public sealed class GroupTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sallyport-groups-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Version_1_gets_a_group_a_controller()
    {
        Write("proc/self/mountinfo", "1 0 0:1 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n2 0 0:2 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n");
        Write("proc/self/cgroup", "3:memory:/mine\n2:pids:/mine\n0::/\n");
        Folder("sys/fs/cgroup/memory/mine");
        Folder("sys/fs/cgroup/pids/mine");
        var group = ControlGroup.Make(Ground.Profile(), _root)!;
        group.Folders.Count.ShouldBe(2);
        File.ReadAllText(Path.Combine(group.Folders[0], "memory.limit_in_bytes")).ShouldBe("4294967296");
        File.ReadAllText(Path.Combine(group.Folders[1], "pids.max")).ShouldBe("512");
        group.Folders.ShouldAllBe(f => f.Contains("/mine/sallyport-"));
    }

    [Fact]
    public void Version_2_gets_a_group_beside_our_own_when_ours_passes_no_controllers_on()
    {
        Write("proc/self/mountinfo", "1 0 0:1 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
        Write("proc/self/cgroup", "0::/user/app.scope\n");
        Write("sys/fs/cgroup/user/app.scope/cgroup.subtree_control", "\n");
        Write("sys/fs/cgroup/user/cgroup.subtree_control", "cpu memory pids\n");
        var group = ControlGroup.Make(Ground.Profile(), _root)!;
        group.Folders.ShouldHaveSingleItem().ShouldStartWith(Path.Combine(_root, "sys/fs/cgroup/user/sallyport-"));
        File.ReadAllText(Path.Combine(group.Folders[0], "memory.max")).ShouldBe("4294967296");
        File.ReadAllText(Path.Combine(group.Folders[0], "memory.swap.max")).ShouldBe("0");
    }

    [Fact]
    public void Where_no_controllers_are_passed_on_there_is_no_group()
    {
        Write("proc/self/mountinfo", "1 0 0:1 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
        Write("proc/self/cgroup", "0::/a/b\n");
        Write("sys/fs/cgroup/a/b/cgroup.subtree_control", "\n");
        Write("sys/fs/cgroup/a/cgroup.subtree_control", "cpu\n");
        ControlGroup.Make(Ground.Profile(), _root).ShouldBeNull();
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    private void Write(string name, string text)
    {
        Folder(Path.GetDirectoryName(name)!);
        File.WriteAllText(Path.Combine(_root, name), text);
    }
}
