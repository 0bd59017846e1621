using Sallyport.Sandbox.Landlock;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Sallyport.Sandbox;

public sealed class ProofTests
{
    private const int Least = 115;

    [Theory]
    [InlineData("bubblewrap")]
    [InlineData("landlock")]
    public void Nothing_that_must_be_refused_is_possible_inside_and_most_of_it_is_outside(string backend)
    {
        Assert.SkipWhen(backend == "landlock" && LandlockRuleset.Version < LandlockRuleset.Scopes, "this kernel's Landlock does not keep signals inside");
        var (name, results) = new SandboxProof(TimeProvider.System).Run(Ground.Profile(), backend, "");
        var all = results.ToList();
        name.ShouldBe(backend);
        all.Where(r => r.Open).Select(r => $"{r.Area}: {r.Name}: {r.Detail}").ShouldBeEmpty();
        all.Count(r => r.Verdict == "refused").ShouldBeGreaterThan(Least);
        all.Count(r => r.Control).ShouldBeGreaterThan(Least);
        all.Select(r => r.Area + r.Name).ShouldBeUnique();
    }

    [Fact]
    public void A_profile_that_allows_unix_sockets_says_so_and_stays_closed_otherwise()
    {
        var (_, results) = new SandboxProof(TimeProvider.System).Run(Ground.Profile() with { UnixSockets = true }, null, "");
        var sockets = results.TakeWhile(r => r.Area is "network" or "sockets").ToList();
        sockets.ShouldContain(r => r.Verdict == "intended" && r.Name == "making a unix socket");
        sockets.ShouldNotContain(r => r.Open);
    }
}
