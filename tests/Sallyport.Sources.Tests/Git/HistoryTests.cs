using System.Text;
using Sallyport.Core;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Tests.Git;

public sealed class HistoryTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_line_counts_once_in_the_commit_that_brought_it()
    {
        _tree.Init().With("a.txt", "one\ntwo\n").Commit();
        var first = Head();
        _tree.With("a.txt", "one\nadded\ntwo\n").Commit();
        var second = Head();
        _tree.With("a.txt", "one\ntwo\n").Commit().With("a.txt", "one\nadded\ntwo\n").With("b.txt", "one\n").Commit();
        var seen = History();
        seen.Summary().ShouldBe(["a.txt: added", "a.txt: one|two", "b.txt: one"]);
        seen.Artifacts.Select(a => a.Commit).ShouldBe([first, second, Head()]);
    }

    [Fact]
    public void Every_branch_tag_and_deleted_file_is_read()
    {
        _tree.Init().With("deleted.txt", "deleted\n").Commit();
        File.Delete(_tree.Full("deleted.txt"));
        _tree.Commit();
        _tree.Git("", "checkout", "-q", "-b", "side");
        _tree.With("side.txt", "side\n").Commit();
        _tree.Git("", "tag", "-a", "-m", "t", "tagged");
        _tree.Git("", "checkout", "-q", "main");
        _tree.Git("", "branch", "-q", "-D", "side");
        _tree.Git("", "checkout", "-q", "--detach");
        _tree.With("detached.txt", "detached\n").Commit();
        History().Paths.ShouldBe(["deleted.txt", "detached.txt", "side.txt"]);
        History("main").Paths.ShouldBe(["deleted.txt"]);
        History("main..tagged").Paths.ShouldBe(["side.txt"]);
    }

    [Fact]
    public void What_only_a_merge_commit_holds_is_read()
    {
        _tree.Init().With("a.txt", "base\n").Commit();
        _tree.Git("", "checkout", "-q", "-b", "side");
        _tree.With("b.txt", "b\n").Commit();
        _tree.Git("", "checkout", "-q", "main");
        _tree.With("c.txt", "c\n").Commit();
        _tree.Git("", "merge", "-q", "--no-commit", "side");
        _tree.With("a.txt", "base\nevil\n").Commit("merge");
        History().Summary().ShouldContain("a.txt: evil");
    }

    [Fact]
    public void Parts_of_a_long_text_stand_at_their_true_lines()
    {
        var lines = Enumerable.Range(1, 5000).Select(i => $"line {i}").ToArray();
        _tree.Init().With("a.txt", string.Join('\n', lines)).Commit();
        (lines[99], lines[4000]) = ("first change", "second change");
        _tree.With("a.txt", string.Join('\n', lines)).Commit();
        var parts = History().Artifacts.Where(a => a.Window is not null).ToArray();
        parts.Length.ShouldBe(2);
        foreach (var (part, text, line) in new[] { (parts[0], "first change", 100), (parts[1], "second change", 4001) })
        {
            var at = part.Bytes.Span.IndexOf(Encoding.UTF8.GetBytes(text));
            part.Window!.Value.Whole(part.Lines.At(at)).ShouldBe(new(line, 1));
            part.InScope().ShouldBe(text);
            part.Bytes.Length.ShouldBeLessThan(1500);
        }
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void A_bare_repository_is_read(string format)
    {
        _tree.Init("w", "--object-format=" + format).With("w/a.txt", "one\n").Commit("c", "w");
        _tree.Git("", "clone", "-q", "--bare", "w", "bare.git");
        Seen.In(new History(_tree.Full("bare.git"))).Summary().ShouldBe(["a.txt: one"]);
    }

    [Fact]
    public void A_shallow_clone_says_so()
    {
        _tree.Init("w").With("w/a.txt", "one\n").Commit("c", "w").With("w/a.txt", "two\n").Commit("c", "w");
        _tree.Git("", "clone", "-q", "--depth", "1", "file://" + _tree.Full("w"), "shallow");
        var seen = Seen.In(new History(_tree.Full("shallow")));
        seen.Summary().ShouldBe(["a.txt: two"]);
        seen.Reason("<history>").ShouldStartWith("shallow clone");
    }

    [Fact]
    public void Missing_objects_are_counted_and_never_fetched()
    {
        _tree.Init("w").With("w/a.txt", "one\n").With("w/b.txt", "two\n").Commit("c", "w");
        _tree.Git("w", "config", "uploadpack.allowFilter", "true");
        _tree.Git("", "clone", "-q", "--no-checkout", "--filter=blob:none", "file://" + _tree.Full("w"), "partial");
        var seen = Seen.In(new History(_tree.Full("partial")));
        seen.Artifacts.ShouldBeEmpty();
        seen.Reason("<history>").ShouldStartWith("2 objects are missing");
    }

    [Fact]
    public void A_repository_without_commits_has_no_history()
    {
        _tree.Init();
        History().Artifacts.ShouldBeEmpty();
    }

    [Fact]
    public void Archives_and_texts_in_other_encodings_are_read_as_a_whole()
    {
        _tree.Init().With("u.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("wide\n")]).With("in.txt", "inside\n");
        _tree.Shell("tar czf a.tgz in.txt; rm in.txt");
        _tree.Commit();
        History().Summary().ShouldBe(["a.tgz!/in.txt: inside", "u.txt: wide"]);
    }

    [Fact]
    public void A_blob_larger_than_a_window_is_read_in_windows()
    {
        _tree.Init().With("large.txt", new StringBuilder().Insert(0, "0123456789abcde\n", 700_000).ToString()).With("small.txt").Commit();
        var seen = History();
        seen.Artifacts.Count(a => a.Path == "large.txt").ShouldBe(2);
        seen.Paths.Last().ShouldBe("small.txt");
    }

    [Fact]
    public void A_damaged_repository_is_an_error_and_no_short_result()
    {
        _tree.Init().With("a.txt", "one\n").Commit().With("a.txt", "two\n").Commit();
        _tree.Shell("find .git/objects -type f | xargs chmod u+w; first=$(git rev-parse HEAD~1); rm .git/objects/${first:0:2}/${first:2}");
        Should.Throw<UserException>(() => History()).Message.ShouldStartWith("git failed: ");
    }

    [Fact]
    public void Leaving_in_the_middle_leaves_no_git_behind()
    {
        _tree.Init();
        for (var i = 0; i < 30; i++)
        {
            _tree.With($"{i}.txt", new Random(i).GetString("abcdefgh\n", 200_000));
        }

        _tree.Commit();
        var sink = new Seen();
        foreach (var item in new History(_tree.Root).Items(sink))
        {
            item.Open(sink);
            break;
        }

        sink.Artifacts.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("nowhere")]
    public void A_revision_that_does_not_exist_is_a_users_mistake(string revision)
    {
        _tree.Init().With("a").Commit();
        Should.Throw<UserException>(() => History(revision));
    }

    private string Head() => _tree.Git("", "rev-parse", "HEAD").Trim();

    private Seen History(string? revision = null) => Seen.In(new History(_tree.Root, revision));
}
