using System.Text;

namespace Sallyport.EndToEnd;

/// <summary>
/// Runs what the documents show, command by command in one shell, and compares what is printed. Each document begins in an empty folder of its own,
/// with <c>sallyport</c> on the path and this checkout beside it as <c>../sallyport</c>.
/// </summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    public static TheoryData<string> Documents() =>
        [.. Directory.GetFiles(Path.Combine(Shell.Repository, "docs"), "*.md").Where(f => File.ReadAllText(f).Contains("```console", StringComparison.Ordinal))
            .Select(f => "docs/" + Path.GetFileName(f)).Order(StringComparer.Ordinal).Prepend("README.md")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_document_shows_is_what_happens(string document)
    {
        var blocks = ConsoleBlock.Read(File.ReadAllText(Path.Combine(Shell.Repository, document)), out _);
        blocks.ShouldNotBeEmpty();
        string.Join('\n', Lies(blocks)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_in_the_README_is_fenced_that_is_not_run()
    {
        ConsoleBlock.Read(File.ReadAllText(Path.Combine(Shell.Repository, "README.md")), out var others);
        others.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("one\ntwo", "one\ntwo\n", true)]
    [InlineData("o…e\n…", "one\ntwo\nthree\n", true)]
    [InlineData("…\nthree", "one\ntwo\nthree\n", true)]
    [InlineData("one", "one\ntwo\n", false)]
    [InlineData("one\ntwo", "one\n", false)]
    [InlineData("one…one", "one", false)]
    [InlineData("…\nfour", "one\ntwo\n", false)]
    public void A_document_that_lies_is_noticed(string told, string printed, bool same) =>
        (new ConsoleBlock(1, "x", told.Split('\n')).Difference(printed) is null).ShouldBe(same);

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Shell.Repository, "docs"), "*.md").Concat(Directory.GetFiles(Shell.Repository, "*.md")))
        {
            foreach (var link in File.ReadAllText(file).Split("](").Skip(1).Select(rest => rest.Split(')')[0].Split('#')[0]).Where(l => l.Length > 0 && !l.Contains(':', StringComparison.Ordinal)))
            {
                Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)).ShouldBeTrue($"{Path.GetFileName(file)} links to {link}");
            }
        }
    }

    private List<string> Lies(IReadOnlyList<ConsoleBlock> blocks)
    {
        Directory.CreateSymbolicLink(Path.Combine(_at.Home, "sallyport"), Shell.Repository);
        const string Mark = "\u0001";
        var script = new StringBuilder("status=0\n");
        foreach (var block in blocks)
        {
            // The status of the command before is there for `echo $?`.
            script.Append("printf '\\001'; (exit $status)\n").Append(block.Command).Append("\nstatus=$?\n");
        }

        var folder = Directory.CreateDirectory(Path.Combine(_at.Home, "demo")).FullName;
        var program = Path.GetDirectoryName(Executable.Path);
        var (_, output) = Shell.Run(folder, "bash", ["-c", script.ToString()],
            ("HOME", _at.Home), ("PATH", program + ":" + Environment.GetEnvironmentVariable("PATH")), ("SALLYPORT_NO_BUILD", "1"), ("SALLYPORT_POLICY", null), ("LC_ALL", "C.UTF-8"),
            ("CI", null), ("NO_COLOR", null), ("FORCE_COLOR", null), ("XDG_CACHE_HOME", null), ("XDG_STATE_HOME", null), ("XDG_CONFIG_HOME", null), ("GITHUB_STEP_SUMMARY", null),
            ("GIT_AUTHOR_NAME", "demo"), ("GIT_AUTHOR_EMAIL", "demo@example.org"), ("GIT_COMMITTER_NAME", "demo"), ("GIT_COMMITTER_EMAIL", "demo@example.org"), ("GIT_CONFIG_NOSYSTEM", "1"));
        var printed = output.Split(Mark)[1..];
        printed.Length.ShouldBe(blocks.Count, output);
        return [.. blocks.Zip(printed, (block, text) => block.Difference(text)).OfType<string>()];
    }
}
