using Sallyport.Core;
using Sallyport.Sources.Snapshots;

namespace Sallyport.Sources.Tests.Snapshots;

public sealed class SnapshotStoreTests : IDisposable
{
    /// <summary>A repository with all that a tree can hold.</summary>
    private const string Setting = """
        git init -q .
        git config core.autocrlf true
        printf 'one\r\ntwo\n' >mixed.txt; printf '* text=auto\n*.id ident\n' >.gitattributes; printf '$Id$\n' >a.id
        mkdir -p src/deep empty 'with space' closed; echo x >src/deep/a.c; echo y >'with space/b  c'
        printf 'ignored/\n*.log\n' >.gitignore; mkdir ignored; echo keep >ignored/k; echo log >x.log
        printf 'z' >"$(printf 'na\377me')"; printf 'n' >"$(printf 'new\nline')"
        ln -s src/deep/a.c link; ln -s /nowhere/at/all dangling; ln -s src linkdir
        echo run >run.sh; chmod 751 run.sh; echo secret >private; chmod 600 private; echo sealed >closed/s; chmod 555 closed
        git add -A; git commit -qm first; echo changed >>src/deep/a.c; git add src/deep/a.c; echo again >>src/deep/a.c
        echo stashed >>mixed.txt; git stash -q; echo untracked >u.txt; git branch other
        git init -q nested; echo n >nested/f; git -C nested add f; git -C nested commit -qm n; echo m >>nested/f
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-undo-").FullName;
    private readonly SnapshotStore _store;

    public SnapshotStoreTests()
    {
        Directory.CreateDirectory(Root);
        _store = new SnapshotStore(Path.Combine(_folder, "store"), Root, TimeProvider.System);
    }

    private string Root => Path.Combine(_folder, "tree");

    public void Dispose() => TreePrint.Bash("/", $"chmod -R u+rwx {_folder}; rm -rf {_folder}"); // Names that are no text are beyond .NET.

    [Theory]
    [InlineData("rm -rf -- * .[!.]*")]
    [InlineData("git reset -q --hard; git clean -qfdx; git stash drop -q; git branch -D other")]
    [InlineData("git checkout -q -- . ; git rm -rqf src; git commit -qam gone")]
    [InlineData("chmod -R 777 .; find . -type l -delete; mv nested elsewhere")]
    [InlineData("rm -rf nested/.git link; mkdir link; echo new >link/f; echo more >>mixed.txt")]
    [InlineData("rm -rf .git; : >private; rm -rf src; ln -s /etc src")]
    [InlineData("for f in *; do [ -f \"$f\" ] && head -c 3 /dev/urandom >\"$f\"; done; touch 'a new one'; mkdir -p new/er")]
    [InlineData("git -c user.name=x -c user.email=x commit -qam two; git rebase -q --root --exec true; git reflog expire --expire=now --all; git gc -q --prune=now")]
    public void What_was_destroyed_comes_back_byte_for_byte(string destruction)
    {
        TreePrint.Bash(Root, Setting);
        var before = TreePrint.Of(Root);
        var point = _store.Take("rm");
        point.Left.ShouldBeEmpty();
        TreePrint.Bash(Root, destruction);
        var destroyed = TreePrint.Of(Root);
        destroyed.ShouldNotBe(before);

        var restored = _store.Restore(point.Id);
        restored.Failures.ShouldBeEmpty();
        TreePrint.Of(Root).ShouldBe(before);
        TreePrint.Bash(Root, "git status >/dev/null && git stash list | wc -l").ShouldBe("1\n");

        _store.Restore(restored.Before.Id);
        TreePrint.Of(Root).ShouldBe(destroyed);
    }

    [Fact]
    public void A_link_to_elsewhere_is_not_walked_through()
    {
        var outside = Directory.CreateDirectory(Path.Combine(_folder, "outside")).FullName;
        TreePrint.Bash(Root, "mkdir d; echo 1 >d/f");
        var point = _store.Take("rm");
        TreePrint.Bash(Root, $"rm -r d; ln -s {outside} d; echo theirs >{outside}/f");
        _store.Restore(point.Id).Failures.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(outside, "f")).ShouldBe("theirs\n");
        File.ReadAllText(Path.Combine(Root, "d/f")).ShouldBe("1\n");
    }

    [Fact]
    public void What_is_too_large_is_named_and_left_alone()
    {
        TreePrint.Bash(Root, "git init -q .; echo 'node_modules/' >.gitignore; mkdir node_modules; for i in $(seq 2100); do : >node_modules/$i; done; echo x >a");
        var point = _store.Take("rm");
        point.Left.ShouldBe([new LeftOut("node_modules/", "ignored by git, and large")]);
        TreePrint.Bash(Root, "rm -f node_modules/1* a");
        _store.Restore(point.Id).Failures.ShouldBeEmpty();
        File.Exists(Path.Combine(Root, "a")).ShouldBeTrue();
        File.Exists(Path.Combine(Root, "node_modules/1")).ShouldBeFalse();
        File.Exists(Path.Combine(Root, "node_modules/2")).ShouldBeTrue();
    }

    [Fact]
    public void Where_nothing_changed_there_is_one_point()
    {
        TreePrint.Bash(Root, "echo x >a; touch -d '1 hour ago' a");
        _store.Take("one").Id.ShouldBe(_store.Take("two").Id);
        TreePrint.Bash(Root, "echo y >a");
        _store.Take("three");
        _store.List().Select(s => s.Reason).ShouldBe(["three", "one"]);
    }

    [Fact]
    public void A_change_of_the_same_size_and_time_is_noticed()
    {
        TreePrint.Bash(Root, "echo x >a; touch -d '1 hour ago' a");
        var point = _store.Take("one");
        TreePrint.Bash(Root, "echo y >a; touch -d '1 hour ago' a");
        _store.Take("two").Id.ShouldNotBe(point.Id);
        _store.Restore(point.Id);
        File.ReadAllText(Path.Combine(Root, "a")).ShouldBe("x\n");
    }

    [Fact]
    public void An_unknown_point_is_said() => Should.Throw<UserException>(() => _store.Restore("nothing")).Hint.ShouldContain("--list");

    [Fact]
    public void Old_points_are_forgotten()
    {
        var store = new SnapshotStore(Path.Combine(_folder, "few"), Root, TimeProvider.System) { Kept = 3 };
        for (var i = 0; i < 6; i++)
        {
            File.WriteAllText(Path.Combine(Root, "a"), i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            store.Take($"{i}");
        }

        store.List().Select(s => s.Reason).ShouldBe(["5", "4", "3"]);
    }
}
