using System.Text;
using Sallyport.Proxy.Egress.Credentials;

namespace Sallyport.Proxy.Egress;

public sealed class CredentialTests
{
    private static readonly string Secret = "real" + Random.Shared.GetString("abcdef0123456789", 36);

    [Fact]
    public async Task The_value_goes_to_its_host_and_comes_back_as_the_stand_in()
    {
        var credential = new Credential("TOKEN", "good.test", Secret);
        await using var world = await Outside.Start(w => w.Options = new EgressOptions { Rules = [], Credentials = [credential] }, "good.test:SECURE private");
        var answer = await world.SendSecure($"good.test:{world.Secure}", "good.test", $"GET / HTTP/1.1\r\nHost: good.test:{world.Secure}\r\nAuthorization: Bearer {credential.Sentinel}\r\nConnection: close\r\n\r\n");
        world.Seen.ShouldHaveSingleItem().ShouldContain("Bearer " + Secret);
        answer.ShouldContain("Bearer " + credential.Sentinel);
        answer.ShouldNotContain(Secret);
        credential.Uses.ShouldBe(1);
        await world.DisposeAsync();
        world.Records.Sum(r => r.Credentials).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_put_into_a_login_and_cleaned_out_of_every_form_of_the_answer()
    {
        var credential = new Credential("TOKEN", "good.test", Secret);
        await using var world = await Outside.Start(
            w =>
            {
                w.Options = new EgressOptions { Rules = [], Credentials = [credential] };
                w.Answer = head =>
                {
                    var login = head.Split("Authorization: ")[1].Split("\r\n")[0];
                    var body = $"{head}\n{Convert.ToBase64String(Encoding.ASCII.GetBytes(Secret))}\n{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Secret))}\n{new string([.. Secret.Reverse()])}\n{login}";
                    return $"HTTP/1.1 200 OK\r\nX-Echo: {Secret}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
                };
            },
            "good.test:SECURE private");
        var login = Convert.ToBase64String(Encoding.ASCII.GetBytes("user:" + credential.Sentinel));
        var answer = await world.SendSecure($"good.test:{world.Secure}", "good.test", $"GET / HTTP/1.1\r\nHost: good.test:{world.Secure}\r\nAuthorization: Basic {login}\r\nConnection: close\r\n\r\n");
        world.Seen[0].ShouldContain(Convert.ToBase64String(Encoding.ASCII.GetBytes("user:" + Secret)));
        answer.ShouldNotContain(Secret);
        answer.ShouldNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes(Secret)));
        answer.ShouldNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes("user:" + Secret)));
        answer.ShouldNotContain(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Secret)));
        answer.ShouldNotContain(new string([.. Secret.Reverse()]));
        answer.ShouldContain(login);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    public async Task A_value_that_lies_across_chunks_is_cleaned(int size)
    {
        var credential = new Credential("TOKEN", "good.test", Secret);
        await using var world = await Outside.Start(
            w =>
            {
                w.Options = new EgressOptions { Rules = [], Credentials = [credential] };
                w.Answer = _ => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + string.Concat($"before {Secret} after".Chunk(size).Select(c => $"{c.Length:x}\r\n{new string(c)}\r\n")) + "0\r\n\r\n";
            },
            "good.test:SECURE private");
        var answer = await world.SendSecure($"good.test:{world.Secure}", "good.test", $"GET / HTTP/1.1\r\nHost: good.test:{world.Secure}\r\nX-Key: {credential.Sentinel}\r\nConnection: close\r\n\r\n");
        string.Concat(answer.Split("\r\n\r\n", 2)[1].Split("\r\n").Where((_, i) => i % 2 == 1)).ShouldContain($"before {credential.Sentinel} after");
    }

    [Fact]
    public async Task Another_host_gets_the_stand_in_and_so_does_the_host_without_TLS()
    {
        var credential = new Credential("TOKEN", "good.test", Secret);
        await using var world = await Outside.Start(w => w.Options = new EgressOptions { Rules = [], Credentials = [credential] }, "good.test:PLAIN private", "other.test:PLAIN private");
        foreach (var host in (string[])["good.test", "other.test"])
        {
            await world.Send($"GET http://{host}:{world.Plain}/ HTTP/1.1\r\nHost: {host}:{world.Plain}\r\nAuthorization: Bearer {credential.Sentinel}\r\nConnection: close\r\n\r\n");
        }

        world.Seen.Count.ShouldBe(2);
        world.Seen.ShouldAllBe(head => head.Contains(credential.Sentinel) && !head.Contains(Secret));
        credential.Uses.ShouldBe(0);
    }

    [Fact]
    public async Task A_credential_that_expired_or_was_revoked_is_not_used()
    {
        var revoked = false;
        var credential = new Credential("TOKEN", "good.test", Secret, _ => revoked ? null : Secret);
        await using var world = await Outside.Start(w => w.Options = new EgressOptions { Rules = [], Credentials = [credential] }, "good.test:SECURE private");
        var request = $"GET / HTTP/1.1\r\nHost: good.test:{world.Secure}\r\nX-Key: {credential.Sentinel}\r\nConnection: close\r\n\r\n";
        (await world.SendSecure($"good.test:{world.Secure}", "good.test", request)).ShouldStartWith("HTTP/1.1 200");
        revoked = true;
        (await world.SendSecure($"good.test:{world.Secure}", "good.test", request)).ShouldContain("expired or was revoked");
        world.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_scrubber_holds_back_only_what_could_be_a_beginning()
    {
        var scrubber = new Scrubber();
        scrubber.Add("secret"u8.ToArray(), "XXXXXX"u8.ToArray());
        Encoding.ASCII.GetString(scrubber.Clean("a secret and a sec"u8).Span).ShouldBe("a XXXXXX and a ");
        Encoding.ASCII.GetString(scrubber.Clean("ret, ses"u8).Span).ShouldBe("XXXXXX, se");
        Encoding.ASCII.GetString(scrubber.Rest().Span).ShouldBe("s");
    }
}
