using Sallyport.Core;
using Sallyport.Engine.Approvals;

namespace Sallyport.Engine.Tests.Approvals;

public sealed class ApproverKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-keys-").FullName;
    private readonly MovableTime _time = new();
    private readonly ApproverKeys _keys;

    public ApproverKeysTests() => _keys = new ApproverKeys(_folder, _time);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_login_works_once()
    {
        var code = _keys.NewLogin("ada");
        _keys.UseLogin(code).ShouldBe("ada");
        _keys.UseLogin(code).ShouldBeNull();
    }

    [Fact]
    public void A_login_runs_out()
    {
        var code = _keys.NewLogin("ada");
        _time.Advance(TimeSpan.FromMinutes(2));
        _keys.UseLogin(code).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../seal")]
    [InlineData("0000000000000000000000000000000000000000")]
    public void What_is_no_login_lets_nobody_in(string code) => _keys.UseLogin(code).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("../ada")]
    [InlineData(".ada")]
    [InlineData("ada lovelace")]
    public void A_name_that_could_be_a_path_is_none(string name) => Should.Throw<UserException>(() => _keys.Enrol(name));

    [Fact]
    public void A_person_has_one_key_until_it_is_taken_back()
    {
        var first = _keys.Enrol("ada");
        var second = _keys.Enrol("ada");
        second.ShouldNotBe(first);
        _keys.KeyOf("ada").ShouldBe(second);
        _keys.Dismiss("ada").ShouldBeTrue();
        _keys.KeyOf("ada").ShouldBeNull();
    }

    [Fact]
    public void The_seal_stays_the_same() => _keys.Seal().ShouldBe(new ApproverKeys(_folder, _time).Seal());
}
