using Sallyport.Registries.Naming;

namespace Sallyport.Registries.Tests.Naming;

public sealed class PackageNameTests
{
    [Theory]
    [InlineData(Ecosystem.PyPi, "Flask_SQLAlchemy", "flask-sqlalchemy")]
    [InlineData(Ecosystem.PyPi, "zope..interface", "zope-interface")]
    [InlineData(Ecosystem.NuGet, "Newtonsoft.Json", "newtonsoft.json")]
    [InlineData(Ecosystem.Npm, "@Types/node", "@Types/node")]
    [InlineData(Ecosystem.Go, "github.com/BurntSushi/toml", "github.com/BurntSushi/toml")]
    public void A_name_has_the_form_its_registry_keeps(Ecosystem ecosystem, string name, string normal) =>
        PackageName.Normalize(ecosystem, name).ShouldBe(normal);

    [Fact]
    public void A_crate_is_the_same_with_dash_and_underscore()
    {
        PackageName.Same(Ecosystem.Crates, "serde_json", "serde-json").ShouldBeTrue();
        PackageName.Same(Ecosystem.Npm, "lodash_es", "lodash-es").ShouldBeFalse();
    }

    [Theory]
    [InlineData(Ecosystem.PyPi, "two words", false)]
    [InlineData(Ecosystem.PyPi, "requests", true)]
    [InlineData(Ecosystem.Npm, "@scope", false)]
    [InlineData(Ecosystem.Npm, "@scope/name", true)]
    [InlineData(Ecosystem.Maven, "org.slf4j", false)]
    [InlineData(Ecosystem.Maven, "org.slf4j:slf4j-api", true)]
    [InlineData(Ecosystem.Crates, "9lives", false)]
    [InlineData(Ecosystem.RubyGems, "rails", true)]
    public void What_the_grammar_forbids_is_no_name(Ecosystem ecosystem, string name, bool valid) =>
        PackageName.IsValid(ecosystem, name).ShouldBe(valid);
}
