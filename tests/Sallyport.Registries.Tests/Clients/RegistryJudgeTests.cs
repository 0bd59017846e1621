using Sallyport.Registries.Clients;
using Sallyport.Registries.Index;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Registries.Tests.Clients;

public sealed class RegistryJudgeTests
{
    private static readonly Dictionary<string, string> Everything = new()
    {
        ["npm_config_registry"] = "http://twin.test/npm", ["PIP_INDEX_URL"] = "http://user:pass@twin.test/simple", ["GOPROXY"] = "http://twin.test/go,direct",
        ["CARGO_REGISTRIES_CRATES_IO_INDEX"] = "sparse+http://twin.test/crates/", ["HOME"] = "/home",
    };

    private static readonly Dictionary<string, string> Files = new()
    {
        ["/home/.gemrc"] = ":sources:\n- http://twin.test/gems/\n",
        ["/home/.m2/settings.xml"] = "<settings><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>http://twin.test/maven</url></mirror></mirrors></settings>",
        ["/project/nuget.config"] = "<configuration><packageSources><clear /><add key=\"t\" value=\"http://twin.test/nuget/index.json\" /></packageSources></configuration>",
    };

    public static TheoryData<Ecosystem, string> Names => new()
    {
        { Ecosystem.Npm, "some-invented-thing" }, { Ecosystem.PyPi, "some-invented-thing" }, { Ecosystem.NuGet, "Some.Invented.Thing" }, { Ecosystem.Crates, "some-invented-thing" },
        { Ecosystem.RubyGems, "some-invented-thing" }, { Ecosystem.Go, "example.com/some/invented" }, { Ecosystem.Maven, "com.invented:thing" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_registry_does_not_have_is_hallucinated(Ecosystem ecosystem, string name)
    {
        var judgement = Judge(new MemoryWeb().With("/nuget/index.json", Service), ecosystem, name);
        judgement.Verdict.ShouldBe(PackageVerdict.Blocked);
        judgement.Hallucinated.ShouldBeTrue();
        judgement.Rule.ShouldBe(PackageRules.Hallucinated);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(403, "")]
    [InlineData(429, "")]
    [InlineData(200, "{\"versions\": {")]
    [InlineData(200, "<html>please log in")]
    [InlineData(200, "")]
    public void A_registry_that_does_not_answer_properly_leaves_it_unknown(int status, string body)
    {
        foreach (var (ecosystem, name, path) in Popular)
        {
            Judge(new MemoryWeb().With("/nuget/index.json", Service).With(path, body, status), ecosystem, name).Verdict.ShouldBe(PackageVerdict.Unknown, $"{ecosystem}");
        }
    }

    [Fact]
    public void A_registry_that_cannot_be_reached_leaves_it_unknown()
    {
        foreach (var (ecosystem, name, path) in Popular)
        {
            Judge(new MemoryWeb().With("/nuget/index.json", Service).Failing(path, "the certificate is not trusted"), ecosystem, name).Verdict.ShouldBe(PackageVerdict.Unknown, $"{ecosystem}");
        }
    }

    [Fact]
    public void Without_a_configured_registry_nothing_is_asked()
    {
        var web = new MemoryWeb();
        var judge = new RegistryJudge(PackageIndex.Shipped, new RegistryClients(MemoryWeb.Surroundings(), web), TimeProvider.System);
        judge.Judge(Ecosystem.Crates, "serde").Evidence[0].ShouldContain("no registry is configured");
        web.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_version_that_does_not_exist_is_hallucinated_too()
    {
        var web = new MemoryWeb().With("/npm/react", """{"versions": {"18.0.0": {}, "19.0.0": {}}, "dist-tags": {"latest": "19.0.0"}, "time": {"18.0.0": "2022-01-01T00:00:00Z", "19.0.0": "2024-01-01T00:00:00Z"}}""");
        Judge(web, Ecosystem.Npm, "react", "99.0.0").Hallucinated.ShouldBeTrue();
        Judge(web, Ecosystem.Npm, "react", "18.0.0").Verdict.ShouldBe(PackageVerdict.Ok);
    }

    [Fact]
    public void An_extra_that_does_not_exist_is_hallucinated_too()
    {
        var web = new MemoryWeb()
            .With("/simple/requests/", """{"files": [{"filename": "requests-2.0-py3-none-any.whl", "upload-time": "2020-01-01T00:00:00Z"}], "versions": ["2.0"]}""")
            .With("/pypi/requests/json", """{"info": {"version": "2.0", "provides_extra": ["socks"]}}""");
        Judge(web, Ecosystem.PyPi, "requests", null, "socks").Verdict.ShouldBe(PackageVerdict.Ok);
        Judge(web, Ecosystem.PyPi, "requests", null, "http3").Hallucinated.ShouldBeTrue();
        web.Asked[0].Authorization.ShouldBe("Basic dXNlcjpwYXNz");
    }

    [Fact]
    public void Youth_lost_provenance_and_new_install_scripts_are_told()
    {
        var now = DateTimeOffset.UtcNow;
        var web = new MemoryWeb().With("/npm/left-and-right", $$$$"""
            {"versions": {"1.0.0": {"dist": {"attestations": {"url": "x"}}}, "1.0.1": {"hasInstallScript": true, "deprecated": "use 1.0.0"}}, "dist-tags": {"latest": "1.0.1"},
             "time": {"1.0.0": "2020-01-01T00:00:00Z", "1.0.1": "{{{{now.AddHours(-3):o}}}}"}}
            """);
        var judgement = Judge(web, Ecosystem.Npm, "left-and-right");
        judgement.Verdict.ShouldBe(PackageVerdict.Review);
        var text = string.Join('\n', judgement.Evidence);
        text.ShouldContain("hours old");
        text.ShouldContain("does not say where it was built");
        text.ShouldContain("runs a script at installation");
        text.ShouldContain("deprecated");
    }

    [Fact]
    public void A_scope_goes_to_its_own_registry_with_its_own_token()
    {
        var web = new MemoryWeb();
        var files = new Dictionary<string, string> { ["/project/.npmrc"] = "@corp:registry=http://corp.test/npm/\n//corp.test/npm/:_authToken=${TOKEN}\n" };
        var surroundings = MemoryWeb.Surroundings(new() { ["TOKEN"] = "t", ["npm_config_registry"] = "http://twin.test/npm" }, files);
        new RegistryClients(surroundings, web).Ask(Ecosystem.Npm, "@corp/thing");
        web.Asked.ShouldBe([("http://corp.test/npm/@corp%2Fthing", "Bearer t")]);
    }

    private const string Service = """{"resources": [{"@id": "http://twin.test/nuget/flat/", "@type": "PackageBaseAddress/3.0.0"}]}""";

    private static readonly (Ecosystem Ecosystem, string Name, string Path)[] Popular =
    [
        (Ecosystem.Npm, "react", "/npm/react"), (Ecosystem.PyPi, "requests", "/simple/requests/"), (Ecosystem.NuGet, "Newtonsoft.Json", "/nuget/flat/newtonsoft.json/index.json"),
        (Ecosystem.Crates, "anyhow", "/crates/an/yh/anyhow"), (Ecosystem.RubyGems, "rly", "/gems/api/v1/versions/rly.json"), (Ecosystem.Go, "github.com/pkg/errors", "/go/github.com/pkg/errors/@latest"),
        (Ecosystem.Maven, "junit:junit", "/maven/junit/junit/maven-metadata.xml"),
    ];

    private static PackageJudgement Judge(MemoryWeb web, Ecosystem ecosystem, string name, string? version = null, params string[] extras) =>
        new RegistryJudge(PackageIndex.Shipped, new RegistryClients(MemoryWeb.Surroundings(Everything, Files), web), TimeProvider.System).Judge(ecosystem, name, version, extras);
}
