using System.Runtime.CompilerServices;
using Sallyport.Syntax.Shell;

namespace Sallyport.Syntax.Tests.Shell;

/// <summary>PowerShell is read into the same model; the examples stand in <c>powershell.txt</c>.</summary>
public sealed class PowerShellTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "powershell.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split(" => ");
                data.Add(parts[0].Replace("\\n", "\n", StringComparison.Ordinal), parts[1]);
            }
        }

        return data;
    }

    [Fact]
    public void There_are_enough_examples() => Examples().Count.ShouldBeGreaterThanOrEqualTo(150);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_runs_what_it_says(string text, string runs)
    {
        var reading = ShellReader.Read(text, ShellKind.PowerShell);
        reading.Problem.ShouldBeNull(text);
        reading.Invocations.Select(i => i.ToString().ReplaceLineEndings(" ")).ShouldContain(runs, string.Join('\n', reading.Invocations));
    }

    [Theory]
    [InlineData("Remove-Item 'x")]
    [InlineData("if ($x) { y")]
    [InlineData("& (")]
    [InlineData("$x = @(1, 2")]
    [InlineData("a }")]
    [InlineData("<# a")]
    [InlineData("@'\na")]
    public void What_is_not_whole_is_refused(string text) => ShellReader.Read(text, ShellKind.PowerShell).Problem.ShouldNotBeNullOrEmpty();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
