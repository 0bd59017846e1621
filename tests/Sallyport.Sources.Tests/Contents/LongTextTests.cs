using System.Text;
using Sallyport.Core.Artifacts;
using Sallyport.Core.Findings;
using Sallyport.Core.Text;
using Sallyport.Sources.Files;

namespace Sallyport.Sources.Tests.Contents;

/// <summary>Texts longer than a window: every mark in them is owned by exactly one window, at its true place.</summary>
public sealed class LongTextTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("lines", false)]
    [InlineData("one line", false)]
    [InlineData("lines", true)]
    [InlineData("one line", true)]
    public void Every_mark_is_owned_once_and_stands_where_it_stands(string shape, bool utf16)
    {
        var text = new StringBuilder();
        var expected = new List<(Position, int)>();
        var (line, column, offset) = (1, 1, 0);
        for (var i = 0; i < 330_000; i++)
        {
            if (i % 100 == 0)
            {
                expected.Add((new Position(line, column), offset));
                Add("MARK");
            }

            Add("some text with ü and 😀 in it, quite a lot of it");
            Add(shape == "lines" ? "\n" : " ");
        }

        _tree.With("a.txt", utf16 ? [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text.ToString())] : Encoding.UTF8.GetBytes(text.ToString()));
        var sink = new Marks();
        foreach (var item in new FileTree(["a.txt"], new FileTreeOptions { WorkingFolder = _tree.Root }).Items(sink))
        {
            item.Open(sink);
        }

        sink.Windows.ShouldBeGreaterThan(2);
        sink.Found.SequenceEqual(expected).ShouldBeTrue();

        void Add(string piece)
        {
            text.Append(piece);
            offset += Encoding.UTF8.GetByteCount(piece);
            (line, column) = piece == "\n" ? (line + 1, 1) : (line, column + piece.Length);
        }
    }

    [Fact]
    public void A_gigabyte_of_nothing_is_binary_and_takes_no_time()
    {
        _tree.Shell("truncate -s 1T sparse");
        Seen.In(new FileTree(["."], new FileTreeOptions { WorkingFolder = _tree.Root })).Reason("sparse").ShouldBe("binary");
    }

    private sealed class Marks : IArtifactSink
    {
        public List<(Position, int)> Found { get; } = [];

        public int Windows { get; private set; }

        public void Take(Artifact artifact)
        {
            Windows++;
            var window = artifact.Window!.Value;
            var bytes = artifact.Bytes.Span;
            var at = 0;
            int next;
            while ((next = bytes[at..].IndexOf("MARK"u8)) >= 0)
            {
                at += next;
                if (window.Own.Start <= at && at < window.Own.End)
                {
                    Found.Add((window.Whole(artifact.Lines.At(at)), window.Whole(new TextSpan(at, 4)).Start));
                }

                at += 4;
            }
        }

        public void Skip(Skipped skipped) => throw new InvalidOperationException(skipped.ToString());
    }
}
