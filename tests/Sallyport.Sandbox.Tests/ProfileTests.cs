using Sallyport.Core;

namespace Sallyport.Sandbox;

public sealed class ProfileTests
{
    [Theory]
    [InlineData("512", 512L)]
    [InlineData("64K", 65536L)]
    [InlineData("4G", 4294967296L)]
    [InlineData("", null)]
    [InlineData("G", null)]
    [InlineData("-1", null)]
    [InlineData("0", null)]
    [InlineData("1.5G", null)]
    [InlineData("99999999999999T", null)]
    public void A_size_is_a_number_with_a_unit(string text, long? size) => ProfileReader.Size(text).ShouldBe(size);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("2h", 7200)]
    [InlineData("2", null)]
    [InlineData("s", null)]
    public void A_time_is_a_number_with_a_unit(string text, int? seconds) => (ProfileReader.Duration(text)?.TotalSeconds).ShouldBe((double?)seconds);

    [Fact]
    public void A_profile_that_extends_another_adds_to_its_lists_and_replaces_the_rest()
    {
        var strict = new ProfileCatalogue(null).Find("strict");
        var normal = new ProfileCatalogue(null).Find("default");
        strict.Memory.ShouldBeLessThan(normal.Memory);
        strict.Protect.ShouldBe(normal.Protect);
        strict.Name.ShouldBe("strict");
    }

    [Fact]
    public void A_users_own_profile_goes_first_and_may_extend_the_built_in_one_of_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("sallyport-profiles-").FullName;
        File.WriteAllText(Path.Combine(folder, "default.profile"), "extends: default\nunprotect: .vscode\nenvironment: MY_VARIABLE\n");
        var profile = new ProfileCatalogue(folder).Find("default");
        profile.Protect.ShouldNotContain(".vscode/");
        profile.Protect.ShouldContain(".claude/");
        profile.Environment.ShouldContain("MY_VARIABLE");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("memory: lots", "`lots` is no size")]
    [InlineData("memroy: 4G", "unknown setting `memroy`")]
    [InlineData("network: yes", "`yes` is no value of `network`")]
    [InlineData("just words", "is no setting")]
    public void A_mistake_is_told_with_its_line(string line, string cause)
    {
        var mistake = Should.Throw<UserException>(() => ProfileReader.Read("mine", "# comment\n" + line, _ => throw new InvalidOperationException()));
        mistake.Message.ShouldContain("profile `mine`, line 2");
        mistake.Message.ShouldContain(cause);
        mistake.Hint.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_name_that_leads_out_of_the_folder_of_profiles_is_not_followed() =>
        Should.Throw<UserException>(() => new ProfileCatalogue("/tmp").Find("../../etc/passwd")).Message.ShouldContain("there is no profile");
}
