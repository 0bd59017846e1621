using Sallyport.Core;
using Sallyport.Sources.Git;

namespace Sallyport.Sources.Tests.Git;

public sealed class StagedChangesTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Only_added_lines_of_staged_content_count()
    {
        _tree.Init().With("a.txt", "one\ntwo\nthree\n").With("b.txt", "same\n").Commit();
        _tree.With("a.txt", "one\n2\nthree\nfour\n").With("new.txt", "new\nfile");
        _tree.Git("", "add", ".");
        _tree.With("a.txt", "not staged\n").With("untracked.txt");
        Staged().Summary().ShouldBe(["a.txt: 2|four", "new.txt: new|file"]);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void Before_the_first_commit_all_that_is_staged_is_new(string format)
    {
        _tree.Init("", "--object-format=" + format).With("a.txt", "one\n");
        _tree.Git("", "add", ".");
        Staged().Summary().ShouldBe(["a.txt: one"]);
    }

    [Fact]
    public void A_rename_counts_by_what_changed_and_a_deletion_not_at_all()
    {
        _tree.Init().With("old name.txt", string.Join('\n', Enumerable.Range(1, 50))).With("gone.txt").With("mode.sh", "x\n").Commit();
        _tree.Git("", "mv", "old name.txt", "new näme.txt");
        _tree.With("new näme.txt", string.Join('\n', Enumerable.Range(1, 50)) + "\nmore");
        _tree.Git("", "rm", "-q", "gone.txt");
        _tree.Shell("chmod +x mode.sh");
        _tree.Git("", "add", ".");
        Staged().Summary().ShouldBe(["new näme.txt: 50|more"]);
    }

    [Fact]
    public void Content_that_looks_like_a_patch_is_only_content()
    {
        _tree.Init().With("victim.txt", "v1\n").With("a.txt", "x\n").Commit();
        _tree.With("a.txt", "x\n++ b/victim.txt\n@@ -0,0 +1,9 @@\ndiff --git a/victim.txt b/victim.txt\n+++ b/victim.txt\n\\ No newline at end of file");
        _tree.With("victim.txt", "v1\nv2\n");
        _tree.Git("", "add", ".");
        Staged().Summary().ShouldBe(
        [
            "a.txt: ++ b/victim.txt|@@ -0,0 +1,9 @@|diff --git a/victim.txt b/victim.txt|+++ b/victim.txt|\\ No newline at end of file",
            "victim.txt: v2",
        ]);
    }

    [Fact]
    public void Names_that_are_no_text_are_found_and_shown_with_escapes()
    {
        _tree.Init().Commit();
        _tree.Shell("printf 'one\\n' > $'caf\\xe9'; printf 'two\\n' > $'q\"uo\\nte'; printf 'three\\n' > 'tab\there '; printf 'four\\n' > 'ü'; git add .");
        Staged().Summary().ShouldBe(["caf\\xe9: one", "q\"uo\\nte: two", "tab\\there : three", "ü: four"]);
    }

    [Fact]
    public void Attributes_that_call_text_binary_hide_nothing()
    {
        _tree.Init().With(".gitattributes", "* binary -diff -text\n").With("a.txt", "one\n").Commit();
        _tree.With("a.txt", "one\ntwo\n");
        _tree.Git("", "add", ".");
        Staged().Summary().ShouldBe(["a.txt: two"]);
    }

    [Fact]
    public void Submodules_links_and_undecided_merges_are_named()
    {
        _tree.Init("inner").With("inner/x").Commit("x", "inner");
        _tree.Init("outer").With("outer/both.txt", "base\n").Commit("base", "outer");
        _tree.Git("outer", "checkout", "-q", "-b", "side");
        _tree.With("outer/both.txt", "theirs\n").Commit("theirs", "outer");
        _tree.Git("outer", "checkout", "-q", "main");
        _tree.With("outer/both.txt", "ours\n").Commit("ours", "outer");
        _tree.Shell("cd outer; git -c user.name=t -c user.email=t@example.org merge -q side; ln -s both.txt link; git add link; true");
        _tree.Git("outer", "submodule", "--quiet", "add", _tree.Full("inner"), "sub");
        var seen = Seen.In(new StagedChanges(_tree.Full("outer")));
        seen.Reason("sub").ShouldBe("submodule");
        seen.Reason("link").ShouldBe("symbolic link");
        seen.Reason("both.txt").ShouldStartWith("unmerged");
        seen.Paths.ShouldBe([".gitmodules"]);
    }

    [Fact]
    public void Paths_are_those_a_person_in_that_folder_would_type()
    {
        _tree.Init().With("a/b/x.txt", "x\n").With("y.txt", "y\n");
        _tree.Git("", "add", ".");
        Seen.In(new StagedChanges(_tree.Full("a"))).Paths.ShouldBe(["../y.txt", "b/x.txt"]);
    }

    [Fact]
    public void A_folder_outside_any_repository_is_a_users_mistake()
    {
        var mistake = Should.Throw<UserException>(() => Staged());
        mistake.Message.ShouldEndWith("is in no git repository");
        mistake.Hint.ShouldNotBeEmpty();
    }

    [Fact]
    public void Nothing_that_a_hostile_repository_names_is_run()
    {
        _tree.Init().With("a.txt", "one\n").With(".gitattributes", "*.txt filter=evil diff=evil merge=evil\n").Commit();
        foreach (var (key, value) in new[]
        {
            ("core.fsmonitor", "touch ran1"), ("core.pager", "touch ran2"), ("diff.external", "touch ran3"), ("diff.evil.textconv", "touch ran4"),
            ("diff.evil.command", "touch ran5"), ("filter.evil.clean", "touch ran6; cat"), ("filter.evil.process", "touch ran7"), ("core.hooksPath", "hooks"),
        })
        {
            _tree.Git("", "config", key, value);
        }

        _tree.Git("", "config", "filter.evil.required", "true");
        _tree.With("a.txt", "one\ntwo\n");
        Seen.In(new WorkTreeDiff(_tree.Root, "HEAD")).Summary().ShouldContain("a.txt: two");
        Staged();
        Seen.In(new History(_tree.Root));
        Directory.EnumerateFiles(_tree.Root, "ran*").ShouldBeEmpty();
    }

    private Seen Staged() => Seen.In(new StagedChanges(_tree.Root));
}
