using Sallyport.Core;
using Sallyport.Core.Findings;

namespace Sallyport.Rules.Tests.Imports;

public sealed class RuleImporterTests
{
    [Fact]
    public void A_file_that_is_not_there_is_a_mistake_with_a_hint()
    {
        var error = Should.Throw<UserException>(() => new RuleFolder().Import("none.toml"));
        error.Message.ShouldBe("`none.toml` does not exist");
        error.Hint.ShouldContain("gitleaks (.toml) or kingfisher (.yml)");
    }

    [Fact]
    public void A_file_of_another_kind_is_a_mistake() =>
        Should.Throw<UserException>(() => new RuleFolder().With("rules.json", "{}").Import()).Message.ShouldBe("`rules.json` is no rule file that can be imported");

    [Fact]
    public void Rules_of_two_tools_stand_side_by_side_and_the_later_of_one_id_counts()
    {
        const string toml = "[[rules]]\nid = 'a'\nregex = 'one-[0-9]'\n";
        var imported = new RuleFolder().With("a.toml", toml).With("b.toml", toml.Replace("one", "two", StringComparison.Ordinal))
            .With("c.yml", "rules:\n- {name: K, id: k.1, pattern: 'three-[0-9]'}\n").Import("a.toml", "b.toml", "c.yml");
        imported.Rules.Select(r => (r.Id, r.Expression!.Text)).ShouldBe([("imported/gitleaks/a", "two-[0-9]"), ("imported/kingfisher/k.1", "three-[0-9]")]);
        imported.Notes.Select(n => n.ToString()).ShouldBe(["b.toml: `imported/gitleaks/a` stands in a.toml, too: the later one counts"]);
    }

    [Fact]
    public void What_many_files_share_is_told_once()
    {
        var folder = new RuleFolder();
        var names = Enumerable.Range(1, 5).Select(i => $"{i}.yml").ToArray();
        foreach (var name in names)
        {
            folder.With(name, $"rules:\n- {{name: K, id: k.{name[0]}, pattern: 'key-[0-9]', validation: {{type: Http}}}}\n");
        }

        folder.Import(names).Notes.ShouldHaveSingleItem().ToString().ShouldBe(
            "1.yml and 4 more: `validation` and `revocation` are not honoured: nothing is sent anywhere (`k.1`, `k.2`, `k.3` and 2 more)");
    }

    [Fact]
    public void A_rule_that_must_look_everywhere_is_told_once()
    {
        var imported = new RuleFolder().With("a.toml", "[[rules]]\nid = 'a'\nregex = '[a-f0-9]{32}'\n[[rules]]\nid = 'b'\nregex = '[0-9]{9}'\n").Import();
        imported.Notes.ShouldHaveSingleItem().ToString().ShouldBe(
            "a.toml: 2 rules, such as `imported/gitleaks/a`, have neither keywords nor a fixed text of three characters and must look at every byte of every file: the scan takes longer");
    }

    [Fact]
    public void Imported_rules_are_described_like_others()
    {
        var rules = new RuleFolder().With("a.toml", "[[rules]]\nid = 'a'\ndescription = 'Our key'\nregex = 'ourkey-[0-9]'\n").Import().Describe();
        var rule = rules.Find("imported/gitleaks/a")!;
        (rule.Title, rule.Family, rule.Severity, rule.Confidence).ShouldBe(("Our key", "imported", Severity.High, Confidence.Low));
        rule.Help.ShouldContain("imported from `a.toml`");
    }
}
