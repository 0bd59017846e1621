using System.Text;
using System.Text.Json;

namespace Sallyport.EndToEnd;

/// <summary>What <c>scan</c> writes, and where.</summary>
public sealed class ScanOutputTests : IDisposable
{
    private readonly Workspace _at = new Workspace().With("a.py", $"key = '{Workspace.Token}'\n");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Several_formats_of_one_run_show_one_result_set()
    {
        var run = _at.Run("scan", ".", "-o", "concise", "-o", "json=a.json", "-o", "sarif=a.sarif", "-o", "junit=a.xml", "-o", "markdown=a.md", "-o", "html=a.html");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("a.py:1:8: ");
        JsonDocument.Parse(_at.Read("a.json")).RootElement.GetProperty("findings").GetArrayLength().ShouldBe(1);
        JsonDocument.Parse(_at.Read("a.sarif")).RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(1);
        foreach (var file in new[] { "a.json", "a.sarif", "a.xml", "a.md", "a.html" })
        {
            _at.Read(file).ShouldContain("secrets/stripe-secret-key");
            _at.Read(file).ShouldNotContain(Workspace.Token[..12]);
        }
    }

    [Fact]
    public void A_file_gets_no_colour_when_standard_output_does()
    {
        var run = _at.Run("scan", ".", "--color", "always", "-o", "text", "-o", "full=a.txt");
        run.Output.ShouldContain("\e[");
        _at.Read("a.txt").ShouldNotContain("\e[");
    }

    [Theory]
    [InlineData("--output=sarf", "did you mean `sarif`?")]
    [InlineData("--output=json=no/such/folder.json", "give a file in a folder that exists")]
    [InlineData("--output=json=", "names no file")]
    public void A_mistake_is_told_before_the_scan(string argument, string hint)
    {
        var run = _at.Run("scan", ".", argument);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(hint);
    }

    [Fact]
    public void SARIF_tells_offsets_of_the_file_or_none()
    {
        var text = $"ü\nkey = '{Workspace.Token}'\n";
        File.WriteAllText(_at.Path("mark.py"), text, new UTF8Encoding(true));
        File.WriteAllText(_at.Path("wide.py"), text, Encoding.Unicode);
        var results = JsonDocument.Parse(_at.Run("scan", "mark.py", "wide.py", "-o", "sarif").Output).RootElement.GetProperty("runs")[0].GetProperty("results");
        var regions = results.EnumerateArray().Select(r => r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")).ToArray();
        regions.Length.ShouldBe(2);
        var offset = regions[0].GetProperty("byteOffset").GetInt32();
        Encoding.ASCII.GetString(File.ReadAllBytes(_at.Path("mark.py")), offset, 7).ShouldBe("sk_live");
        regions[1].TryGetProperty("byteOffset", out _).ShouldBeFalse();
    }

    [Fact]
    public void Two_reports_cannot_share_standard_output() => _at.Run("scan", ".", "-o", "json", "-o", "sarif").Error.ShouldContain("only one report can go to standard output");

    [Fact]
    public void In_GitHub_Actions_the_job_summary_is_appended()
    {
        _at.With("summary.txt", "# Before\n");
        var run = Executable.Start(_at, ["scan", "a.py", "-o", "github"], "", ("GITHUB_STEP_SUMMARY", _at.Path("summary.txt")));
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith("::");
        _at.Read("summary.txt").ShouldStartWith("# Before\n## Sallyport: ");
    }

    [Fact]
    public void A_summary_that_cannot_be_written_is_no_error_of_the_scan()
    {
        var run = Executable.Start(_at, ["scan", "a.py", "-o", "github"], "", ("GITHUB_STEP_SUMMARY", _at.Path("no/such/file")));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("GITHUB_STEP_SUMMARY");
    }
}
