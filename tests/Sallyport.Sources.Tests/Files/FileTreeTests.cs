using System.Text;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Tests.Files;

public sealed class FileTreeTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Every_file_of_a_plain_folder_is_read_under_the_path_a_person_would_type()
    {
        _tree.With("a.txt", "one").With("b/c.txt", "two");
        var seen = Scan(".");
        seen.Paths.ShouldBe(["a.txt", "b/c.txt"]);
        seen.Text("b/c.txt").ShouldBe("two");
        Scan("./b").Paths.ShouldBe(["b/c.txt"]);
        Scan("b/").Paths.ShouldBe(["b/c.txt"]);
        Scan("./b/c.txt").Paths.ShouldBe(["b/c.txt"]);
        Scan(_tree.Full("b")).Paths.ShouldBe([_tree.Full("b/c.txt")]);
    }

    [Fact]
    public void A_root_inside_another_is_read_once()
    {
        _tree.With("a/b.txt");
        Scan("a", ".", "a/b.txt", ".").Paths.ShouldBe(["a/b.txt"]);
    }

    [Fact]
    public void A_root_that_does_not_exist_is_reported() => Scan("nowhere").Reason("nowhere").ShouldBe("no such file or folder");

    [Fact]
    public void Ignored_files_are_left_out_and_named_once_a_folder()
    {
        _tree.Init().With(".gitignore", "build/\n*.log\n").With("build/x/y.o").With("build/z.o").With("a.log").With("src/b.log").With("src/b.cs");
        var seen = Scan(".");
        seen.Paths.ShouldBe([".gitignore", "src/b.cs"]);
        seen.Skipped.Where(s => s.Reason == "ignored by git" && s.Expected).Select(s => s.Path).Order().ShouldBe(["a.log", "build/", "src/b.log"]);
    }

    [Fact]
    public void Ignore_files_can_be_overruled()
    {
        _tree.Init().With(".gitignore", "*.log\n").With("a.log");
        FileTreeTests.Read(_tree, new FileTreeOptions { NoIgnore = true }, ".").Paths.ShouldBe([".gitignore", "a.log"]);
    }

    [Fact]
    public void Outside_a_repository_an_ignore_file_is_only_a_file()
    {
        _tree.With(".gitignore", "*\n").With("a.txt");
        Scan(".").Paths.ShouldBe([".gitignore", "a.txt"]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public void What_git_tracks_is_read_even_where_it_is_ignored(string indexVersion)
    {
        _tree.Init().With("out/deep/kept.txt").With("out/deep/zlost.txt").With("out/lost.txt").With("secret.env");
        _tree.Git("", "add", "-f", "out/deep/kept.txt", "secret.env");
        _tree.Git("", "add", "-N", "out/deep/kept.txt");
        _tree.Git("", "update-index", "--index-version", indexVersion);
        _tree.With(".gitignore", "out/\n*.env\n").With("other.env");
        Scan(".").Paths.ShouldBe([".gitignore", "out/deep/kept.txt", "secret.env"]);
    }

    [Fact]
    public void A_split_index_is_understood()
    {
        _tree.Init().With("a.env").With("b.env");
        _tree.Git("", "add", ".");
        _tree.Git("", "update-index", "--split-index");
        _tree.With("c.env");
        _tree.Git("", "add", "c.env");
        _tree.With(".gitignore", "*.env\n").With("d.env");
        Scan(".").Paths.ShouldBe([".gitignore", "a.env", "b.env", "c.env"]);
    }

    [Fact]
    public void A_damaged_index_is_reported()
    {
        _tree.Init().With(".git/index", "DIRC\0\0\0\u0002\0\0\0\u0009 and so on and so on and so on").With(".gitignore", "*.env\n").With("a.env");
        Scan(".").Skipped.ShouldContain(s => s.Reason.StartsWith("git index not understood", StringComparison.Ordinal) && !s.Expected);
    }

    [Fact]
    public void Ignore_files_above_the_root_and_the_clones_own_excludes_count()
    {
        _tree.Init().With(".gitignore", "*.log\n/src/x/no.txt\n").With(".git/info/exclude", "private*\n").With("src/.gitignore", "!keep.log\n");
        _tree.With("src/x/a.log").With("src/x/keep.log").With("src/x/private.txt").With("src/x/no.txt").With("src/x/yes.txt");
        Scan("src/x").Paths.ShouldBe(["src/x/keep.log", "src/x/yes.txt"]);
    }

    [Fact]
    public void The_excludes_file_of_the_configuration_counts()
    {
        _tree.Init().With("elsewhere/ex cludes", "*.tmp\n").With("a.tmp").With("b.txt");
        _tree.Git("", "config", "core.excludesFile", _tree.Full("elsewhere/ex cludes"));
        Scan(".").Paths.ShouldBe(["b.txt", "elsewhere/ex cludes"]);
    }

    [Fact]
    public void The_excludes_file_of_an_included_configuration_counts()
    {
        _tree.Init().With("more.cfg", $"[core]\n\texcludesFile = \"{_tree.Full("ex")}\"\n").With("ex", "*.tmp\n").With("a.tmp");
        _tree.Git("", "config", "include.path", _tree.Full("more.cfg"));
        Scan(".").Paths.ShouldBe(["ex", "more.cfg"]);
    }

    [Fact]
    public void Nested_repositories_and_submodules_are_read_by_their_own_ignore_files()
    {
        _tree.Init().With(".gitignore", "*.log\n");
        _tree.Init("inner").With("inner/.gitignore", "*.tmp\n").With("inner/a.log").With("inner/a.tmp").Commit("inner", "inner");
        _tree.Git("", "submodule", "--quiet", "add", _tree.Full("inner"), "sub");
        _tree.With("sub/b.log").With("sub/b.tmp");
        Scan(".").Paths.ShouldBe([".gitignore", ".gitmodules", "inner/.gitignore", "inner/a.log", "sub/.gitignore", "sub/a.log", "sub/b.log"]);
    }

    [Fact]
    public void A_linked_work_tree_finds_its_excludes_and_its_index()
    {
        _tree.Init("main").With("main/a.env").Commit("first", "main");
        _tree.Git("main", "worktree", "add", "-q", _tree.Full("linked"));
        _tree.With("main/.git/info/exclude", "*.env\n").With("linked/b.env").With("linked/c.txt");
        Scan("linked").Paths.ShouldBe(["linked/a.env", "linked/c.txt"]);
    }

    [Fact]
    public void What_is_no_regular_file_is_named_and_never_waited_for()
    {
        _tree.With("real/a.txt").With("b.txt");
        _tree.Shell("ln -s ../.. real/up; ln -s real loop; ln -s /etc/passwd out; ln -s missing broken; mkfifo pipe; mknod -m 600 node c 1 3 || touch node; python3 -c \"import socket; socket.socket(socket.AF_UNIX).bind('sock')\"");
        var seen = Scan(".");
        seen.Paths.Except(["node"]).ShouldBe(["b.txt", "real/a.txt"]);
        seen.Reason("pipe").ShouldBe("named pipe");
        seen.Reason("sock").ShouldBe("socket");
        foreach (var link in new[] { "real/up", "loop", "out", "broken" })
        {
            seen.Reason(link).ShouldBe("symbolic link");
        }
    }

    [Fact]
    public void A_link_that_a_person_names_is_followed_and_a_pipe_is_refused()
    {
        _tree.With("real/a.txt");
        _tree.Shell("ln -s real link; mkfifo pipe");
        Scan("link").Paths.ShouldBe(["link/a.txt"]);
        Scan("pipe").Reason("pipe").ShouldBe("named pipe");
    }

    [Fact]
    public void Names_that_are_no_text_are_read_and_shown_with_escapes()
    {
        _tree.Shell("printf one > $'caf\\xe9.txt'; printf two > $'line\\nfeed'; mkdir $'d\\xff'; printf three > $'d\\xff/\\e[31mred'; printf four > 'plain é'; printf five > $'turn\\u202eed'");
        var seen = Scan(".");
        seen.Paths.ShouldBe(["caf\\xe9.txt", "d\\xff/\\x1b[31mred", "line\\nfeed", "plain é", "turn\\u202eed"]);
        seen.Text("caf\\xe9.txt").ShouldBe("one");
        seen.Text("d\\xff/\\x1b[31mred").ShouldBe("three");
    }

    [Fact]
    public void A_file_that_vanishes_before_its_turn_is_reported()
    {
        _tree.With("a.txt").With("b.txt");
        var seen = new Seen();
        foreach (var item in Tree(_tree, new FileTreeOptions(), ".").Items(seen))
        {
            File.Delete(_tree.Full("a.txt"));
            item.Open(seen);
        }

        seen.Reason("a.txt").ShouldBe("vanished while scanning");
        seen.Paths.ShouldBe(["b.txt"]);
    }

    [Fact]
    public void A_file_that_becomes_a_link_or_a_pipe_before_its_turn_is_not_followed()
    {
        _tree.With("a").With("b");
        var seen = new Seen();
        var items = Tree(_tree, new FileTreeOptions(), ".").Items(seen).ToArray();
        _tree.Shell("rm a b; ln -s /etc/passwd a; mkfifo b");
        Array.ForEach(items, i => i.Open(seen));
        seen.Reason("a").ShouldBe("became a symbolic link while scanning");
        seen.Reason("b").ShouldBe("named pipe");
    }

    [Fact]
    public void What_may_not_be_read_is_reported()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may read everything");
        _tree.With("a.txt").With("shut/b.txt");
        _tree.Shell("chmod 0 a.txt shut");
        var seen = Scan(".");
        seen.Reason("a.txt").ShouldBe("permission denied");
        seen.Reason("shut/").ShouldBe("permission denied");
    }

    [Fact]
    public void A_tree_deeper_than_a_path_may_be_long_is_reported_and_ends()
    {
        _tree.Shell("n=$(printf 'd%.0s' {1..200}); for i in {1..25}; do mkdir $n; cd $n; done; echo x > f");
        Scan(".").Skipped.ShouldContain(s => s.Reason == "path too long");
        _tree.Shell("rm -rf d*");
    }

    [Fact]
    public void An_empty_file_is_an_artifact_of_its_name()
    {
        _tree.With(".env", "");
        Scan(".").Paths.ShouldBe([".env"]);
    }

    [Fact]
    public void A_hostile_number_of_patterns_costs_bounded_work_and_hides_nothing_in_silence()
    {
        var patterns = new StringBuilder();
        for (var i = 0; i < 40_000; i++)
        {
            patterns.Append("*a*b*c*d*e*f*g*h").Append(i).Append('\n');
        }

        _tree.Init().With(".gitignore", patterns.ToString());
        for (var i = 0; i < 200; i++)
        {
            _tree.With($"{new string('a', 100)}bcdefghh{i}");
        }

        var options = new FileTreeOptions { IgnoreWork = 50_000_000 };
        var seen = Read(_tree, options, ".");
        seen.Artifacts.Count.ShouldBeGreaterThan(190);
        seen.Skipped.ShouldContain(s => s.Reason.StartsWith("too many ignore patterns", StringComparison.Ordinal));
    }

    private static FileTree Tree(TestTree tree, FileTreeOptions options, params string[] roots) => new(roots, options with { WorkingFolder = tree.Root });

    private static Seen Read(TestTree tree, FileTreeOptions options, params string[] roots) => Seen.In(Tree(tree, options, roots));

    private Seen Scan(params string[] roots) => Read(_tree, new FileTreeOptions(), roots);
}
