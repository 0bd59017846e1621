using Sallyport.Core.Findings;
using Sallyport.Core.Policy;

namespace Sallyport.Engine.Tests.Exposure;

/// <summary>Every tool, clean and with every hole it can have; bench/run ignore counts the same over more draws.</summary>
public sealed class EveryToolTests : IDisposable
{
    private static readonly string[] Candidates =
        [".env", ".env.production", "config/.env", "deploy/server.key", "certs/id_ed25519", "secrets/db.yml", "infra/terraform.tfstate", "data/raw/people.csv", "service-account-prod.json", "app/credentials.json"];

    private readonly ExposedTree _at = new();

    public static TheoryData<string, int> Draws
    {
        get
        {
            var draws = new TheoryData<string, int>();
            foreach (var tool in ToolSetup.All)
            {
                draws.Add(tool.Id, 1);
                draws.Add(tool.Id, 2);
            }

            return draws;
        }
    }

    public void Dispose() => _at.Dispose();

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_clean_set_up_is_not_flagged(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        _at.Rules(least: Level.Note).ShouldBeEmpty($"{setup} {string.Join(' ', hidden)}");
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_private_file_that_is_not_covered_is_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        var place = setup.Hides is null ? ".env" : hidden[^1];
        _at.With((place, "x\n")).With(setup.Hides?.Invoke([.. hidden.Take(hidden.Count - 1)]) ?? []);
        _at.Scan().ShouldContain(f => f.Rule == "exposure/uncovered-file" && f.Path == place);
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_file_that_no_tool_reads_is_found(string tool, int draw)
    {
        Clean(tool, draw);
        _at.With((draw == 1 ? ".copilotignore" : ".codexignore", ".env\n")).Rules().ShouldBe(["unread-ignore-file"]);
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Cover_that_hides_nothing_is_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        if (setup.Ineffective is { } ineffective)
        {
            _at.With(ineffective(hidden)).Rules().ShouldBe(["ineffective-pattern", "uncovered-file"]);
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_file_that_is_given_back_is_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        if (setup.GivesBack is { } givesBack)
        {
            _at.With(givesBack(hidden, hidden[0])).Rules().ShouldBe(["reincluded-file"]);
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Two_tools_that_differ_are_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        if (setup.Hides is not null)
        {
            var other = ToolSetup.All.First(t => t.Id == (tool == "cline" ? "jetbrains" : "cline"));
            _at.With(other.Shows).With(other.Hides!(hidden)).Rules().ShouldBeEmpty();
            _at.With(setup.Hides([.. hidden.Skip(1), "nothing"])).Rules().ShouldBe(["ignore-drift", "uncovered-file"]);
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Cover_that_a_shell_passes_is_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        if (setup.Shell is { } shell)
        {
            foreach (var (file, _) in setup.Closes)
            {
                File.Delete(_at.Full(file));
            }

            if (tool == "claude-code")
            {
                var (file, text) = setup.Hides!(hidden)[0];
                _at.With((file, text.Replace("\"enabled\": true", "\"enabled\": false", StringComparison.Ordinal)));
            }

            _at.With(shell).Rules(least: Level.Note).ShouldContain("shell-bypass");
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_private_file_in_git_is_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        var place = hidden.Count == 0 ? ".env" : hidden[0];
        _at.With((place, "x\n"));
        _at.Git("add", "-f", place);
        _at.Scan().ShouldContain(f => f.Rule == "exposure/tracked-private-file" && f.Path == place, setup.Id);
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void An_environment_file_that_is_loaded_is_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        if (setup.LoadsEnvironment)
        {
            foreach (var (file, text) in setup.Closes)
            {
                _at.With((file, text.Replace("true", "false", StringComparison.Ordinal)));
            }

            _at.With((".env", "x\n")).With(setup.Hides!([.. hidden, ".env"])).Rules().ShouldBe(["env-autoload"]);
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Another_name_of_a_covered_file_is_found(string tool, int draw)
    {
        var (setup, hidden) = Clean(tool, draw);
        if (setup.Hides is null)
        {
            return;
        }

        if (draw == 1)
        {
            File.CreateSymbolicLink(_at.Full("notes.txt"), _at.Full(hidden[0]));
        }
        else
        {
            using var link = System.Diagnostics.Process.Start("ln", [_at.Full(hidden[0]), _at.Full("notes.txt")])!;
            link.WaitForExit();
        }

        _at.Scan().Where(f => f.Level >= Level.Warning).Select(f => (f.Rule, f.Path)).ShouldBe([("exposure/private-file-alias", "notes.txt")]);
    }

    [Theory]
    [InlineData("cursor", ".ENV")]
    [InlineData("claude-code", ".Env")]
    [InlineData("codex", ".ENV")]
    public void A_name_in_other_letter_case_is_found(string tool, string name)
    {
        var (setup, _) = Clean(tool, 1);
        _at.With((name, "x\n")).With(setup.Hides!([.. new[] { ".env" }.Union(Hidden(1))]));
        _at.Scan().ShouldContain(f => f.Rule == "exposure/private-file-alias" && f.Path == name);
    }

    [Fact]
    public void A_name_in_another_spelling_of_its_accents_is_found() =>
        _at.With((".cursorrules", "x\n"), (".cursorignore", "donn\u00E9es/\n"), ("donne\u0301es/a.csv", "1\n"))
            .Rules(new Policy { Only = ["exposure"], Private = ["donn\u00E9es/"] }).ShouldContain("private-file-alias");

    [Fact]
    public void An_empty_aiexclude_is_found() => _at.With((".aiexclude", "\n")).Rules().ShouldBe(["empty-exclude-file"]);

    [Fact]
    public void A_relative_path_in_the_users_settings_denies_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_at.Home, ".claude"));
        File.WriteAllText(Path.Combine(_at.Home, ".claude/settings.json"), """{"permissions": {"deny": ["Read(./.env)"]}}""");
        var found = _at.With(("CLAUDE.md", "x\n"), (".env", "x\n")).Scan();
        found.ShouldContain(f => f.Rule == "exposure/ineffective-pattern" && f.Path == "~/.claude/settings.json");
        found.ShouldContain(f => f.Rule == "exposure/uncovered-file");
    }

    [Fact]
    public void Nothing_is_walked_where_no_tool_shows_itself() => _at.With((".env", "x\n")).Rules().ShouldBeEmpty();

    [Fact]
    public void Source_code_about_secrets_is_not_private() =>
        _at.With((".cursorrules", "x\n"), ("src/secrets/Scanner.cs", "x\n"), ("docs/credentials/README.md", "x\n"), (".env.example", "x\n")).Rules().ShouldBeEmpty();

    [Fact]
    public void What_a_package_manager_fills_is_not_walked() =>
        _at.With((".cursorrules", "x\n"), (".gitignore", "node_modules/\nbox/\n"), ("node_modules/a/.env", "x\n"), ("box/deep/.env", "x\n")).Scan().Select(f => f.Path).ShouldBe(["box/deep/.env"]);

    private (ToolSetup Setup, IReadOnlyList<string> Hidden) Clean(string tool, int draw)
    {
        var setup = ToolSetup.All.Single(t => t.Id == tool);
        var hidden = setup.Hides is null ? [] : Hidden(draw);
        _at.With((".gitignore", draw == 1 ? "" : ".idea/\n")).With(hidden.Select(h => (h, "x\n"))).With(setup.Shows).With(setup.Closes).With(setup.Hides?.Invoke(hidden) ?? []);
        return (setup, hidden);
    }

    private static string[] Hidden(int draw)
    {
        var random = new Random(draw);
        return [.. Candidates.OrderBy(_ => random.Next()).Take(4)];
    }
}
