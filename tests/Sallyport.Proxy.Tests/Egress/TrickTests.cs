using System.Net;

namespace Sallyport.Proxy.Egress;

/// <summary>Ways around an allow-list. Each must be refused, and nothing of it may reach a server.</summary>
public sealed class TrickTests
{
    [Theory]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("017700000001")]
    [InlineData("127.1")]
    [InlineData("127.0.1")]
    [InlineData("0")]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("127.255.255.254")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[0:0:0:0:0:ffff:127.0.0.1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[fe80::1%25eth0]")]
    [InlineData("[fe80::1%eth0]")]
    [InlineData("169.254.169.254")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("metadata.google.internal")]
    [InlineData("168.63.129.16")]
    [InlineData("100.100.100.200")]
    [InlineData("10.0.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("localhost")]
    [InlineData("good.test@other.test")]
    [InlineData("other.test#good.test")]
    [InlineData("other.test\\good.test")]
    [InlineData("other.test%00.good.test")]
    [InlineData("good.test.other.test")]
    [InlineData("xgood.test")]
    [InlineData("good.test%2eother.test")]
    [InlineData("good。test")]
    [InlineData("gооd.test")]
    [InlineData("secret-in-a-label.other.test")]
    [InlineData(".good.test")]
    [InlineData("good..test")]
    [InlineData("-good.test")]
    public async Task A_host_under_another_spelling_is_refused(string host)
    {
        await using var world = await Outside.Start("good.test:PLAIN");
        (await world.Send($"GET http://{host}:{world.Plain}/ HTTP/1.1\r\nHost: {host}:{world.Plain}\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
        (await world.Send($"CONNECT {host}:{world.Plain} HTTP/1.1\r\nHost: {host}:{world.Plain}\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
        world.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    public async Task An_allowed_name_that_points_inside_is_refused(params string[] addresses)
    {
        await using var world = await Outside.Start("good.test:PLAIN");
        world.Name("good.test", addresses);
        (await world.Send($"GET http://good.test:{world.Plain}/ HTTP/1.1\r\nHost: good.test:{world.Plain}\r\n\r\n")).ShouldContain("not on the open internet");
        world.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Host: other.test\r\n")]
    [InlineData("Host: good.test:PLAIN\r\nHost: other.test\r\n")]
    [InlineData("")]
    [InlineData("host: good.test:PLAIN\r\nHOST: other.test\r\n")]
    [InlineData("Host : good.test:PLAIN\r\n")]
    [InlineData("Host: good.test:PLAIN\r\n Host: other.test\r\n")]
    [InlineData("Host: good.test:PLAIN\nHost: other.test\r\n")]
    [InlineData("Host: good.test:PLAIN\r\nContent-Length: 5\r\nContent-Length: 6\r\n")]
    [InlineData("Host: good.test:PLAIN\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("Host: good.test:PLAIN\r\nTransfer-Encoding: chunked, identity\r\n")]
    [InlineData("Host: good.test:PLAIN\r\nTransfer-Encoding: xchunked\r\n")]
    [InlineData("Host: good.test:PLAIN\r\nContent-Length: +5\r\n")]
    public async Task A_head_that_can_be_read_in_two_ways_is_refused(string fields)
    {
        await using var world = await Outside.Start("good.test:PLAIN private");
        (await world.Send($"POST http://good.test:{world.Plain}/ HTTP/1.1\r\n{fields.Replace("PLAIN", $"{world.Plain}", StringComparison.Ordinal)}\r\nhello")).ShouldStartWith("HTTP/1.1 403");
        world.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/secret")]
    [InlineData("POST", "/public/x")]
    [InlineData("get", "/public/x")]
    [InlineData("GET", "/public/../secret")]
    [InlineData("GET", "/public/%2e%2e/secret")]
    [InlineData("GET", "/public/%2E%2E%2Fsecret")]
    [InlineData("GET", "/public/..;/secret")]
    [InlineData("GET", "/public\\..\\secret")]
    [InlineData("GET", "/public/%252e%252e/secret")]
    [InlineData("GET", "//secret")]
    [InlineData("GET", "/PUBLIC/x")]
    public async Task A_method_or_path_that_no_rule_allows_is_refused(string method, string path)
    {
        await using var world = await Outside.Start("good.test:PLAIN GET /public/* private");
        (await world.Send($"{method} http://good.test:{world.Plain}{path} HTTP/1.1\r\nHost: good.test:{world.Plain}\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
        world.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_leads_nowhere_that_is_not_allowed()
    {
        await using var world = await Outside.Start(w => w.Answer = _ => "HTTP/1.1 302 Found\r\nLocation: http://other.test/\r\nContent-Length: 0\r\n\r\n", "good.test:PLAIN private");
        (await world.Send($"GET http://good.test:{world.Plain}/ HTTP/1.1\r\nHost: good.test:{world.Plain}\r\nConnection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 302");
        (await world.Send($"GET http://other.test:{world.Plain}/ HTTP/1.1\r\nHost: other.test:{world.Plain}\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
    }

    [Fact]
    public async Task A_name_that_moves_inside_between_two_requests_is_refused_the_second_time()
    {
        await using var world = await Outside.Start("good.test:PLAIN");
        world.Name("good.test", "10.0.0.1");
        (await world.Send($"GET http://good.test:{world.Plain}/ HTTP/1.1\r\nHost: good.test:{world.Plain}\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
    }

    [Theory]
    [InlineData("other.test")]
    [InlineData("api.good.test")]
    public async Task A_TLS_greeting_for_another_name_than_CONNECT_is_refused(string sni)
    {
        await using var world = await Outside.Start("good.test:SECURE private");
        await Should.ThrowAsync<Exception>(() => world.SendSecure($"good.test:{world.Secure}", sni, "GET / HTTP/1.1\r\n\r\n"));
        await world.DisposeAsync();
        world.Records.ShouldContain(r => r.Outcome == "refused" && r.Reason.Contains("greeting"));
        world.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_for_another_host_inside_TLS_is_refused()
    {
        await using var world = await Outside.Start("good.test:SECURE private", "other.test:SECURE private");
        (await world.SendSecure($"good.test:{world.Secure}", "good.test", $"GET / HTTP/1.1\r\nHost: other.test:{world.Secure}\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
        world.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_request_for_another_host_on_the_same_connection_is_refused()
    {
        await using var world = await Outside.Start("good.test:SECURE private");
        var answer = await world.SendSecure($"good.test:{world.Secure}", "good.test", $"GET /1 HTTP/1.1\r\nHost: good.test:{world.Secure}\r\n\r\nGET /2 HTTP/1.1\r\nHost: other.test\r\n\r\n");
        answer.ShouldContain("HTTP/1.1 403");
        world.Seen.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("good.test:SECURE private")]
    [InlineData("good.test:SECURE private tunnel")]
    public async Task A_host_with_a_certificate_for_another_name_is_refused(string rule)
    {
        var port = 0;
        await using var world = await Outside.Start(w => port = w.Serve(secure: true, "other.test"), rule, "good.test:1 private");
        await using var wrong = await Outside.Start(w => w.Name("good.test", "127.0.0.1"), $"good.test:{port} {rule[(rule.IndexOf(' ', StringComparison.Ordinal) + 1)..]}");
        try
        {
            (await wrong.SendSecure($"good.test:{port}", "good.test", $"GET / HTTP/1.1\r\nHost: good.test:{port}\r\n\r\n")).ShouldNotContain("200 OK");
        }
        catch (IOException)
        {
            // a tunnel is simply cut
        }

        await wrong.DisposeAsync();
        wrong.Records.ShouldContain(r => r.Outcome == "refused" && r.Reason.Contains("certificate"));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: good.test\r\n\r\n")]
    [InlineData("GET ftp://good.test/ HTTP/1.1\r\n\r\n")]
    [InlineData("GET https://good.test/ HTTP/1.1\r\n\r\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\n")]
    [InlineData("GET http://good.test/ HTTP/1.1 extra\r\n\r\n")]
    [InlineData("CONNECT good.test HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT good.test:99999 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT good.test:443 HTTP/1.1\r\nHost: other.test:443\r\n\r\n")]
    [InlineData("SSH-2.0-client\r\n\r\n")]
    public async Task What_is_no_request_to_a_proxy_is_refused(string text)
    {
        await using var world = await Outside.Start("good.test", "good.test:80");
        (await world.Send(text)).ShouldStartWith("HTTP/1.1 403");
        world.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_protocol_in_a_tunnel_to_an_allowed_host_is_refused()
    {
        await using var world = await Outside.Start("good.test:PLAIN private");
        (await world.Send($"CONNECT good.test:{world.Plain} HTTP/1.1\r\n\r\nSSH-2.0-client\r\n\r\n")).ShouldContain("HTTP/1.1 403");
        world.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("172.31.255.255", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("64:ff9b::808:808", false)]
    [InlineData("ff02::1", false)]
    [InlineData("fe80::1", false)]
    public void Addresses_on_the_open_internet_are_told_from_all_others(string address, bool isPublic) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);
}
