using System.Runtime.CompilerServices;
using Sallyport.Detectors.Exposure;
using Sallyport.Detectors.Exposure.Tools;

namespace Sallyport.Detectors.Tests.Exposure;

public sealed class PrivateListTests
{
    [Theory]
    [InlineData(".env", true)]
    [InlineData("a/b/.env.production", true)]
    [InlineData(".env.example", false)]
    [InlineData("environment", false)]
    [InlineData("deploy/server.key", true)]
    [InlineData("tls/fullchain-cert.pem", false)]
    [InlineData("secrets/db.yml", true)]
    [InlineData("app/secrets/db.yml", true)]
    [InlineData("src/secrets/Scanner.cs", false)]
    [InlineData("credentials/README.md", false)]
    [InlineData("data/raw/people.csv", true)]
    [InlineData("old/data/raw/people.csv", false)]
    [InlineData("data/raw/.gitkeep", false)]
    public void Names_are_private_as_the_list_says(string place, bool hidden) => (new PrivateList([]).Find(place) is not null).ShouldBe(hidden);

    [Fact]
    public void The_projects_own_lines_have_the_last_word()
    {
        var list = new PrivateList(["interviews/", "!tests/**", "*.sav"]);
        list.Find("interviews/notes.md").ShouldBe("interviews/");
        list.Find("tests/keys/a.pem").ShouldBeNull();
        list.Find("x/y.sav").ShouldBe("*.sav");
    }

    [Theory]
    [InlineData(".ENV", ".env")]
    [InlineData("donne\u0301es/a", "donn\u00E9es/a")]
    [InlineData("A\u030A.key", "\u00E5.key")]
    public void Other_spellings_of_a_name_are_known(string place, string spelling) => PrivateList.Spellings(place).ShouldContain(spelling);

    [Fact]
    public void The_documentation_names_every_line_and_every_tool()
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/exposure.md"));
        PrivateList.Defaults.ShouldAllBe(line => page.Contains(line, StringComparison.Ordinal));
        AssistantTools.All.ShouldAllBe(tool => page.Contains($"(`{tool.Id}`)", StringComparison.Ordinal));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
