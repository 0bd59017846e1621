using System.Text;

namespace Sallyport.Proxy.Egress;

public sealed class PassingTests
{
    [Fact]
    public async Task A_request_to_an_allowed_host_passes_and_is_written_down()
    {
        await using var world = await Outside.Start("good.test:PLAIN private");
        var answer = await world.Send($"GET http://good.test:{world.Plain}/a?b=1 HTTP/1.1\r\nHost: good.test:{world.Plain}\r\nProxy-Connection: close\r\nConnection: close\r\n\r\n");
        answer.ShouldStartWith("HTTP/1.1 200");
        world.Seen.ShouldHaveSingleItem().ShouldStartWith("GET /a?b=1 HTTP/1.1\r\n");
        world.Seen[0].ShouldNotContain("Proxy-Connection");
        await world.DisposeAsync();
        var record = world.Records.ShouldHaveSingleItem();
        (record.Host, record.Outcome).ShouldBe(("good.test", "allowed"));
        record.Sent.ShouldBeGreaterThan(0);
        record.Received.ShouldBeGreaterThan(record.Sent);
    }

    [Fact]
    public async Task Several_requests_pass_over_one_connection()
    {
        await using var world = await Outside.Start("good.test:PLAIN private");
        var one = $"GET http://good.test:{world.Plain}/1 HTTP/1.1\r\nHost: good.test:{world.Plain}\r\n\r\n";
        var answer = await world.Send(one + one + one);
        answer.Split("HTTP/1.1 200").Length.ShouldBe(4);
    }

    [Fact]
    public async Task TLS_passes_with_the_hosts_certificate_verified()
    {
        await using var world = await Outside.Start("good.test:SECURE private");
        (await world.SendSecure($"good.test:{world.Secure}", "good.test", $"GET /x HTTP/1.1\r\nHost: good.test:{world.Secure}\r\nConnection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 200");
    }

    [Theory]
    [InlineData("good.test", true)]
    [InlineData("bad.test", false)]
    public async Task SOCKS5_passes_to_allowed_hosts_only(string host, bool passes)
    {
        await using var world = await Outside.Start("good.test:PLAIN private");
        await using var stream = await world.Connect();
        await stream.WriteAsync(new byte[] { 5, 1, 0 });
        var reply = new byte[12];
        await stream.ReadExactlyAsync(reply.AsMemory(0, 2));
        await stream.WriteAsync((byte[])[5, 1, 0, 3, (byte)host.Length, .. Encoding.ASCII.GetBytes(host), (byte)(world.Plain >> 8), (byte)world.Plain]);
        await stream.ReadExactlyAsync(reply.AsMemory(0, 10));
        reply[1].ShouldBe(passes ? (byte)0 : (byte)2);
        if (passes)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: good.test:{world.Plain}\r\nConnection: close\r\n\r\n"));
            (await Outside.All(stream)).ShouldStartWith("HTTP/1.1 200");
        }
    }

    [Fact]
    public async Task A_body_in_chunks_passes_both_ways()
    {
        await using var world = await Outside.Start(w => w.Answer = _ => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n", "good.test:PLAIN private");
        var answer = await world.Send($"POST http://good.test:{world.Plain}/ HTTP/1.1\r\nHost: good.test:{world.Plain}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nhi\r\n0\r\n\r\n");
        answer.ShouldEndWith("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    }

    [Fact]
    public async Task A_tunnel_passes_bytes_unread_once_name_and_certificate_are_right()
    {
        await using var world = await Outside.Start("good.test:SECURE private tunnel");
        await using var stream = await world.Connect();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT good.test:{world.Secure} HTTP/1.1\r\n\r\n"));
        (await Outside.Head(stream)).ShouldStartWith("HTTP/1.1 200");
        await using var tls = new System.Net.Security.SslStream(stream, false, (_, certificate, _, _) => certificate!.Subject == "CN=good.test");
        await tls.AuthenticateAsClientAsync("good.test");
        await tls.WriteAsync("GET / HTTP/1.1\r\nHost: any\r\n\r\n"u8.ToArray());
        (await Outside.Head(tls)).ShouldStartWith("HTTP/1.1 200");
    }

    [Fact]
    public async Task A_host_that_no_rule_names_is_asked_about_once()
    {
        var asked = 0;
        await using var world = await Outside.Start(w => w.Options = new EgressOptions { Rules = [], Ask = (_, _) => ++asked > 0 });
        world.Name("new.test", "203.0.113.9"); // documentation: refused behind the answer
        for (var i = 0; i < 3; i++)
        {
            (await world.Send("GET http://new.test/ HTTP/1.1\r\nHost: new.test\r\n\r\n")).ShouldContain("not on the open internet");
        }

        asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_budget_ends_a_connection_and_all_that_follow()
    {
        await using var world = await Outside.Start("good.test:PLAIN private budget=1K");
        var request = $"GET http://good.test:{world.Plain}/{new string('x', 300)} HTTP/1.1\r\nHost: good.test:{world.Plain}\r\nConnection: close\r\n\r\n";
        (await world.Send(request)).ShouldStartWith("HTTP/1.1 200");
        (await world.Send(request)).ShouldNotContain("HTTP/1.1 200 OK\r\nContent-Length: 3");
        (await world.Send(request)).ShouldContain("budget");
    }
}
