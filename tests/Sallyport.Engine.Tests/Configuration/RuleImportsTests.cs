using Sallyport.Core;
using Sallyport.Engine.Configuration;
using Sallyport.Rules.Imports;

namespace Sallyport.Engine.Tests.Configuration;

public sealed class RuleImportsTests
{
    private readonly MemoryFiles _files = new MemoryFiles().With("/p/.git/HEAD", "");

    [Fact]
    public void Without_a_word_nothing_is_imported() => Load("/p").ShouldBeNull();

    [Fact]
    public void A_gitleaks_file_in_the_tree_is_not_taken_up_unasked()
    {
        _files.With("/p/.gitleaks.toml", Rule("a"));
        Load("/p").ShouldBeNull();
    }

    [Fact]
    public void The_configuration_that_holds_where_the_scan_starts_counts_and_paths_are_relative_to_it()
    {
        _files.With("/p/sallyport.yml", "imports: root.toml\n").With("/p/root.toml", Rule("root"))
            .With("/p/web/sallyport.yml", "imports: [own.toml, ../shared/base.toml]\n").With("/p/web/own.toml", Rule("own")).With("/p/shared/base.toml", Rule("base"));
        Ids("/p").ShouldBe(["root"]);
        Ids("/p/web").ShouldBe(["own", "base"]);
        Ids("/p/web/deep").ShouldBe(["own", "base"]);
        Ids("/p/src").ShouldBe(["root"]);
    }

    [Fact]
    public void A_glob_takes_the_files_that_fit_in_order()
    {
        _files.With("/p/sallyport.yml", "imports: ['rules/*.toml', 'all/**/x*.toml']\n")
            .With("/p/rules/b.toml", Rule("b")).With("/p/rules/a.toml", Rule("a")).With("/p/rules/deep/c.toml", Rule("c")).With("/p/rules/d.yml", "x")
            .With("/p/all/x1.toml", Rule("x1")).With("/p/all/deep/x2.toml", Rule("x2")).With("/p/all/y.toml", Rule("y"));
        Ids("/p").ShouldBe(["a", "b", "x2", "x1"], ignoreOrder: true);
    }

    [Fact]
    public void What_a_file_extends_lies_beside_it()
    {
        _files.With("/p/sallyport.yml", "imports: rules/a.toml\n").With("/p/rules/a.toml", "[extend]\npath = 'b.toml'\n").With("/p/rules/b.toml", Rule("b"));
        Ids("/p/src").ShouldBe(["b"]);
        Load("/p/src")!.Rules[0].File.ShouldBe("rules/b.toml");
    }

    [Fact]
    public void Organisation_user_and_command_line_count_in_a_tree_that_is_not_trusted()
    {
        _files.With("/etc/policy.yml", "imports: org.toml\n").With("/etc/org.toml", Rule("org"))
            .With("/p/sallyport.yml", "imports: tree.toml\n").With("/p/tree.toml", Rule("tree")).With("/p/src/mine.toml", Rule("mine"));
        Load("/p/src", trusted: false, organisation: "/etc/policy.yml", named: "mine.toml")!.Rules.Select(Name).ShouldBe(["org", "mine"]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_the_line_that_names_it()
    {
        _files.With("/p/sallyport.yml", "fail-on: note\nimports:\n- gone.toml\n");
        Should.Throw<UserException>(() => Load("/p")).Message.ShouldBe("sallyport.yml:3: `gone.toml` does not exist");
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_is_read()
    {
        _files.With("/p/a.toml", "\uFEFF" + Rule("a"));
        Load("/p", named: "a.toml")!.Rules.Select(Name).ShouldBe(["a"]);
    }

    private string[] Ids(string working) => [.. Load(working)!.Rules.Select(Name)];

    private ImportedRules? Load(string working, bool trusted = true, string? organisation = null, params string[] named)
    {
        var sources = new ConfigurationSources(_files, new UserCache(_files, "/cache"), BuiltInRules.Load()) { Organisation = organisation };
        return RuleImports.Load(Project.Around(".", working, _files), sources, trusted, named);
    }

    private static string Name(ImportedRule rule) => rule.Id["imported/gitleaks/".Length..];

    private static string Rule(string id) => $"[[rules]]\nid = '{id}'\nregex = 'some-{id}-[0-9]'\n";
}
