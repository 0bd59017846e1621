using System.Globalization;

namespace Sallyport.EndToEnd;

/// <summary>Start-up is budgeted in methods compiled, which load does not disturb; bench/run startup measures the milliseconds.</summary>
public sealed class StartupTests : IDisposable
{
    private readonly Workspace _at = new Workspace().With("a.py", "x = 1\n");

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Saying_the_version_compiles_next_to_nothing() => Methods("--version").ShouldBeLessThanOrEqualTo(30);

    [Fact]
    public void Scanning_a_small_file_keeps_to_its_budget() => Methods("scan", "a.py").ShouldBeLessThanOrEqualTo(760);

    [Fact]
    public void A_configuration_costs_little_once_it_was_compiled()
    {
        _at.With("sallyport.yml", "fail-on: error\npaths:\n  exclude:\n    - path: vendor\n      reason: not ours\n").Git("init", "-q");
        var first = Methods("scan", "a.py");
        var second = Methods("scan", "a.py");
        second.ShouldBeLessThan(first - 100);
        second.ShouldBeLessThanOrEqualTo(860);
    }

    // What the runtime compiles again after a tenth of a second would count only on a slow machine.
    private int Methods(params string[] arguments)
    {
        var run = Executable.Start(_at, arguments, "", ("SALLYPORT_COUNT_METHODS", "1"), ("DOTNET_TC_CallCountingDelayMs", "100000"));
        var line = run.Error.Split('\n').Last(l => l.StartsWith("methods compiled: ", StringComparison.Ordinal));
        return int.Parse(line.AsSpan("methods compiled: ".Length), CultureInfo.InvariantCulture);
    }
}
