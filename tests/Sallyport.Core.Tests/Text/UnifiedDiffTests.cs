using Sallyport.Core.Text;

namespace Sallyport.Core.Tests.Text;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Nothing_changed_is_nothing() => UnifiedDiff.Of("a", "x\n", "x\n").ShouldBeEmpty();

    [Fact]
    public void A_changed_line_stands_between_three_lines_on_each_side() =>
        UnifiedDiff.Of("a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
            .ShouldBe("--- a/a\n+++ b/a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");

    [Fact]
    public void A_new_file_comes_from_nowhere_and_a_removed_one_goes_there()
    {
        UnifiedDiff.Of("a", null, "x\n").ShouldBe("--- /dev/null\n+++ b/a\n@@ -0,0 +1 @@\n+x\n");
        UnifiedDiff.Of("a", "x\n", null).ShouldBe("--- a/a\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
    }

    [Fact]
    public void Far_changes_are_hunks_of_their_own()
    {
        var before = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i}\n"));
        var after = before.Replace("\n3\n", "\n", StringComparison.Ordinal).Replace("\n25\n", "\n25\nx\n", StringComparison.Ordinal);
        UnifiedDiff.Of("a", before, after).Split("@@ -").Length.ShouldBe(3);
        UnifiedDiff.Of("a", before, after).ShouldContain("@@ -23,6 +22,7 @@\n 23\n 24\n 25\n+x\n 26\n");
    }

    [Fact]
    public void A_missing_line_end_is_said() =>
        UnifiedDiff.Of("a", "x\ny", "y").ShouldBe("--- a/a\n+++ b/a\n@@ -1,2 +1 @@\n-x\n y\n\\ No newline at end of file\n");
}
