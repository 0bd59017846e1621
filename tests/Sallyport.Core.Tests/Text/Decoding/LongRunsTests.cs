using Sallyport.Core.Text;
using Sallyport.Core.Text.Decoding;

namespace Sallyport.Core.Tests.Text.Decoding;

public sealed class LongRunsTests
{
    [Fact]
    public void Runs_are_those_that_a_plain_loop_finds()
    {
        var random = new Random(7);
        for (var round = 0; round < 4000; round++)
        {
            var text = new byte[random.Next(400)];
            var solid = random.Next(2, 60);
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = random.Next(solid) == 0 ? (byte)random.Next(256) : (byte)"aZ09+/-_"[random.Next(8)];
            }

            var least = random.Next(8, 40);
            Fast(text, least).ShouldBe(Plain(text, least));
        }
    }

    private static List<TextSpan> Fast(byte[] text, int least)
    {
        var found = new List<TextSpan>();
        var runs = new LongRuns(text, least);
        while (runs.MoveNext())
        {
            found.Add(runs.Current);
        }

        return found;
    }

    private static List<TextSpan> Plain(byte[] text, int least)
    {
        var found = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !LongRuns.IsRunByte(text[i]))
            {
                if (i - start >= least)
                {
                    found.Add(TextSpan.Between(start, i));
                }

                start = i + 1;
            }
        }

        return found;
    }
}
