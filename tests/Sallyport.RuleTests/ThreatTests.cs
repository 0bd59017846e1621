using System.Text.Json;
using Sallyport.Rules.Threats;

namespace Sallyport.RuleTests;

/// <summary>The threat catalogue says nothing wrong of other catalogues.</summary>
public sealed class ThreatTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "threats");

    private static readonly string[] Expected =
    [
        "data-exposure", "destructive-actions", "excessive-agency", "exfiltration", "hallucinated-and-deprecated-apis", "hidden-backdoors",
        "incomplete-error-handling", "insecure-code-generation", "insecure-infrastructure", "logic-errors-at-scale", "misinformation",
        "poisoned-models-and-data", "privilege-escalation", "prompt-injection", "repudiation", "retrieval-poisoning", "secrets-in-code",
        "slopsquatting", "system-prompt-leakage", "tool-poisoning", "unbounded-consumption",
    ];

    private static readonly string[] Stride =
        ["spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service", "elevation-of-privilege"];

    public static TheoryData<string> Threats => [.. Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(n => n != "README").Order(StringComparer.Ordinal)];

    [Fact]
    public void The_catalogue_holds_the_threats_it_promises() => Threats.Select(t => t.Data).ShouldBe(Expected);

    [Theory]
    [MemberData(nameof(Threats))]
    public void Every_id_exists_in_the_pinned_data_with_exactly_that_name(string threat)
    {
        var page = Read(threat);
        foreach (var (catalogue, references) in page.References)
        {
            var names = Names(catalogue);
            foreach (var reference in references)
            {
                // NIST's subcategories are sentences: pages give their id alone.
                var known = catalogue == "nist-ai-rmf" ? names.ContainsKey(reference) : names.Any(n => $"{n.Key} {n.Value}" == reference);
                known.ShouldBeTrue($"{threat}: `{reference}` is not in threats/ids/{catalogue}.json");
            }

            references.ShouldBeUnique();
        }
    }

    [Theory]
    [MemberData(nameof(Threats))]
    public void A_page_carries_what_a_reader_looks_for(string threat)
    {
        var page = Read(threat);
        page.Stride.ShouldNotBeEmpty();
        page.Stride.ShouldBeSubsetOf(Stride);
        page.Actors.ShouldNotBeEmpty();
        page.Doors.ShouldNotBeEmpty();
        page.References.Count(r => r.Value.Count > 0).ShouldBeGreaterThanOrEqualTo(3);
        foreach (var heading in new[] { "## What happens", "## How it gets in", "## What answers it", "## What remains" })
        {
            page.Help.ShouldContain(heading);
        }
    }

    [Fact]
    public void Every_rule_names_a_cwe_that_exists()
    {
        var cwe = Names("cwe");
        Pages.All.SelectMany(p => p.Cwe, (page, id) => (page.Id, Cwe: $"CWE-{id}")).Where(x => !cwe.ContainsKey(x.Cwe)).ShouldBeEmpty();
    }

    private static ThreatPage Read(string threat) => ThreatPageParser.Parse(threat, File.ReadAllText(Path.Combine(Folder, threat + ".md")));

    private static Dictionary<string, string> Names(string catalogue)
    {
        using var data = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "ids", catalogue + ".json")));
        return data.RootElement.GetProperty("ids").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }
}
