using Sallyport.Sources.Files;

namespace Sallyport.Sources.Tests.Ignoring;

/// <summary>git itself is the judge of what it ignores.</summary>
public sealed class GitAgreesTests : IDisposable
{
    private static readonly string[] Names = ["a", "b", "ab", "a.o", "b.o", "abc", "!a", "#a", "a b", "a[b", "foo", "*", "x1", "x2", "A"];
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("*.o")]
    [InlineData("a")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("/a/b")]
    [InlineData("a/b")]
    [InlineData("a/*")]
    [InlineData("a/**")]
    [InlineData("**/b")]
    [InlineData("**/a/b")]
    [InlineData("a/**/b")]
    [InlineData("a/**b")]
    [InlineData("**")]
    [InlineData("**/")]
    [InlineData("*")]
    [InlineData("/*\n!/a\n/a/*\n!/a/b")]
    [InlineData("*\n!*/\n!*.o")]
    [InlineData("a\n!a/b")]
    [InlineData("a*\n!ab")]
    [InlineData("\\!a\n\\#a")]
    [InlineData("!a")]
    [InlineData("#a")]
    [InlineData("a b")]
    [InlineData("a\\ b")]
    [InlineData("a   ")]
    [InlineData("a\t")]
    [InlineData("a\\ ")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("\uFEFFa")]
    [InlineData("x[0-9]")]
    [InlineData("x[!1]")]
    [InlineData("x[^1]")]
    [InlineData("x[[:digit:]]")]
    [InlineData("x[[:nonsense:]]")]
    [InlineData("[]]")]
    [InlineData("[a-]")]
    [InlineData("a[[]b")]
    [InlineData("a[b")]
    [InlineData("a\\[b")]
    [InlineData("[[:upper:]]")]
    [InlineData("?")]
    [InlineData("a?b")]
    [InlineData("\\*")]
    [InlineData("\\")]
    [InlineData("a\\")]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("a//b")]
    [InlineData("/**/")]
    [InlineData("**foo")]
    [InlineData("foo**")]
    [InlineData("a/***/b")]
    [InlineData("*/b")]
    [InlineData("a/?")]
    [InlineData("a[/]b")]
    public void About_one_ignore_file(string patterns)
    {
        Grow(new Random(1));
        _tree.With(".gitignore", patterns);
        Compare();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void About_random_trees_of_random_ignore_files(int seed)
    {
        var random = new Random(seed);
        Grow(random);
        string[] parts = ["a", "b", "*", "**", "?", "/", "/", ".o", "[ab]", "[!a]", "foo", "x", "!", "\\", " "];
        foreach (var folder in new[] { "", "a/", "b/", "a/b/", "foo/" })
        {
            if (!Directory.Exists(_tree.Full(folder)) || random.Next(3) == 0)
            {
                continue;
            }

            var lines = Enumerable.Range(0, random.Next(1, 5)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => parts[random.Next(parts.Length)])));
            _tree.With(folder + ".gitignore", string.Join('\n', lines));
        }

        Compare();
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    private void Grow(Random random)
    {
        _tree.Init();
        foreach (var first in Names)
        {
            if (random.Next(3) == 0)
            {
                _tree.With(first);
                continue;
            }

            foreach (var second in Names.Where(_ => random.Next(3) == 0))
            {
                _tree.With(random.Next(2) == 0 ? $"{first}/{second}" : $"{first}/{second}/{Names[random.Next(Names.Length)]}");
            }
        }

        _tree.With("a.d/b");
    }

    private void Compare()
    {
        var git = _tree.Git("", "ls-files", "-z", "-co", "--exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        var seen = Seen.In(new FileTree(["."], new FileTreeOptions { WorkingFolder = _tree.Root }));
        seen.Paths.ShouldBe(git);
    }
}
