using Sallyport.Registries.Index;
using Sallyport.Registries.Verdicts;

namespace Sallyport.Registries.Tests.Verdicts;

public sealed class NameJudgeTests
{
    private readonly NameJudge _judge = new(PackageIndex.Shipped);

    [Theory]
    [InlineData(Ecosystem.PyPi, "requets", "requests")]
    [InlineData(Ecosystem.PyPi, "djang0", "django")]
    [InlineData(Ecosystem.PyPi, "setup-tools", "setuptools")]
    [InlineData(Ecosystem.PyPi, "nmap-python", "python-nmap")]
    [InlineData(Ecosystem.Npm, "loadsh", "lodash")]
    [InlineData(Ecosystem.Npm, "expresss", "express")]
    [InlineData(Ecosystem.Npm, "@bable/core", "@babel/core")]
    [InlineData(Ecosystem.Npm, "axios-http", "axios")]
    [InlineData(Ecosystem.NuGet, "Newtonsof.Json", "newtonsoft.json")]
    [InlineData(Ecosystem.Go, "github.com/strechr/testify", "github.com/stretchr/testify")]
    [InlineData(Ecosystem.Maven, "org.sl4fj:slf4j-api", "org.slf4j:slf4j-api")]
    public void A_look_alike_names_its_target_and_never_blocks(Ecosystem ecosystem, string name, string target)
    {
        var judgement = _judge.Judge(ecosystem, name);
        judgement.Verdict.ShouldBe(PackageVerdict.Review);
        judgement.Target.ShouldBe(target);
        judgement.Rule.ShouldBe(PackageRules.LookAlike);
    }

    [Fact]
    public void A_letter_of_another_script_is_seen() =>
        _judge.Judge(Ecosystem.PyPi, "rеquests").Target.ShouldBe("requests");

    [Fact]
    public void A_module_where_a_package_belongs_is_told_its_package()
    {
        var judgement = _judge.Judge(Ecosystem.PyPi, "cv2");
        judgement.Verdict.ShouldBe(PackageVerdict.Review);
        judgement.Target.ShouldBe("opencv-python");
        _judge.Judge(Ecosystem.PyPi, "urllib2").Rule.ShouldBe(PackageRules.Misnamed);
    }

    [Theory]
    [InlineData(Ecosystem.PyPi, "NumPy")]
    [InlineData(Ecosystem.Npm, "react")]
    [InlineData(Ecosystem.Crates, "aho_corasick")]
    public void A_popular_package_is_fine(Ecosystem ecosystem, string name) =>
        _judge.Judge(ecosystem, name).Verdict.ShouldBe(PackageVerdict.Ok);

    [Fact]
    public void Of_a_name_that_resembles_nothing_nothing_is_known() =>
        _judge.Judge(Ecosystem.PyPi, "our-inhouse-billing-engine").Verdict.ShouldBe(PackageVerdict.Unknown);

    [Fact]
    public void No_popular_name_is_blocked_or_doubted()
    {
        var lists = PackageIndex.Shipped;
        foreach (var ecosystem in Ecosystems.Judged)
        {
            var part = lists.Part(ecosystem)!;
            for (var rank = 1; rank <= part.Count; rank += 17)
            {
                _judge.Judge(ecosystem, part.Name(rank)).Verdict.ShouldBe(PackageVerdict.Ok, part.Name(rank));
            }
        }
    }
}
