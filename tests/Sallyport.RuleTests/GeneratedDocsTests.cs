using System.Diagnostics;

namespace Sallyport.RuleTests;

public sealed class GeneratedDocsTests
{
    [Fact]
    public void The_generated_documentation_is_what_the_pages_say()
    {
        var compiler = Path.Combine(Repository.Root, "artifacts/bin/Sallyport.RuleCompiler/release/Sallyport.RuleCompiler.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [compiler, "docs", Repository.Root, "--check"]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
    }
}
