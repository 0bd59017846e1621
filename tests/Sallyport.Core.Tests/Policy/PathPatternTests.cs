using Sallyport.Core.Policy;

namespace Sallyport.Core.Tests.Policy;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("*.md", "README.md")]
    [InlineData("*.md", "docs/deep/a.md")]
    [InlineData("fixtures", "test/fixtures/a/b.txt")]
    [InlineData("fixtures/", "test/fixtures/a/b.txt")]
    [InlineData("test/fixtures", "test/fixtures/a/b.txt")]
    [InlineData("/docs", "docs/a.md")]
    [InlineData("src/**/gen", "src/gen/a.cs")]
    [InlineData("src/**/gen", "src/a/b/gen/a.cs")]
    [InlineData("src/**", "src/a/b")]
    [InlineData("**/a/**/b", "a/x/a/b")]
    [InlineData("a?c.txt", "x/abc.txt")]
    [InlineData("archive.zip!/inner/*.env", "archive.zip!/inner/x.env")]
    public void It_holds(string glob, string path) => new PathPattern(glob).Matches(path).ShouldBeTrue();

    [Theory]
    [InlineData("*.md", "README.mdx")]
    [InlineData("test/fixtures", "other/test/fixtures/a")]
    [InlineData("/docs", "src/docs/a.md")]
    [InlineData("src/*/gen", "src/a/b/gen")]
    [InlineData("**/x", "a/bx")]
    [InlineData("fixtures", "fixtures2/a")]
    [InlineData("a?c", "a/c")]
    public void It_does_not_hold(string glob, string path) => new PathPattern(glob).Matches(path).ShouldBeFalse();

    [Fact]
    public void It_is_relative_to_the_folder_it_was_written_in()
    {
        var pattern = new PathPattern("/gen", "packages/a/");
        pattern.Matches("packages/a/gen/x").ShouldBeTrue();
        pattern.Matches("gen/x").ShouldBeFalse();
        pattern.Matches("packages/b/gen/x").ShouldBeFalse();
    }

    [Fact]
    public void Many_stars_stay_cheap() =>
        new PathPattern(string.Concat(Enumerable.Repeat("*a", 200))).Matches(new string('a', 5000) + "b").ShouldBeFalse();
}
