using System.Text.Json;

namespace Sallyport.EndToEnd;

/// <summary>The project passes its own gate.</summary>
public sealed class SelfScanTests : IDisposable
{
    private readonly Workspace _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void This_repository_is_clean()
    {
        var run = Scan("concise");
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
    }

    [Fact]
    public void Nothing_that_proves_itself_a_secret_is_accepted()
    {
        var findings = JsonDocument.Parse(Scan("json").Output).RootElement.GetProperty("findings").EnumerateArray().ToList();
        findings.ShouldNotBeEmpty("what is accepted is still reported");
        findings.Where(f => f.GetProperty("level").GetString() == "error").Select(f => f.GetRawText()).ShouldBeEmpty();
    }

    private Executable.Run Scan(string format) => Executable.Start(_at, ["scan", Shell.Repository, "--output", format]);
}
