using Sallyport.Reports.Text;

namespace Sallyport.Reports.Tests.Text;

/// <summary>The caret stands under what it marks, whatever stands before it.</summary>
public sealed class FrameWriterTests
{
    [Theory]
    [InlineData("ab[|cd|]e", "  ", "^^")]
    [InlineData("\t[|cd|]", "    ", "^^")]
    [InlineData("ab\t[|c\td|]", "    ", "^^^^^")]
    [InlineData("日本[|語|]x", "    ", "^^")]
    [InlineData("e\u0301[|x|]", " ", "^")]
    [InlineData("😀[|x|]", "  ", "^")]
    [InlineData("\e[|x|]", "      ", "^")]
    [InlineData("ab[||]", "  ", "^")]
    public void The_caret_counts_cells(string marked, string before, string carets)
    {
        var finding = Sample.Finding(marked);
        var writer = new StringWriter();
        new FrameWriter(new Pen(writer, new ReportOptions())).Write(finding.Frame!, Ink.Error);
        writer.ToString().Split('\n')[3].ShouldBe("   | " + before + carets);
    }
}
