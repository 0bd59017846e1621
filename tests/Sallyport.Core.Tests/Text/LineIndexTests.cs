using System.Text;
using Sallyport.Core.Text;

namespace Sallyport.Core.Tests.Text;

public sealed class LineIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Positions_in_long_lines_are_those_of_counting_from_their_start(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        string[] pieces = ["plain ", "ü", "你好", "😀", "x", "\n"];
        while (text.Length < 200_000)
        {
            text.Append(pieces[random.Next(random.Next(4000) == 0 ? 6 : 5)]);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var lines = new LineIndex(bytes);
        for (var i = 0; i < 2000; i++)
        {
            var offset = random.Next(bytes.Length + 1);
            while (offset < bytes.Length && (bytes[offset] & 0xC0) == 0x80)
            {
                offset--;
            }

            var before = Encoding.UTF8.GetString(bytes, 0, offset);
            lines.At(offset).ShouldBe(new Position(before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')));
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_count_too()
    {
        var bytes = new byte[100_000];
        Array.Fill(bytes, (byte)0x80);
        new LineIndex(bytes).At(90_000).ShouldBe(new Position(1, 90_001));
    }
}
