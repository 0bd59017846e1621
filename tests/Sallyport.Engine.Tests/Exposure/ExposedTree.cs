using System.Diagnostics;
using Sallyport.Core.Findings;
using Sallyport.Core.Policy;
using Sallyport.Engine.Configuration;
using Sallyport.Engine.Scanning;
using Sallyport.Sources.Files;

namespace Sallyport.Engine.Tests.Exposure;

/// <summary>A repository on disk, scanned as <c>sallyport scan .</c> does.</summary>
internal sealed class ExposedTree : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-exposed-").FullName;

    public ExposedTree()
    {
        Git("init", "-q");
        Directory.CreateDirectory(Home);
    }

    public string Home => _folder + ".home";

    public string Full(string place) => Path.Combine(_folder, place);

    public ExposedTree With(params IEnumerable<(string File, string Text)> files)
    {
        foreach (var (file, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Full(file))!);
            File.WriteAllText(Full(file), text);
        }

        return this;
    }

    public void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", _folder, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, string.Join(' ', arguments));
    }

    /// <summary>What is found of the family, without <c>exposure/</c>: by default what counts at the usual threshold.</summary>
    public IReadOnlyList<Finding> Scan(Policy? policy = null)
    {
        var rules = BuiltInRules.Load();
        policy ??= new Policy { Only = ["exposure"] };
        var gate = BuiltInDetectors.Gate(rules, policy, TimeProvider.System);
        var tree = new FileTree(["."], new FileTreeOptions { WorkingFolder = _folder });
        var listing = ExposureListing.Of(new Project(_folder, _folder), policy, new DiskFiles(), Home);
        return new Scanner(gate, rules, policy, TimeProvider.System) { Threads = 1 }.Scan(listing is null ? tree : tree.With(listing)).Findings;
    }

    public IReadOnlyList<string> Rules(Policy? policy = null, Level least = Level.Warning) =>
        [.. Scan(policy).Where(f => f.Level >= least).Select(f => f.Rule[(f.Rule.IndexOf('/', StringComparison.Ordinal) + 1)..]).Distinct().Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(Home, recursive: true);
    }
}
