namespace Sallyport.Sandbox;

public sealed class EnvironmentTests
{
    private static readonly SandboxProfile Profile = new("test") { Environment = ["LANG", "LC_*", "TOKEN"], Set = ["FIXED=1"] };

    [Fact]
    public void Only_listed_names_pass()
    {
        var chosen = Choose(new() { ["LANG"] = "C", ["LC_ALL"] = "C", ["AWS_SECRET"] = "x", ["SSH_AUTH_SOCK"] = "/tmp/a" }, out _);
        chosen.ShouldContain("LANG=C");
        chosen.ShouldContain("LC_ALL=C");
        chosen.ShouldContain("FIXED=1");
        chosen.ShouldNotContain(v => v.StartsWith("AWS_SECRET", StringComparison.Ordinal) || v.StartsWith("SSH_AUTH_SOCK", StringComparison.Ordinal));
    }

    [Fact]
    public void A_listed_name_with_a_secret_value_stays_out_and_is_named()
    {
        Choose(new() { ["TOKEN"] = "a1b2c3d4e5f6a7b8c9d0" }, out var left).ShouldNotContain(v => v.StartsWith("TOKEN", StringComparison.Ordinal));
        left.ShouldBe(["TOKEN"]);
    }

    [Fact]
    public void Words_and_paths_are_not_asked_about()
    {
        SandboxEnvironment.Choose(Profile, new Dictionary<string, string> { ["LANG"] = "/usr/local/bin:/usr/bin:/home/user/some-tool/bin" }, "/home/u", "/p", (_, _) => throw new InvalidOperationException("asked"), []).ShouldNotBeEmpty();
    }

    [Fact]
    public void Home_and_the_folder_are_those_of_the_sandbox() => Choose([], out _).ShouldBe(["PATH=/usr/local/bin:/usr/bin:/bin", "FIXED=1", "HOME=/home/u", "PWD=/p", "TMPDIR=/tmp", "USER=user", "LOGNAME=user", "SALLYPORT_SANDBOX=test"], ignoreOrder: true);

    private static IReadOnlyList<string> Choose(Dictionary<string, string> all, out List<string> left)
    {
        left = [];
        return SandboxEnvironment.Choose(Profile, all, "/home/u", "/p", (name, _) => name == "TOKEN", left);
    }
}
