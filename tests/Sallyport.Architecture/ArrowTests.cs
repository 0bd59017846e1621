using System.Xml.Linq;

namespace Sallyport.Architecture;

/// <summary>Which project may know which: the arrows of docs/architecture.md, and no other.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Core"] = [],
        ["Agents"] = ["Core"],
        ["Rules"] = ["Core"],
        ["Sources"] = ["Core"],
        ["Syntax"] = ["Core"],
        ["Registries"] = ["Core"],
        ["Ledger"] = ["Core"],
        ["Synthesis"] = ["Core"],
        ["Proxy"] = ["Core"],
        ["Sandbox"] = ["Core"],
        ["Reports"] = ["Core"],
        ["Detectors"] = ["Core", "Rules", "Syntax", "Registries"],
        ["Engine"] = ["Core", "Agents", "Rules", "Sources", "Syntax", "Registries", "Detectors", "Ledger", "Proxy", "Sandbox", "Reports", "RuleCompiler"],
        ["RuleCompiler"] = ["Core", "Rules"],
        ["InjectionModel"] = ["Core", "Detectors"],
        ["SecretModel"] = ["Core", "Rules", "Detectors"],
        ["Hook"] = ["Core"],
    };

    private static readonly string[] Door = ["Core", "Agents", "Rules", "Sources", "Detectors", "Ledger", "Reports", "Engine", "Proxy", "Sandbox", "Registries", "Synthesis"];

    public static TheoryData<string> Projects => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_the_plan_allows(string project)
    {
        var name = Short(project);
        var allowed = Allowed.GetValueOrDefault(name) ?? (project.Contains("/doors/", StringComparison.Ordinal) ? Door : []);
        References(project).Except(allowed).ShouldBeEmpty($"{name} points where it must not; the plan allows {string.Join(", ", allowed)}");
    }

    [Fact]
    public void Core_has_no_packages() =>
        XDocument.Load(Path.Combine(Repository.Root, "src/Sallyport.Core/Sallyport.Core.csproj")).Descendants("PackageReference").ShouldBeEmpty();

    [Fact]
    public void Only_the_engine_composes_detectors_with_sources()
    {
        var both = Projects.Select(p => p.Data).Where(p => References(p).Contains("Detectors") && References(p).Contains("Sources"));
        both.Select(Short).ShouldBe(["Engine"]);
    }

    private static string Short(string project) => Path.GetFileNameWithoutExtension(project).Replace("Sallyport.", "", StringComparison.Ordinal);

    private static string[] References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference").Select(r => Short(r.Attribute("Include")!.Value.Replace('\\', '/')))];
}
