using Sallyport.Core;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Tests.Git;

public sealed class WorkTreeDiffTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Added_lines_of_the_work_tree_and_files_git_does_not_know_count()
    {
        _tree.Init().With(".gitignore", "*.log\n").With("a.txt", "one\ntwo\n").With("b.txt", "b\n").With("gone.txt").Commit();
        _tree.With("a.txt", "zero\none\ntwo").With("staged.txt", "staged\n");
        _tree.Git("", "add", "staged.txt");
        _tree.With("new.txt", "new\n").With("x.log");
        File.Delete(_tree.Full("gone.txt"));
        Diff("HEAD").Summary().ShouldBe(["a.txt: zero|two", "new.txt: new", "staged.txt: staged"]);
    }

    [Fact]
    public void A_file_that_was_only_touched_is_no_change()
    {
        _tree.Init().With("a.txt", "one\n").Commit();
        File.SetLastWriteTimeUtc(_tree.Full("a.txt"), DateTime.UnixEpoch);
        Diff("HEAD").Summary().ShouldBeEmpty();
    }

    [Fact]
    public void What_others_added_to_the_base_meanwhile_is_not_ours()
    {
        _tree.Init().With("a.txt", "one\nold\n").Commit();
        _tree.Git("", "checkout", "-q", "-b", "feature");
        _tree.With("f.txt", "mine\n").Commit();
        _tree.Git("", "checkout", "-q", "main");
        _tree.With("a.txt", "one\n").Commit();
        _tree.Git("", "checkout", "-q", "feature");
        Diff("main").Summary().ShouldBe(["f.txt: mine"]);
    }

    [Fact]
    public void From_a_subfolder_paths_are_shown_and_read_from_there()
    {
        _tree.Init().With("a/x.txt", "x\n").With("y.txt", "y\n").Commit();
        _tree.With("a/x.txt", "x2\n").With("y.txt", "y2\n").With("z.txt", "z\n");
        Seen.In(new WorkTreeDiff(_tree.Full("a"), "HEAD")).Summary().ShouldBe(["../y.txt: y2", "../z.txt: z", "x.txt: x2"]);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--output=x")]
    [InlineData("")]
    public void A_revision_that_does_not_exist_is_a_users_mistake(string revision)
    {
        _tree.Init().With("a").Commit();
        Should.Throw<UserException>(() => Diff(revision)).Message.ShouldBe($"`{revision}` is no revision of this repository");
    }

    [Fact]
    public void A_bare_repository_has_no_work_tree()
    {
        _tree.Init("", "--bare");
        Should.Throw<UserException>(() => Diff("HEAD"));
    }

    private Seen Diff(string revision) => Seen.In(new WorkTreeDiff(_tree.Root, revision));
}
