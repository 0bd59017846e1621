using System.Text;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Tests.Files;

public sealed class StandardInputTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(70_000)]
    [InlineData(20_000_000)]
    public void Text_of_any_length_is_read_whole(int length)
    {
        var text = new StringBuilder().Insert(0, "0123456789abcde\n", length / 16).ToString();
        var seen = Seen.In(new StandardInput(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        seen.Paths.Distinct().ShouldBe(["<stdin>"]);
        seen.Artifacts.Sum(a => a.Window?.Own.Length ?? a.Bytes.Length).ShouldBe(text.Length);
    }

    [Fact]
    public void It_may_be_given_the_name_it_will_have()
    {
        Seen.In(new StandardInput(new MemoryStream("x"u8.ToArray()), "src/a.py")).Paths.ShouldBe(["src/a.py"]);
    }

    [Fact]
    public void A_stream_that_fails_is_reported()
    {
        using var stream = new FailingStream();
        Seen.In(new StandardInput(stream)).Reason("<stdin>").ShouldBe("the pipe broke");
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the pipe broke");
    }
}
