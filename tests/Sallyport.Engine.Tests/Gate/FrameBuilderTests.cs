using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Detection;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;

namespace Sallyport.Engine.Tests.Gate;

public sealed class FrameBuilderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    [InlineData(500_000)]
    [InlineData(999_950)]
    public void In_a_line_as_long_as_its_file_the_caret_stands_under_the_finding_and_neighbours_stay_masked(int at)
    {
        var text = new StringBuilder(new string('é', 1_000_000));
        text.Remove(at, 9).Insert(at, "FINDTHISS").Remove(Math.Min(at + 20, 999_980), 12).Insert(Math.Min(at + 20, 999_980), "OTHERSECRET!");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var (find, other) = (bytes.AsSpan().IndexOf("FINDTHISS"u8), bytes.AsSpan().IndexOf("OTHERSECRET!"u8));
        var artifact = new Artifact("a.min.js", bytes);
        var frame = new FrameBuilder(artifact, [Found(find, 9), Found(other, 12)]).Frame(new TextSpan(find, 9));
        var line = frame.Lines[frame.CaretLine];
        line.Length.ShouldBeLessThanOrEqualTo(160);
        line.Substring(frame.CaretColumn, frame.CaretLength).ShouldBe("*********");
        line.ShouldNotContain("SECRET");
        line.ShouldContain("OTH*********");
    }

    private static Detected Found(int start, int length) =>
        new("secrets/test", "test", Severity.High, Confidence.High, new TextSpan(start, length), [], Sensitive: true);
}
